/** The difference of two texts as a list of changes: what is told in sentences and counted in a summary (rule V7). */
import { type ChangedEntry, sideOf, type TextEntry } from "./diff";
import { blockText } from "./reading";
import type { BlockNode, BlockType } from "./text";

export const TEXT_CHANGE_KINDS = ["added", "removed", "moved", "reworded", "reshaped"] as const;
export type TextChangeKind = (typeof TEXT_CHANGE_KINDS)[number];

/** Kinds of blocks as they are told: an item of either list is an item. */
export type ToldBlock = Exclude<BlockType, "tableHeader">;

export interface TextChange {
  kind: TextChangeKind;
  block: ToldBlock;
  /** The beginning of its words, at most EXCERPT_CHARACTERS_MAX. */
  excerpt: string;
  /** The heading that it stands under, or null before the first one. */
  under: string | null;
  /** Its place among the changes, from 1: what the page and the keyboard go by. */
  number: number;
  /** Blocks told as one: those that moved together. */
  count: number;
}

export const EXCERPT_CHARACTERS_MAX = 80;

/** An entry with the number of its change: null where nothing changed, or where it is told with the one before. */
export interface NumberedEntry {
  entry: TextEntry;
  number: number | null;
  inner: NumberedEntry[];
}

/** Gives changes their numbers in reading order: the list, the page and the keyboard count alike. */
export function numberChanges(entries: readonly TextEntry[]): NumberedEntry[] {
  let last = 0;
  const numbered = (list: readonly TextEntry[]): NumberedEntry[] => {
    const moves = new Set<number>();
    const isOwn = (entry: TextEntry): boolean => {
      if (entry.kind === "same" || isLeft(entry)) return false;
      if (entry.move === undefined) return entry.kind !== "changed" || "words" in entry || isReshaped(entry);
      if (moves.has(entry.move)) return false;
      moves.add(entry.move);
      return true;
    };
    return list.map((entry) => {
      const number = isOwn(entry) ? ++last : null;
      const isWhole = entry.kind !== "changed" || "words" in entry || entry.move !== undefined;
      return { entry, number, inner: isWhole ? [] : numbered(entry.inner) };
    });
  };
  return numbered(entries);
}

/** Every change in reading order. What moved is told where it stands now, once for those that moved together. */
export function textChanges(entries: readonly TextEntry[]): TextChange[] {
  const changes: TextChange[] = [];
  let under: string | null = null;
  const add = (number: number | null, change: Pick<TextChange, "kind" | "block" | "excerpt">) => {
    if (number !== null) changes.push({ ...change, under, number, count: 1 });
    else changes.at(-1)!.count++;
  };
  const walk = (list: readonly NumberedEntry[]) => {
    for (const { entry, number, inner } of list) {
      if (entry.kind !== "removed") under = headingOf(entry) ?? under;
      if (entry.kind === "same" || isLeft(entry)) continue;
      if (entry.kind !== "changed") {
        const kind = entry.move === undefined ? entry.kind : "moved";
        add(number, { kind, block: told(entry.block.type), excerpt: excerptOf(entry.block) });
        continue;
      }
      const after = sideOf(entry, "after");
      const excerpt = excerptOf(after) || excerptOf(sideOf(entry, "before"));
      const kind = entry.move !== undefined ? "moved" : isReworded(entry) ? "reworded" : "reshaped";
      if (number !== null || entry.move !== undefined)
        add(number, { kind, block: told(after.type), excerpt });
      walk(inner);
    }
  };
  walk(numberChanges(entries));
  return changes;
}

/** The place that a moved block left: the change is told where it stands now. */
export const isLeft = (entry: TextEntry): boolean => entry.kind === "removed" && entry.move !== undefined;

/** Did the block itself change (its kind, its level, its numbering), whatever it holds? */
export function isReshaped({ before, after }: ChangedEntry): boolean {
  return (
    before.type !== after.type || JSON.stringify(before.attrs ?? {}) !== JSON.stringify(after.attrs ?? {})
  );
}

function isReworded(entry: ChangedEntry): boolean {
  if (!("words" in entry)) return false;
  const said = (kind: "added" | "removed") =>
    JSON.stringify(
      entry.words
        .flatMap((run) => (run.kind === kind || run.kind === "same" ? run.nodes : []))
        .map((node) => (node.type === "text" ? node.text : node)),
    ).replaceAll('","', "");
  return said("added") !== said("removed");
}

function headingOf(entry: TextEntry): string | null {
  const block =
    entry.kind === "changed" ? sideOf(entry, "after") : entry.kind === "removed" ? null : entry.block;
  return block?.type === "heading" ? excerptOf(block) || null : null;
}

const told = (type: BlockType): ToldBlock => (type === "tableHeader" ? "tableCell" : type);

function excerptOf(block: BlockNode): string {
  const words = block.type === "draftBlock" ? block.attrs.slug : blockText(block).replace(/\s+/g, " ").trim();
  if (words.length <= EXCERPT_CHARACTERS_MAX) return words;
  return `${words
    .slice(0, EXCERPT_CHARACTERS_MAX)
    .replace(/[\p{L}\p{N}\p{M}\p{Surrogate}]*$/u, "")
    .trimEnd()}…`;
}

/** How many changes of each kind there are, by kind of block: "3 paragraphs added". Those that are none are left out. */
export function summaryOf(
  changes: readonly TextChange[],
): { kind: TextChangeKind; block: ToldBlock; count: number }[] {
  const counts = new Map<string, { kind: TextChangeKind; block: ToldBlock; count: number }>();
  for (const { kind, block, count } of changes) {
    const known = counts.get(`${kind} ${block}`) ?? { kind, block, count: 0 };
    known.count += count;
    counts.set(`${kind} ${block}`, known);
  }
  return TEXT_CHANGE_KINDS.flatMap((kind) => [...counts.values()].filter((one) => one.kind === kind));
}
