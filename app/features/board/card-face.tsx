import { useTranslation } from "react-i18next";
import { inLanguage } from "../../domain/languages";
import type { Category } from "../../domain/split/split";
import { useLanguage } from "../../ui/use-language";
import { RedWords } from "../drafts/red-words";
import type { CardMarks } from "./card-marks";
import { type CardTalk, CardTalkMarks } from "./card-talk";

interface Props {
  category: Category;
  marks: CardMarks | undefined;
  /** Where the label leads, on a board that is read page by page. */
  href?: string | undefined;
  talk?: CardTalk | undefined;
}

/** The words of a card, the same on the live and the read-only board: label, "?" mark and change tags. */
export function CardFace({ category, marks, href, talk }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const proposed = category.status === "proposedForRemoval";
  const label = <CardLabel category={category} marks={marks} />;
  const tags = marks?.tags ?? [];
  return (
    <span className="board-card__face">
      <span className="board-card__label" lang={category.label[language] ? language : "fi"}>
        {href ? (
          <a href={href} className="board-card__link">
            {label}
          </a>
        ) : (
          label
        )}
      </span>
      {category.question && <QuestionMark />}
      {tags.map((kind) => (
        <span key={kind} className="change-tag">
          {t(`board.tag.${kind}`)}
        </span>
      ))}
      {proposed && !tags.includes("proposedForRemoval") && (
        <span className="change-tag change-tag--still">{t("board.tag.proposedForRemoval")}</span>
      )}
      {talk && <CardTalkMarks talk={talk} />}
    </span>
  );
}

/** The "?" of the slides, with its meaning for those who do not see it. */
export function QuestionMark() {
  const { t } = useTranslation();
  return (
    <span className="question-mark" title={t("board.openQuestion")}>
      <span aria-hidden="true">?</span>
      <span className="visually-hidden">{t("board.openQuestion")}</span>
    </span>
  );
}

function CardLabel({ category, marks }: Pick<Props, "category" | "marks">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = inLanguage(category.label, language);
  if (!text.trim()) return <em className="muted">{t("board.unnamed")}</em>;
  // A proposal for removal is written in brackets, as on the tables' own slides (rule S4).
  const [open, close] = category.status === "proposedForRemoval" ? ["(", ")"] : ["", ""];
  const wholeIsNew = marks?.tags.some((kind) => kind === "added" || kind === "broughtBack");
  if (wholeIsNew)
    return (
      <ins className="word-added">
        {open}
        {text}
        {close}
      </ins>
    );
  if (!marks?.words)
    return (
      <>
        {open}
        {text}
        {close}
      </>
    );
  return (
    <>
      {open}
      <RedWords segments={marks.words} />
      {close}
    </>
  );
}
