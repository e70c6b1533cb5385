/** A proposed or stated decision as one viewer may see it. */
import type {
  DecisionOutcome,
  DecisionStatementKind,
  How,
  Reveal,
  Silence,
  Verdict,
} from "../domain/decisions/decision";
import type { Localized } from "../domain/languages";
import type { PositionValue } from "../domain/positions/position";

export interface PartyAnswer {
  party: { id: string; shortName: string; name: Localized; color: number };
  /** Null while it is silent, took it back, or the viewer may not see it yet. */
  value: PositionValue | null;
  /** Whether it has answered, also where `value` is hidden (rule of the table). */
  hasAnswered: boolean;
  reason: string;
  how: How | null;
  toldBy: string | null;
  givenAt: string | null;
  isExample: boolean;
  /** Of a voided proposal: what it had answered stays readable. */
}

export interface DecisionCardData {
  /** The proposed decision's id. */
  id: string;
  text: string;
  draft: { slug: string; title: Localized };
  version: { number: number; sha256: string };
  meeting: { slug: string; number: number; year: number } | null;
  itemId: string | null;
  reveal: Reveal;
  silence: Silence;
  dueAt: string | null;
  openedAt: string;
  isExample: boolean;
  /** Open, sealed, withdrawn, or replaced by the one that `replacedBy` names. */
  state: "open" | "stated" | "withdrawn" | "replaced";
  replacedBy: string | null;
  /** The one whose positions this one voided, or null. */
  replaces: string | null;
  endReason: string;
  verdict: Verdict;
  answers: PartyAnswer[];
  statements: {
    party: string;
    kind: DecisionStatementKind;
    text: string;
    givenAt: string;
    isExample: boolean;
  }[];
  stated: {
    decisionId: string;
    number: number;
    year: number;
    outcome: DecisionOutcome;
    at: string;
    seal: string;
  } | null;
  /** The draft has a later version than the one proposed. */
  hasNewerVersion: boolean;
  /** Parties that the viewer gives the word of. */
  mine: { partyId: string; value: PositionValue | null; reason: string; mayAnswer: boolean }[];
  may: { state: boolean; replace: boolean; enterTold: boolean };
}
