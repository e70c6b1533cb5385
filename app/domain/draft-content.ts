/** What a draft holds, whichever its kind: one notion for versions, copies, rounds, positions and exports. */
import { canonicalSplit, parseCanonicalSplit } from "./split/canonical";
import type { Split } from "./split/split";
import { canonicalText, parseCanonicalText } from "./text/canonical";
import { wordCount } from "./text/reading";
import { withoutSuggestions } from "./text/suggestions";
import type { TextDocument } from "./text/text";

export type DraftContent = { kind: "split"; split: Split } | { kind: "text"; text: TextDocument };

/** Canonical JSON (RFC 8785): what is frozen and hashed. */
export function canonicalContent(content: DraftContent): string {
  return content.kind === "split" ? canonicalSplit(content.split) : canonicalText(content.text);
}

/** The content behind a frozen one. Throws for what is none of this kind. */
export function parseContent(kind: DraftContent["kind"], json: string): DraftContent {
  return kind === "split"
    ? { kind, split: parseCanonicalSplit(json) }
    : { kind, text: parseCanonicalText(json) };
}

/** The categories of a draft: a text has none. */
export function splitOf(content: DraftContent): Split {
  return content.kind === "split" ? content.split : { categories: [] };
}

/** Has nobody written anything yet? */
export function isEmptyContent(content: DraftContent): boolean {
  if (content.kind === "split") return content.split.categories.length === 0;
  const [first, ...rest] = content.text.content;
  return !first || (rest.length === 0 && first.type === "paragraph" && !first.content);
}

/** What a draft says: a text without the suggestions that nobody has accepted (rule E1). This is what is compared and frozen. */
export function saidContent(content: DraftContent): DraftContent {
  return content.kind === "split" ? content : { kind: "text", text: withoutSuggestions(content.text) };
}

/** How much there is: categories on the board and questions among them, or words. */
export type DraftCounts =
  | { kind: "split"; categories: number; questions: number }
  | { kind: "text"; words: number };

export function countContent(content: DraftContent): DraftCounts {
  if (content.kind === "text") return { kind: "text", words: wordCount(content.text) };
  const board = content.split.categories.filter(({ status }) => status !== "removed");
  const questions = board.filter(({ question }) => question).length;
  return { kind: "split", categories: board.length, questions };
}
