/** A decision by consensus: what is put to the parties, what they answer, and how it ends (rules D1–D7). */
import type { PositionValue } from "../positions/position";

/** When a party sees the others' positions: after giving its own, or at once. */
export const REVEALS = ["afterOwn", "atOnce"] as const;
export type Reveal = (typeof REVEALS)[number];
/** What silence is after the deadline: it waits for ever, or consents where the request said so (rule D3). */
export const SILENCES = ["waits", "consents"] as const;
export type Silence = (typeof SILENCES)[number];

/** How a position came: from the party's own seat, by a mailed link, told to the secretary. */
export const HOWS = ["seat", "link", "told"] as const;
export type How = (typeof HOWS)[number];

/** One party's current position on a proposed decision. */
export interface GivenPosition {
  partyId: string;
  value: PositionValue;
}

/** What evaluateVerdict answers (settled by rule D3). Party ids keep the order of the entitled. */
export type Verdict =
  | { kind: "noQuorum"; present: number; needed: number }
  | { kind: "waiting"; for: string[] }
  | { kind: "unanimous" }
  | { kind: "consensusWithReservations"; reservations: string[] }
  | { kind: "notReached"; objections: string[] };

/** Outcomes that can be stated; `waiting` and `noQuorum` cannot (rule D4). */
export const OUTCOMES = ["unanimous", "consensusWithReservations", "notReached"] as const;
export type DecisionOutcome = (typeof OUTCOMES)[number];

export const STATEMENT_KINDS = ["supplementary", "dissent"] as const;
export type DecisionStatementKind = (typeof STATEMENT_KINDS)[number];

/** Limits, in characters. */
export const DECISION_TEXT_CHARACTERS_MAX = 10_000;
export const DECISION_STATEMENT_CHARACTERS_MAX = 5000;
/** Characters of a hash that people read to each other. */
export const SHORT_HASH_CHARACTERS = 8;
