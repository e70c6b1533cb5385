/** What is wrong in a split, as values: some of it blocks freezing, the rest is warned about. */
import { LANGUAGES } from "../languages";
import {
  byOrder,
  CATEGORIES_MAX,
  type Category,
  LABEL_CHARACTERS_MAX,
  LEGAL_BASIS_CHARACTERS_MAX,
  QUESTION_CHARACTERS_MAX,
  RATIONALE_CHARACTERS_MAX,
  SIDES,
  type Split,
} from "./split";

export const SPLIT_PROBLEMS = [
  "emptyLabel",
  "longLabel",
  "sameLabel", // rule S7: only warned about
  "longRationale",
  "longQuestion",
  "longLegalBasis",
  "tooManyCategories",
] as const;
export type SplitProblemKind = (typeof SPLIT_PROBLEMS)[number];

export interface SplitProblem {
  kind: SplitProblemKind;
  /** The category it concerns, or null when it concerns the whole split. */
  category: Category | null;
  /** A blocking problem must be mended before a version can be frozen. */
  blocks: boolean;
}

const characters = (text: string | undefined | null) => text?.length ?? 0;

/** Problems of the categories on the board, in board order. Removed categories have none. */
export function validateSplit(split: Split): SplitProblem[] {
  const board = split.categories.filter(({ status }) => status !== "removed").sort(byOrder);
  const problems: SplitProblem[] = [];
  if (split.categories.length > CATEGORIES_MAX)
    problems.push({ kind: "tooManyCategories", category: null, blocks: false });
  for (const sides of SIDES) {
    const seen = new Set<string>();
    for (const category of board.filter((c) => c.sides === sides)) {
      problems.push(...problemsOf(category));
      const label = category.label.fi.trim().toLocaleLowerCase("fi");
      if (label && seen.has(label)) problems.push({ kind: "sameLabel", category, blocks: false });
      seen.add(label);
    }
  }
  return problems;
}

/** The problems that keep a version from being frozen: an empty or an over-long label. */
export function freezeBlockers(split: Split): SplitProblem[] {
  return validateSplit(split).filter(({ blocks }) => blocks);
}

function problemsOf(category: Category): SplitProblem[] {
  const problems: SplitProblem[] = [];
  const add = (kind: SplitProblemKind, blocks: boolean) => problems.push({ kind, category, blocks });
  if (!category.label.fi.trim()) add("emptyLabel", true);
  if (LANGUAGES.some((language) => characters(category.label[language]) > LABEL_CHARACTERS_MAX))
    add("longLabel", true);
  if (LANGUAGES.some((language) => characters(category.rationale[language]) > RATIONALE_CHARACTERS_MAX))
    add("longRationale", false);
  if (characters(category.question?.text) > QUESTION_CHARACTERS_MAX) add("longQuestion", false);
  if (characters(category.legalBasis) > LEGAL_BASIS_CHARACTERS_MAX) add("longLegalBasis", false);
  return problems;
}
