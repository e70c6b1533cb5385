import { useTranslation } from "react-i18next";
import { isTold, type SplitChange, textChangeFor } from "../../domain/split/diff";
import { compareWords } from "../../domain/split/words";
import { useLanguage } from "../../ui/use-language";
import { ChangeIcon } from "./change-icon";
import { changeSentence } from "./change-sentences";

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
              <WordChanges {...textChangeFor(change, language)} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Two texts as one: what was taken away struck through, what came underlined in red. */
function WordChanges({ before, after, language }: { before: string; after: string; language: string }) {
  if (!before || !after) return null; // the sentence has said it all
  return (
    <p className="change-list__words" lang={language}>
      {compareWords(before, after).map(({ kind, text }, index) => {
        // Segments have no identity of their own: their place is their key.
        const key = `${index}-${kind}`;
        if (kind === "added")
          return (
            <ins key={key} className="word-added">
              {text}
            </ins>
          );
        if (kind === "removed")
          return (
            <del key={key} className="word-removed">
              {text}
            </del>
          );
        return <span key={key}>{text}</span>;
      })}
    </p>
  );
}

const keyOf = (change: SplitChange) => `${change.categoryId} ${change.kind}`;
