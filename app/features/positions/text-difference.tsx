import { useTranslation } from "react-i18next";
import { compareLabels, compareWords } from "../../domain/split/words";
import type { PositionText } from "../../protocol/positions-data";
import { RedWords } from "../drafts/red-words";

interface Props {
  /** What the position was given on. */
  before: PositionText;
  /** The present text. */
  after: PositionText;
}

/** What changed in a category's text after a position was given: taken away struck through, new underlined. */
export function TextDifference({ before, after }: Props) {
  const { t } = useTranslation();
  const statusOf = (status: string) =>
    status === "active" || status === "removed" || status === "proposedForRemoval"
      ? t(`positions.status.${status}`)
      : status;
  // A question may be a mark without words.
  const question = ({ question: words }: PositionText) => (words === null ? "" : words || "?");
  const facts = [
    { key: "label", words: compareLabels(before.label, after.label) },
    {
      key: "sides",
      words: compareWords(t(`board.side.${before.sides}`), t(`board.side.${after.sides}`)),
    },
    { key: "status", words: compareWords(statusOf(before.status), statusOf(after.status)) },
    { key: "question", words: compareWords(question(before), question(after)) },
    { key: "rationale", words: compareWords(before.rationale, after.rationale) },
  ] as const;
  const changed = facts.filter(({ words }) => words.some(({ kind }) => kind !== "same"));
  if (changed.length === 0) return <p className="muted">{t("positions.difference.none")}</p>;
  return (
    <dl className="pos-difference">
      {changed.map(({ key, words }) => (
        <div key={key}>
          <dt>{t(`positions.difference.${key}`)}</dt>
          <dd>
            <RedWords segments={words} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
