/** A change that somebody suggests to a category, and what an editor says of it. */
import { type Category, LABEL_CHARACTERS_MAX, SIDES, type Sides } from "./split/split";

export const SUGGESTION_KINDS = ["rename", "move", "remove", "add"] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/** What would change: a new Finnish label, other sides, nothing more for a removal, both for an added category. */
export interface SuggestedChange {
  label?: string;
  sides?: Sides;
  /** The category as the suggestion was made on it; not there for an addition. */
  base?: CategoryText;
}

/** What a suggestion is made on, the same as what a position is given on (rule V4). All in Finnish. */
export interface CategoryText {
  label: string;
  sides: Sides;
  status: Category["status"];
  question: string | null;
  rationale: string;
}

/** Characters of a suggestion's or an answer's reason. */
export const SUGGESTION_REASON_CHARACTERS_MAX = 2000;
/** Suggestions of one draft that wait for an answer. */
export const OPEN_SUGGESTIONS_MAX = 200;

/** Why a change cannot be suggested, or taken as it is. */
export type SuggestionProblem =
  | "labelEmpty"
  | "labelLong"
  | "sameLabel"
  | "sidesMissing"
  | "sameSides"
  | "alreadyRemoved"
  | "categoryRemoved";

export function textOfCategory({ label, sides, status, question, rationale }: Category): CategoryText {
  return { label: label.fi, sides, status, question: question?.text ?? null, rationale: rationale.fi };
}

/** The fields that differ between the category then and now, in the order they are read. */
export function changedFields(before: CategoryText, after: CategoryText): (keyof CategoryText)[] {
  const fields: (keyof CategoryText)[] = ["label", "sides", "status", "question", "rationale"];
  return fields.filter((field) => before[field] !== after[field]);
}

/** What is wrong with suggesting this of the category as it is; null when nothing (rule G1). `category` is null for an addition. */
export function suggestionProblem(
  kind: SuggestionKind,
  { label = "", sides }: Pick<SuggestedChange, "label" | "sides">,
  category: CategoryText | null,
): SuggestionProblem | null {
  if (kind === "rename" || kind === "add") {
    if (!label.trim()) return "labelEmpty";
    if (label.length > LABEL_CHARACTERS_MAX) return "labelLong";
  }
  if ((kind === "move" || kind === "add") && !SIDES.some((side) => side === sides)) return "sidesMissing";
  if (!category) return null;
  if (category.status === "removed") return kind === "remove" ? "alreadyRemoved" : "categoryRemoved";
  if (kind === "rename" && label.trim() === category.label.trim()) return "sameLabel";
  if (kind === "move" && sides === category.sides) return "sameSides";
  return null;
}
