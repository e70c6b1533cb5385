import { useTranslation } from "react-i18next";
import { isTold, type SplitChange, textChangeFor } from "../../domain/split/diff";
import { apartFromSpace, compareLabels, compareWords } from "../../domain/split/words";
import { changeSentence } from "../../messages/change-sentences";
import { useLanguage } from "../../ui/use-language";
import { ChangeIcon } from "./change-icon";
import { RedWords } from "./red-words";

interface Props {
  changes: readonly SplitChange[];
  /** By category id (rule S6). */
  wishes?: Record<string, string>;
}

/** The changes in sentences; what only changed place stands apart, because minutes do not tell it (rule S5). */
export function ChangeList({ changes, wishes = {} }: Props) {
  const { t } = useTranslation();
  const told = changes.filter(isTold);
  const orderOnly = changes.filter((change) => !isTold(change));
  if (changes.length === 0) return <p className="muted">{t("drafts.compare.none")}</p>;
  return (
    <>
      {told.length > 0 && <Sentences changes={told} wishes={wishes} />}
      {orderOnly.length > 0 && (
        <>
          <h3 className="change-list__apart">{t("drafts.compare.orderOnly")}</h3>
          <Sentences changes={orderOnly} wishes={{}} />
        </>
      )}
    </>
  );
}

function Sentences({ changes, wishes }: Required<Props>) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ol className="change-list">
      {changes.map((change) => (
        <li key={keyOf(change)} className="change-list__item" data-kind={change.kind}>
          <span className="change-tag">
            <ChangeIcon kind={change.kind} />
            {t(`board.tag.${change.kind}`)}
          </span>
          <div>
            <p>{changeSentence(t, language, change, wishes[change.categoryId])}</p>
            {(change.kind === "renamed" || change.kind === "rationaleChanged") && (
              <WordChanges change={change} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What the sentence says, once more as one text with the change in red. */
function WordChanges({ change }: { change: SplitChange & { kind: "renamed" | "rationaleChanged" } }) {
  const { before, after, language } = textChangeFor(change, useLanguage());
  if (!before || !after) return null; // the sentence has said it all
  const compare = change.kind === "renamed" ? compareLabels : compareWords;
  return (
    <p className="change-list__words" lang={language}>
      <RedWords segments={compare(before, after).flatMap(apartFromSpace)} />
    </p>
  );
}

const keyOf = (change: SplitChange) => `${change.categoryId} ${change.kind}`;
