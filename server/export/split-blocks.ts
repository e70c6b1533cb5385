/** A split as blocks of a text: a whole one as lists under its sides, one inside a text as a table. */
import { inLanguage, type Language } from "../../app/domain/languages";
import { type Category, categoriesOn, type Sides, type Split } from "../../app/domain/split/split";
import type { BlockNode, InlineNode } from "../../app/domain/text/text";
import { translator } from "../../app/messages/server.server";

/** As the slides show it: the municipal side, the region's, and what belongs to both. */
const LANES: Sides[] = ["municipality", "region", "both"];

const paragraph = (...words: InlineNode[]): BlockNode => ({ type: "paragraph", content: words });
const words = (text: string, marks?: "bold" | "italic"): InlineNode => ({
  type: "text",
  text,
  ...(marks ? { marks: [{ type: marks }] } : {}),
});

/** Removed categories are left out: they are not on the board. */
export function splitAsLists(split: Split, language: Language): BlockNode[] {
  const { t } = translator(language);
  return LANES.flatMap((sides): BlockNode[] => {
    const categories = categoriesOn(split, sides);
    if (categories.length === 0) return [];
    const items = categories.map((category): BlockNode => {
      const rationale = inLanguage(category.rationale, language);
      const remarks = remarksOf(category, language);
      return {
        type: "listItem",
        content: [
          paragraph(words(labelOf(category, language))),
          ...(remarks.length > 0 ? [paragraph(words(remarks.join(" · "), "italic"))] : []),
          ...rationale.split(/\n+/).flatMap((line) => (line.trim() ? [paragraph(words(line.trim()))] : [])),
        ],
      };
    });
    return [
      { type: "heading", attrs: { level: 1 }, content: [words(t(`board.side.${sides}`))] },
      { type: "bulletList", content: items },
    ];
  });
}

export function splitAsTable(split: Split, language: Language): BlockNode[] {
  const { t } = translator(language);
  const rows = LANES.flatMap((sides) => categoriesOn(split, sides));
  if (rows.length === 0) return [paragraph(words(t("files.export.noCategories")))];
  const cell = (text: string, type: "tableHeader" | "tableCell"): BlockNode => ({
    type,
    content: [text ? paragraph(words(text)) : { type: "paragraph" }],
  });
  const head = (["category", "side", "notes"] as const).map((name) =>
    cell(t(`files.export.${name}`), "tableHeader"),
  );
  const body = rows.map((category): BlockNode => {
    const texts = [
      labelOf(category, language),
      t(`board.side.${category.sides}`),
      remarksOf(category, language).join(" · "),
    ];
    return { type: "tableRow", content: texts.map((text) => cell(text, "tableCell")) };
  });
  return [{ type: "table", content: [{ type: "tableRow", content: head }, ...body] }];
}

/** With the slides' own marks: "?" and the bracket. */
function labelOf({ label, question, status }: Category, language: Language): string {
  const marked = inLanguage(label, language) + (question ? "?" : "");
  return status === "proposedForRemoval" ? `(${marked})` : marked;
}

function remarksOf({ question, status, legalBasis }: Category, language: Language): string[] {
  const { t } = translator(language);
  return [
    question &&
      (question.text ? t("files.export.questionOf", { text: question.text }) : t("files.export.question")),
    status === "proposedForRemoval" && t("files.export.proposedForRemoval"),
    legalBasis && t("files.export.legalBasis", { text: legalBasis }),
  ].filter((remark): remark is string => Boolean(remark));
}
