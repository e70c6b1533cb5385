/** Short words for writing a seeded text down: each gives one node of a text. */
import type { BlockNode, InlineNode } from "../../app/domain/text/text";

/** Words, or nodes among words. */
export type Words = string | InlineNode | (string | InlineNode)[];

const inlines = (words: Words): InlineNode[] =>
  (Array.isArray(words) ? words : [words]).map((part) =>
    typeof part === "string" ? { type: "text", text: part } : part,
  );

export const heading = (level: number, words: Words): BlockNode => ({
  type: "heading",
  attrs: { level },
  content: inlines(words),
});
export const paragraph = (words: Words): BlockNode => ({ type: "paragraph", content: inlines(words) });
export const bullets = (items: Words[]): BlockNode => ({
  type: "bulletList",
  content: items.map((item) => ({ type: "listItem", content: [paragraph(item)] })),
});
export const numbered = (items: Words[]): BlockNode => ({
  type: "orderedList",
  content: items.map((item) => ({ type: "listItem", content: [paragraph(item)] })),
});
/** The first row is the header. */
export const table = ([head = [], ...rows]: string[][]): BlockNode => ({
  type: "table",
  content: [
    { type: "tableRow", content: head.map((cell) => ({ type: "tableHeader", content: [paragraph(cell)] })) },
    ...rows.map(
      (row): BlockNode => ({
        type: "tableRow",
        content: row.map((cell) => ({
          type: "tableCell",
          content: [cell ? paragraph(cell) : { type: "paragraph" }],
        })),
      }),
    ),
  ],
});
/** The draft as it is now. */
export const liveDraft = (slug: string): BlockNode => ({
  type: "draftBlock",
  attrs: { slug, version: null },
});

export const bold = (text: string): InlineNode => ({ type: "text", text, marks: [{ type: "bold" }] });
export const source = (text: string): InlineNode => ({ type: "sourceNote", attrs: { text } });
export const law = (name: string, act: string, section: string): InlineNode => ({
  type: "legalReference",
  attrs: { act, section, name },
});
