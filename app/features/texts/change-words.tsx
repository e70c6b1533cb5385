/** The changes of a text in words: how many of which, and a sentence for each. */
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../domain/languages";
import type { TextEntry } from "../../domain/text/diff";
import { summaryOf, type TextChange, textChanges } from "../../domain/text/diff-changes";
import { formatList } from "../../ui/format";
import { useLanguage } from "../../ui/use-language";

/** Sentences shown; a text that is another altogether is told by its summary. */
export const SENTENCES_MAX = 200;

/** "3 kappaletta lisätty ja 1 otsikko siirretty". Empty where nothing changed. */
export function changeSummary(t: TFunction, language: Language, changes: readonly TextChange[]): string {
  const told = summaryOf(changes).map(
    ({ kind, block, count }) =>
      `${t(`texts.versions.amount.${block}`, { count })} ${t(`texts.versions.done.${kind}`)}`,
  );
  return formatList(told, language);
}

/** "Kappale lisätty: ”…”" in the reader's language. What people wrote does not pass through the translator. */
export function textChangeSentence(t: TFunction, { kind, block, excerpt, count }: TextChange): string {
  const what =
    count > 1
      ? t("texts.versions.together", { count })
      : `${t(`texts.versions.block.${block}`)} ${t(`texts.versions.done.${kind}`)}`;
  return excerpt ? `${what}: ”${excerpt}”` : what;
}

/** Each change as a sentence that leads to its place. */
export function TextChangeList({ entries }: { entries: TextEntry[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const changes = useMemo(() => textChanges(entries), [entries]);
  if (changes.length === 0) return <p className="muted">{t("drafts.compare.none")}</p>;
  return (
    <>
      <p className="text-changes__summary">{changeSummary(t, language, changes)}</p>
      <ol className="text-changes">
        {changes.slice(0, SENTENCES_MAX).map((change) => (
          <li key={change.number}>
            <a href={`#change-${change.number}`}>{textChangeSentence(t, change)}</a>{" "}
            {change.under && change.block !== "heading" && (
              <span className="muted">
                {t("texts.versions.under")}: {change.under}
              </span>
            )}
          </li>
        ))}
      </ol>
      {changes.length > SENTENCES_MAX && (
        <p className="muted">{t("texts.versions.moreChanges", { count: changes.length - SENTENCES_MAX })}</p>
      )}
    </>
  );
}
