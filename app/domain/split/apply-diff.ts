import { normalizeCategory, normalizeSplit } from "./canonical";
import type { SplitChange, UnseenChange } from "./diff";
import type { Category, Split } from "./split";

/**
 * The state that the changes lead to from `from`. Each change touches only what it names, so that a reader
 * may take some of them. With an exact diff the outcome is the other state to the byte.
 */
export function applySplitDiff(from: Split, changes: readonly (SplitChange | UnseenChange)[]): Split {
  const categories = new Map(from.categories.map((category) => [category.id, normalizeCategory(category)]));
  for (const change of changes) {
    const after = outcome(categories.get(change.categoryId), change);
    if (after) categories.set(change.categoryId, after);
    else categories.delete(change.categoryId);
  }
  return normalizeSplit({ categories: [...categories.values()] });
}

/** The category after one change, or null when it is not there afterwards. */
function outcome(category: Category | undefined, change: SplitChange | UnseenChange): Category | null {
  switch (change.kind) {
    case "added":
      return change.category;
    case "removed":
    case "unseen":
      return change.after;
  }
  if (!category) return null;
  switch (change.kind) {
    case "broughtBack":
      return { ...category, status: "active", order: change.category.order };
    case "moved":
      return { ...category, sides: change.after, order: change.category.order };
    case "renamed":
      return { ...category, label: change.after };
    case "rationaleChanged":
      return { ...category, rationale: change.after };
    case "questionRaised":
    case "questionChanged":
      return { ...category, question: change.after };
    case "questionSettled":
      return { ...category, question: null };
    case "proposedForRemoval":
      return { ...category, status: "proposedForRemoval" };
    case "noLongerProposedForRemoval":
      return { ...category, status: "active" };
    case "legalBasisChanged":
      return { ...category, legalBasis: change.after };
    case "reordered":
      return { ...category, order: change.category.order };
  }
}
