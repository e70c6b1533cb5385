/** What the positions of the entitled parties come to (rules D2–D4). Pure. */
import type { PositionValue } from "../positions/position";
import { type DecisionOutcome, type GivenPosition, OUTCOMES, type Silence, type Verdict } from "./decision";

export interface VerdictFacts {
  /** Party ids, fixed when the proposal was opened; each once. */
  entitled: readonly string[];
  /** The current position of each party that has one; those of others do not count. */
  positions: readonly GivenPosition[];
  /** Parties that must be present and those that are; null for a decision between meetings, or a table without the rule. */
  quorum: { needed: number; present: number } | null;
  /** What silence is once the deadline has passed: the request said so. */
  silence: Silence;
  isPastDeadline: boolean;
}

/**
 * The verdict, in this order: below quorum there is none; an objection ends it; while a party is silent it waits, unless silence
 * consents and the deadline has passed; where nobody is for it, it is not reached; then reservations; else it is unanimous. The order
 * in which positions come never matters.
 */
export function evaluateVerdict({
  entitled,
  positions,
  quorum,
  silence,
  isPastDeadline,
}: VerdictFacts): Verdict {
  if (quorum && quorum.present < quorum.needed) return { kind: "noQuorum", ...quorum };
  const given = new Map(positions.map(({ partyId, value }) => [partyId, value]));
  const consents = silence === "consents" && isPastDeadline;
  const valueFor = (party: string): PositionValue | undefined =>
    given.get(party) ?? (consents ? "accept" : undefined);
  const those = (value: PositionValue) => entitled.filter((party) => valueFor(party) === value);
  const objections = those("object");
  if (objections.length > 0) return { kind: "notReached", objections };
  const silent = entitled.filter((party) => valueFor(party) === undefined);
  if (silent.length > 0) return { kind: "waiting", for: silent };
  const isForIt = (party: string) => valueFor(party) === "support" || valueFor(party) === "accept";
  if (!entitled.some(isForIt)) return { kind: "notReached", objections: [] };
  const reservations = those("reservation");
  return reservations.length > 0
    ? { kind: "consensusWithReservations", reservations }
    : { kind: "unanimous" };
}

/** The outcome that the chair can state, or null: it is the verdict's own, and nothing else (rule D4). */
export function statableOutcome(verdict: Verdict): DecisionOutcome | null {
  return OUTCOMES.find((outcome) => outcome === verdict.kind) ?? null;
}
