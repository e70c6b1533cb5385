/** What changed between two contents of one draft, whichever its kind. */
import { type DraftContent, saidContent, splitOf } from "./draft-content";
import { diffSplits, type SplitChange } from "./split/diff";
import { diffTexts, isDifferent, type TextEntry } from "./text/diff";
import { pinnedLike } from "./text/draft-blocks";

export type DraftDifference =
  | { kind: "split"; changes: SplitChange[] }
  | { kind: "text"; entries: TextEntry[] };

/** Suggestions that nobody has accepted are no difference (rule E1), nor are blocks that freezing pinned (rule V9). */
export function diffContents(before: DraftContent, after: DraftContent): DraftDifference {
  const [from, to] = [saidContent(before), saidContent(after)];
  if (from.kind === "split" || to.kind === "split")
    return { kind: "split", changes: diffSplits(splitOf(from), splitOf(to)) };
  const [was, is] = [pinnedLike(from.text, to.text), pinnedLike(to.text, from.text)];
  return { kind: "text", entries: diffTexts(was, is) };
}

export function isChanged(difference: DraftDifference): boolean {
  return difference.kind === "split" ? difference.changes.length > 0 : isDifferent(difference.entries);
}
