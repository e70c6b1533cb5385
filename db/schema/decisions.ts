/** Tables of decisions, their chain of seals, and minutes, as Kysely sees them. What each is for: db/README.md. */
import type { Generated } from "kysely";
import type {
  DecisionOutcome,
  DecisionStatementKind,
  How,
  Reveal,
  Silence,
} from "../../app/domain/decisions/decision";
import type { PositionValue } from "../../app/domain/positions/position";
import type { Created, Json, Once, Order } from "./columns";

export interface ProposedDecisionsTable {
  id: Generated<string>;
  n: Order;
  table_id: string;
  meeting_id: string | null;
  item_id: string | null;
  draft_id: string;
  version_id: string;
  version_sha256: string;
  text: string;
  /** Party ids, fixed when it was opened (rule D2). */
  entitled: Json<string[]>;
  /** Parties that must be present; 0 for none. */
  quorum: number;
  reveal: Reveal;
  silence: Silence;
  due_at: Date | null;
  replaces: string | null;
  /** The decision that it would correct (rule D6). */
  corrects: string | null;
  opened_by: string;
  opened_at: Once;
  is_example: Generated<boolean>;
  key: string;
}
export interface ProposedDecisionEndsTable {
  proposed_decision_id: string;
  kind: "withdrawn" | "replaced";
  reason: Generated<string>;
  ended_by: string;
  ended_at: Once;
}
export interface DecisionPositionsTable {
  id: Generated<string>;
  n: Order;
  proposed_decision_id: string;
  party_id: string;
  /** Null when the party took its position back. */
  value: PositionValue | null;
  reason: Generated<string>;
  how: How;
  told_by: string | null;
  given_by: string;
  given_at: Once;
  is_example: Generated<boolean>;
  key: string;
}
export interface DecisionStatementsTable {
  id: Generated<string>;
  n: Order;
  proposed_decision_id: string;
  party_id: string;
  kind: DecisionStatementKind;
  text: string;
  given_by: string;
  given_at: Once;
  is_example: Generated<boolean>;
  key: string;
}
export interface SealsTable {
  id: Generated<string>;
  table_id: string;
  /** In the table's chain, from 1. */
  place: number;
  kind: "decision" | "minutes";
  /** Canonical JSON (RFC 8785). */
  content: string;
  content_sha256: string;
  previous_sha256: string | null;
  sealed_at: Once;
  sha256: string;
}
/** Who stands behind a hash in a seal. */
export interface SealedNamesTable {
  name_hash: string;
  table_id: string;
  /** Null when the name was erased. */
  person_id: string | null;
  name: string;
  salt: string | null;
  created_at: Created;
  erased_at: Date | null;
  erased_by: string | null;
}
export interface DecisionsTable {
  id: Generated<string>;
  n: Order;
  table_id: string;
  number: number;
  year: number;
  proposed_decision_id: string;
  seal_id: string;
  outcome: DecisionOutcome;
  corrects_id: string | null;
  stated_by: string;
  stated_at: Once;
  key: string;
}
export interface MeetingMinutesTable {
  meeting_id: string;
  draft_id: string;
  comment_until: Date | null;
  started_by: string;
  created_at: Created;
}
export interface MinutesApprovalsTable {
  id: Generated<string>;
  n: Order;
  meeting_id: string;
  role: "chair" | "secretary";
  content_sha256: string;
  approved_by: string;
  approved_at: Once;
  key: string;
}
export interface ApprovedMinutesTable {
  meeting_id: string;
  version_id: string;
  seal_id: string;
  approved_at: Once;
}
export interface Decisions {
  proposed_decisions: ProposedDecisionsTable;
  proposed_decision_ends: ProposedDecisionEndsTable;
  decision_positions: DecisionPositionsTable;
  decision_statements: DecisionStatementsTable;
  seals: SealsTable;
  sealed_names: SealedNamesTable;
  decisions: DecisionsTable;
  meeting_minutes: MeetingMinutesTable;
  minutes_approvals: MinutesApprovalsTable;
  approved_minutes: ApprovedMinutesTable;
}
