/** The summary of the statements (lausuntotiivistelmä) and the closing of a round. */
import type { Parts } from "./parts";
import { categoryPart, changePart } from "./parts";

export const CHANGE_ANSWERS = ["accepted", "partly", "declined"] as const;
export type ChangeAnswer = (typeof CHANGE_ANSWERS)[number];

/** A recipient's latest statement, as the summary needs it. */
export interface GivenStatement {
  partyId: string;
  isLate: boolean;
  parts: Parts;
}

/** What one party says of one category. */
export type Cell = { said: boolean; proposes: boolean };

export interface CategorySummary {
  categoryId: string;
  /** Parties that say something of it, in the order given. */
  said: string[];
  /** Parties that propose a change, with its words. */
  changes: { partyId: string; text: string }[];
}

/** Whether the statement speaks of the category, and whether it proposes a change of it. */
export function cellOf({ parts }: Pick<GivenStatement, "parts">, categoryId: string): Cell {
  return {
    said: Boolean(parts[categoryPart(categoryId)]?.trim()),
    proposes: Boolean(parts[changePart(categoryId)]?.trim()),
  };
}

/** Who said something of each category and who proposes what, in the order of the categories and statements. */
export function summarize(categoryIds: string[], statements: GivenStatement[]): CategorySummary[] {
  return categoryIds.map((categoryId) => ({
    categoryId,
    said: statements.flatMap((one) => {
      const { said, proposes } = cellOf(one, categoryId);
      return said || proposes ? [one.partyId] : [];
    }),
    changes: statements.flatMap(({ partyId, parts }) => {
      const text = parts[changePart(categoryId)]?.trim();
      return text ? [{ partyId, text }] : [];
    }),
  }));
}

/** The proposed changes that keep a round open: those without an answer with a reason (rule R3). */
export function unanswered<C extends { answer: { reason: string } | null }>(changes: C[]): C[] {
  return changes.filter(({ answer }) => !answer?.reason.trim());
}
