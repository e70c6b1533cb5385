/** What two blocks are compared by: their kind and the words they have in common. */
import { blockText } from "./reading";
import type { BlockNode } from "./text";

const HOLDS_WORDS = ["paragraph", "heading"];
const LISTS = ["bulletList", "orderedList"];
const CELLS = ["tableHeader", "tableCell"];

/** May one become the other, rather than one go and the other come? */
export function isOfOneKind(one: BlockNode["type"], other: BlockNode["type"]): boolean {
  return (
    one === other || [HOLDS_WORDS, LISTS, CELLS].some((kind) => kind.includes(one) && kind.includes(other))
  );
}

/** What two blocks are compared by. */
export interface Sample {
  key: string;
  type: BlockNode["type"];
  /** How often each word occurs, and how many there are. */
  words: Map<string, number>;
  size: number;
}

export function sampleOf(block: BlockNode): Sample {
  const words = new Map<string, number>();
  const found =
    blockText(block)
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  for (const word of found) words.set(word, (words.get(word) ?? 0) + 1);
  return { key: JSON.stringify(block), type: block.type, words, size: found.length };
}

/** The share of words that two blocks have in common, 0 to 1; 0 for blocks of different kinds. */
export function likeness(one: Sample, other: Sample): number {
  if (!isOfOneKind(one.type, other.type) || one.type === "draftBlock") return 0;
  const all = one.size + other.size;
  // Blocks without words are told apart by their kind alone.
  if (all === 0) return 1;
  if ((2 * Math.min(one.size, other.size)) / all < 0.5) return 0;
  const [few, many] = one.words.size < other.words.size ? [one, other] : [other, one];
  let common = 0;
  for (const [word, count] of few.words) common += Math.min(count, many.words.get(word) ?? 0);
  return (2 * common) / all;
}
