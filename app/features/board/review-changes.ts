/** What a review copy has that the live split has not, and taking it along. */
import type * as Y from "yjs";
import { readSplit, writeSplit } from "../../collab/documents/split-document";
import { addUndoably } from "../../collab/documents/undoable-add";
import { LOCAL } from "../../collab/origins";
import { applySplitDiff } from "../../domain/split/apply-diff";
import { diffSplits, type SplitChange } from "../../domain/split/diff";

/**
 * The changes that would take the live split to the copy. What the copy does not have at all was made by others
 * since, and is nobody's removal.
 */
export function reviewChanges(live: Y.Doc, copy: Y.Doc): SplitChange[] {
  return diffSplits(readSplit(live), readSplit(copy)).filter(
    (change) => change.kind !== "removed" || change.after !== null,
  );
}

/** Makes the changes as this person's own, forward and undoable; whatever else is in the live split stays. */
export function takeChanges(doc: Y.Doc, changes: readonly SplitChange[]): void {
  const known = new Set(readSplit(doc).categories.map(({ id }) => id));
  for (const change of changes)
    if (change.kind === "added" && !known.has(change.categoryId)) addUndoably(doc, change.category);
  writeSplit(doc, applySplitDiff(readSplit(doc), changes), LOCAL);
}
