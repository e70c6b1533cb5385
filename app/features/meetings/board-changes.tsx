import { Link, useRevalidator } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { changeSentence } from "../../messages/change-sentences";
import { paths } from "../../paths";
import type { ItemView } from "../../protocol/meeting-data";
import { WISH_CHARACTERS_MAX } from "../../protocol/wish-form";
import { Button } from "../../ui/button";
import { useLanguage } from "../../ui/use-language";
import { useSentForm } from "../discussion/use-sent-form";
import { markedVerb } from "./marked-verb";

interface Props {
  item: ItemView;
  isOpen: boolean;
  mayEdit: boolean;
}

/** What was changed on the board while the item was open, in sentences: they go into the memo by themselves (rule M3). */
export function BoardChanges({ item, isOpen, mayEdit }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { draft, changes } = item;
  if (!draft) return null;
  return (
    <section className="board-changes" aria-labelledby="board-changes-title">
      <h3 id="board-changes-title">{t("meetings.changes.title")}</h3>
      {changes.length === 0 ? (
        <p className="muted">{t(isOpen ? "meetings.changes.empty" : "meetings.changes.none")}</p>
      ) : (
        <ul>
          {changes.map(({ change, wish }) => (
            <li key={`${change.categoryId} ${change.kind}`}>
              <p>
                <RedVerb sentence={changeSentence(t, language, change, wish ?? undefined)} />
              </p>
              {mayEdit && (
                <WishForm slug={draft.slug} categoryId={change.categoryId} wish={wish} kind={change.kind} />
              )}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to={paths.draft(draft.slug)}>
          {t(draft.kind === "split" ? "meetings.changes.board" : "meetings.changes.text")}
        </Link>
      </p>
    </section>
  );
}

/** The word that tells what was done, underlined in red as on the board. */
export function RedVerb({ sentence }: { sentence: string }) {
  const { t } = useTranslation();
  const { before, verb, after } = markedVerb(sentence, t("meetings.changes.verbs").split("|"));
  return (
    <>
      {before}
      {verb && <span className="word-added">{verb}</span>}
      {after}
    </>
  );
}

interface WishProps {
  slug: string;
  categoryId: string;
  kind: string;
  wish: string | null;
}

/** On whose wish: the same row that the board's panel records (rule S6). */
function WishForm({ slug, categoryId, kind, wish }: WishProps) {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  const action = paths.categoryWish(slug, categoryId);
  const form = useSentForm<object>(
    action,
    { wishOf: categoryId },
    "meetings.changes.wishFailed",
    (_, sent) => {
      sent.reset();
      sent.closest("details")?.removeAttribute("open");
      revalidate();
    },
  );
  const id = `wish-${categoryId}-${kind}`;
  return (
    <details className="board-changes__wish">
      <summary>{t(wish ? "meetings.changes.changeWish" : "meetings.changes.addWish")}</summary>
      <form method="post" action={action} onSubmit={form.onSubmit}>
        <label htmlFor={id}>{t("board.panel.wish")}</label>
        <div className="row">
          <input
            id={id}
            className="input"
            name="wish"
            maxLength={WISH_CHARACTERS_MAX}
            placeholder={t("board.panel.wishHint")}
            aria-invalid={form.refused || undefined}
            aria-describedby={form.refused ? `${id}-problem` : undefined}
          />
          <Button type="submit" aria-disabled={form.isBusy || undefined}>
            {t("board.panel.wishSave")}
          </Button>
        </div>
        {form.refused && (
          <p id={`${id}-problem`} className="field__error" role="alert">
            {form.general ?? form.at("wish")}
          </p>
        )}
      </form>
    </details>
  );
}
