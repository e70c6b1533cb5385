/** The difference with what nobody sees of it: for taking a split to another, to the byte. */
import { applySplitDiff } from "./apply-diff";
import { canonicalJson } from "./canonical";
import { byId, diffSplits, type SplitChange, type UnseenChange } from "./diff";
import type { Split } from "./split";

/**
 * The same and what nobody sees: applying this to `from` gives `to` to the byte of its canonical form.
 */
export function diffSplitsExactly(from: Split, to: Split): (SplitChange | UnseenChange)[] {
  const seen = diffSplits(from, to);
  const reached = byId(applySplitDiff(from, seen));
  const wanted = byId(to);
  const unseen: UnseenChange[] = [];
  for (const id of new Set([...reached.keys(), ...wanted.keys()])) {
    const after = wanted.get(id) ?? null;
    if (canonicalJson(reached.get(id) ?? null) !== canonicalJson(after))
      unseen.push({ kind: "unseen", categoryId: id, after });
  }
  return [...seen, ...unseen];
}
