import type { Localized } from "../languages";

/** Which side funds a category. Rule S2: "both" is one category, not two. */
export const SIDES = ["municipality", "both", "region"] as const;
export type Sides = (typeof SIDES)[number];

/** Rule S4: a category proposed for removal stays visible; a removed one stays in the history. */
export const CATEGORY_STATUSES = ["active", "proposedForRemoval", "removed"] as const;
export type CategoryStatus = (typeof CATEGORY_STATUSES)[number];

/** An open question, the "?" of the slides. The text may be empty: then only the mark stands. */
export interface OpenQuestion {
  text: string;
}

/** One row of the split. Rule S1: everything that speaks of it uses the id. */
export interface Category {
  id: string;
  label: Localized;
  sides: Sides;
  /** A fractional index: one order per category, compared as a plain string, ties by id. */
  order: string;
  question: OpenQuestion | null;
  rationale: Localized;
  legalBasis: string | null;
  status: CategoryStatus;
}

/** The whole split, removed categories included, sorted by order and then by id. */
export interface Split {
  categories: Category[];
}

/** Limits in characters (rule S7 for the label), and of categories in one split. */
export const LABEL_CHARACTERS_MAX = 300;
export const RATIONALE_CHARACTERS_MAX = 4000;
export const QUESTION_CHARACTERS_MAX = 1000;
export const LEGAL_BASIS_CHARACTERS_MAX = 300;
export const CATEGORIES_MAX = 500;

/** Sorts as the board shows: by order, ties by id. Plain string order, the same on every machine. */
export function byOrder(a: Pick<Category, "order" | "id">, b: Pick<Category, "order" | "id">): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The categories that stand on the board in the given lane, in order. */
export function categoriesOn(split: Split, sides: Sides): Category[] {
  return split.categories.filter((c) => c.sides === sides && c.status !== "removed").sort(byOrder);
}
