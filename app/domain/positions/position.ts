/** A party's stated view on a category or on a draft as a whole (rules P1–P5). */

/** In the order in which they are offered (rule P2). */
export const POSITION_VALUES = ["support", "accept", "reservation", "object", "abstain"] as const;
export type PositionValue = (typeof POSITION_VALUES)[number];

/** Limits, in characters. */
export const REASON_CHARACTERS_MAX = 5000;
export const ORGAN_CHARACTERS_MAX = 200;
export const SECTION_CHARACTERS_MAX = 50;
export const TOLD_BY_CHARACTERS_MAX = 200;
export const PROPOSAL_CHARACTERS_MAX = 10_000;
export const REQUEST_MESSAGE_CHARACTERS_MAX = 2000;

/** What a position says. A reservation and an objection need a reason (rule P2). */
export interface PositionWords {
  value: PositionValue;
  reason: string;
}

/** Must this value come with a reason? (rule P2) */
export function needsReason(value: PositionValue): boolean {
  return value === "reservation" || value === "object";
}
