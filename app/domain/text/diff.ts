/**
 * The difference of two texts (rules V5–V7): blocks side by side, words inside a changed paragraph, rows and cells of
 * tables, items of lists, and blocks that moved. Suggestions are left out: a text is compared by what it says.
 */
import { align } from "./align";
import { markMoves } from "./diff-moves";
import { isOfOneKind, likeness, sampleOf } from "./diff-sample";
import { diffWords, type WordRun } from "./diff-words";
import { normalizeText } from "./normalize";
import { withoutSuggestions } from "./suggestions";
import type { BlockNode, TextDocument } from "./text";

/** A block without what it holds. */
export interface Shell {
  type: BlockNode["type"];
  attrs?: object;
}

export type TextEntry =
  | { kind: "same"; block: BlockNode }
  /** `move`: the same words stand elsewhere; the number joins the two places. */
  | { kind: "added" | "removed"; block: BlockNode; move?: number }
  /** One block before and after: its words, or its inner blocks. With `move` it stood elsewhere, where it is "removed". */
  | { kind: "changed"; before: Shell; after: Shell; move?: number; words: WordRun[] }
  | { kind: "changed"; before: Shell; after: Shell; move?: number; inner: TextEntry[] };
export type ChangedEntry = Extract<TextEntry, { kind: "changed" }>;

/** What changed from one text to the other, in reading order. Nothing but "same" for equal texts. */
export function diffTexts(before: TextDocument, after: TextDocument): TextEntry[] {
  return diffBlocks(withoutSuggestions(before).content, withoutSuggestions(after).content);
}

/** Is anything else than "same" among them? */
export function isDifferent(entries: readonly TextEntry[]): boolean {
  return entries.some(({ kind }) => kind !== "same");
}

/** The text that the difference leads to, or comes from. */
export function textAfter(entries: readonly TextEntry[]): TextDocument {
  return normalizeText({ type: "doc", content: blocksOf(entries, "after") });
}
export function textBefore(entries: readonly TextEntry[]): TextDocument {
  return normalizeText({ type: "doc", content: blocksOf(entries, "before") });
}

/** The blocks of one side; what moved stands in its own place on each. */
export function blocksOf(entries: readonly TextEntry[], side: "before" | "after"): BlockNode[] {
  return entries.flatMap((entry): BlockNode[] => {
    if (entry.kind === "same") return [entry.block];
    if (entry.kind !== "changed") return (entry.kind === "added") === (side === "after") ? [entry.block] : [];
    if (side === "before" && entry.move !== undefined) return [];
    return [sideOf(entry, side)];
  });
}

/** A changed block as it was or is. */
export function sideOf(entry: ChangedEntry, side: "before" | "after"): BlockNode {
  const shell = entry[side];
  const other = side === "after" ? "removed" : "added";
  const content =
    "words" in entry
      ? entry.words.flatMap(({ kind, nodes }) => (kind === other ? [] : nodes))
      : blocksOf(entry.inner, side);
  return (content.length > 0 ? { ...shell, content } : shell) as BlockNode;
}

/** The difference of two lists of blocks that stand in the same place. */
export function diffBlocks(before: BlockNode[], after: BlockNode[]): TextEntry[] {
  const [was, is] = [before.map(sampleOf), after.map(sampleOf)];
  const like = (one: number, other: number) => likeness(was[one]!, is[other]!);
  const pairs = areRowsAlike(before, after)
    ? before.map((_, index) => ({ before: index, after: index }))
    : align({ keys: was.map(({ key }) => key) }, { keys: is.map(({ key }) => key) }, like);
  const entries = pairs.flatMap(({ before: one, after: other }): TextEntry[] => {
    const [from, to] = [one === null ? null : before[one]!, other === null ? null : after[other]!];
    if (from && to && was[one!]!.key === is[other!]!.key) return [{ kind: "same", block: to }];
    const changed = from && to && changedOf(from, to);
    if (changed) return [changed];
    return [
      ...(from ? [{ kind: "removed" as const, block: from }] : []),
      ...(to ? [{ kind: "added" as const, block: to }] : []),
    ];
  });
  return markMoves(entries, changedOf);
}

/** Cells of rows of one width belong together by their place. */
function areRowsAlike(before: BlockNode[], after: BlockNode[]): boolean {
  const isCell = ({ type }: BlockNode) => type === "tableCell" || type === "tableHeader";
  return before.length === after.length && before.every(isCell) && after.every(isCell);
}

/** One block that became another; null for blocks that hold nothing to compare. */
export function changedOf(before: BlockNode, after: BlockNode): ChangedEntry | null {
  if (!isOfOneKind(before.type, after.type) || before.type === "draftBlock" || after.type === "draftBlock")
    return null;
  const shells = { before: shellOf(before), after: shellOf(after) };
  if (
    (before.type === "paragraph" || before.type === "heading") &&
    (after.type === "paragraph" || after.type === "heading")
  )
    return { kind: "changed", ...shells, words: diffWords(before.content, after.content) };
  return {
    kind: "changed",
    ...shells,
    inner: diffBlocks(before.content as BlockNode[], after.content as BlockNode[]),
  };
}

const shellOf = ({ type, ...rest }: BlockNode): Shell =>
  "attrs" in rest && rest.attrs ? { type, attrs: rest.attrs } : { type };
