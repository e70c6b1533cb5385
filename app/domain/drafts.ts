/** A draft is a split of categories or a text; one notion, two kinds of content. */
export const DRAFT_KINDS = ["split", "text"] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** Limits of a draft and its versions, in characters. */
export const DRAFT_TITLE_CHARACTERS_MAX = 200;
export const VERSION_LABEL_CHARACTERS_MAX = 200;

/** Is this a day that exists, as YYYY-MM-DD? */
export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
