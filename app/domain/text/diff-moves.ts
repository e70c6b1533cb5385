/** Blocks that only changed their place (rule V6), and those that moved and were reworded a little. */
import type { ChangedEntry, TextEntry } from "./diff";
import { likeness, type Sample, sampleOf } from "./diff-sample";
import type { BlockNode } from "./text";

/** Words that a block needs to be known again elsewhere: two short lines are easily alike. */
export const MOVED_WORDS_MIN = 3;
/** A moved block may be reworded so little; it needs this many words to be looked for. */
const MOVED_LIKENESS_MIN = 0.75;
const REWORDED_WORDS_MIN = 8;
/** Comparisons of reworded blocks in one place. Above this only those that stayed the same are looked for. */
const COMPARISONS_MAX = 40_000;

type Loose = { entry: Extract<TextEntry, { kind: "added" | "removed" }>; at: number; sample: Sample };

/** One block that became another; null for blocks that hold nothing to compare. */
type ChangedOf = (before: BlockNode, after: BlockNode) => ChangedEntry | null;

/** The entries with removals and additions of the same block joined by a number. */
export function markMoves(entries: TextEntry[], changedOf: ChangedOf): TextEntry[] {
  const loose = (kind: "added" | "removed") =>
    entries.flatMap((entry, at): Loose[] =>
      entry.kind === kind ? [{ entry: entry as Loose["entry"], at, sample: sampleOf(entry.block) }] : [],
    );
  const [removed, added] = [loose("removed"), loose("added")];
  if (removed.length === 0 || added.length === 0) return entries;
  const found = new Map<Loose, Loose>();
  sameElsewhere(removed, added, found);
  besideThem(removed, added, found);
  if (removed.length * added.length <= COMPARISONS_MAX) rewordedElsewhere(removed, added, found);
  return numbered(entries, found, changedOf);
}

/** By the added block; each removed one is used once. */
function sameElsewhere(removed: Loose[], added: Loose[], found: Map<Loose, Loose>): void {
  const places = new Map<string, Loose[]>();
  for (const one of removed) places.set(one.sample.key, [...(places.get(one.sample.key) ?? []), one]);
  for (const one of added) {
    const from = one.sample.size >= MOVED_WORDS_MIN || one.sample.type === "draftBlock";
    const was = from ? places.get(one.sample.key)?.shift() : undefined;
    if (was) found.set(one, was);
  }
}

/** A short block beside one that moved went with it: a heading with its paragraph. */
function besideThem(removed: Loose[], added: Loose[], found: Map<Loose, Loose>): void {
  const used = new Set(found.values());
  const [from, to] = [
    new Map(removed.map((one) => [one.at, one])),
    new Map(added.map((one) => [one.at, one])),
  ];
  for (const [one, was] of [...found])
    for (const step of [-1, 1])
      for (let n = step; ; n += step) {
        const [next, before] = [to.get(one.at + n), from.get(was.at + n)];
        if (!next || !before || found.has(next) || used.has(before)) break;
        if (next.sample.key !== before.sample.key) break;
        found.set(next, before);
        used.add(before);
      }
}

function rewordedElsewhere(removed: Loose[], added: Loose[], found: Map<Loose, Loose>): void {
  const used = new Set(found.values());
  const candidates = added
    .filter((one) => !found.has(one) && one.sample.size >= REWORDED_WORDS_MIN)
    .flatMap((one) =>
      removed
        .filter((was) => !used.has(was) && was.sample.size >= REWORDED_WORDS_MIN)
        .map((was) => ({ one, was, like: likeness(was.sample, one.sample) }))
        .filter(({ like }) => like >= MOVED_LIKENESS_MIN),
    )
    .sort((a, b) => b.like - a.like);
  for (const { one, was } of candidates) {
    if (found.has(one) || used.has(was)) continue;
    found.set(one, was);
    used.add(was);
  }
}

/** Blocks that moved together, one after the other, have one number. */
function numbered(entries: TextEntry[], found: Map<Loose, Loose>, changedOf: ChangedOf): TextEntry[] {
  const result = [...entries];
  let last: { at: number; from: number; move: number } | null = null;
  let count = 0;
  for (const [{ entry, at }, was] of [...found].sort(([a], [b]) => a.at - b.at)) {
    const isNext: boolean = last !== null && at === last.at + 1 && was.at === last.from + 1;
    const move: number = isNext && last ? last.move : ++count;
    last = { at, from: was.at, move };
    result[was.at] = { ...was.entry, move };
    const changed: ChangedEntry | null =
      JSON.stringify(was.entry.block) === JSON.stringify(entry.block)
        ? null
        : changedOf(was.entry.block, entry.block);
    result[at] = changed ? { ...changed, move } : { ...entry, move };
  }
  return result;
}
