/** Tables of what people say between meetings, as Kysely sees them. What each is for: db/README.md. */
import type { ColumnType, Generated } from "kysely";
import type { PositionValue } from "../../app/domain/positions/position";
import type { SuggestedChange, SuggestionKind } from "../../app/domain/suggestions";
import type { PassageAnchor } from "../../app/domain/text/anchor";
import type { Created, Json, JsonOrNull, Order } from "./columns";

export interface PositionRequestsTable {
  id: Generated<string>;
  draft_id: string;
  /** YYYY-MM-DD, a Finnish day. */
  due_on: string;
  message: string;
  asked_by: string;
  created_at: Created;
}
export interface PositionsTable {
  id: Generated<string>;
  n: Order;
  draft_id: string;
  /** Null for the draft as a whole. */
  category_id: string | null;
  party_id: string;
  /** Null when the party took its position back. */
  value: PositionValue | null;
  reason: string;
  /** Of the text it was given on, and that text as canonical JSON (rule P4). */
  content_hash: string;
  content: string;
  /** The party's own organ that confirmed it (rule P5), or null while preliminary. */
  organ: string | null;
  section: string | null;
  organ_date: string | null;
  /** Who told it by telephone and when; null when the party gave it itself. */
  told_by: string | null;
  told_at: Date | null;
  given_by: string;
  given_at: ColumnType<Date, Date | undefined, never>;
  is_example: Generated<boolean>;
}
export interface PositionPreparationsTable {
  draft_id: string;
  /** Empty for the draft as a whole. */
  category_id: string;
  party_id: string;
  value: PositionValue | null;
  reason: string;
  prepared_by: string;
  prepared_at: Date;
}
export interface ProposalsTable {
  id: Generated<string>;
  n: Order;
  draft_id: string;
  version_id: string;
  text: string;
  category_ids: Json<string[]>;
  made_by: string;
  created_at: Created;
}
export interface ThreadsTable {
  id: Generated<string>;
  n: Order;
  table_id: string;
  subject_kind: "draft" | "category" | "version" | "round";
  /** The draft's, version's or round's id; the draft's for a category. */
  subject_id: string;
  draft_id: string | null;
  category_id: string | null;
  /** The words of a text that it is about; null for a thread on the whole. */
  anchor: JsonOrNull<PassageAnchor>;
  opened_by: string;
  created_at: Created;
}
export interface CommentsTable {
  id: Generated<string>;
  n: Order;
  thread_id: string;
  kind: "comment" | "question" | "reply";
  body: string;
  author_id: string;
  party_id: string | null;
  created_at: Created;
  is_example: Generated<boolean>;
}
export interface CommentEditsTable {
  id: Generated<string>;
  n: Order;
  comment_id: string;
  body: string;
  created_at: Created;
}
export interface CommentMentionsTable {
  id: Generated<string>;
  comment_id: string;
  person_id: string | null;
  party_id: string | null;
}
export interface ThreadEventsTable {
  id: Generated<string>;
  n: Order;
  thread_id: string;
  kind: "resolved" | "reopened";
  person_id: string;
  created_at: Created;
}
export interface ThreadReadsTable {
  thread_id: string;
  person_id: string;
  read_at: Date;
}
export interface SuggestionsTable {
  id: Generated<string>;
  n: Order;
  draft_id: string;
  kind: SuggestionKind;
  category_id: string | null;
  change: Json<SuggestedChange>;
  /** Of the category it was made on; null for an added one. */
  content_hash: string | null;
  reason: string;
  author_id: string;
  party_id: string | null;
  created_at: Created;
  is_example: Generated<boolean>;
}
export interface SuggestionFatesTable {
  suggestion_id: string;
  fate: "accepted" | "declined" | "withdrawn";
  reason: string;
  /** The category it made, of an accepted addition. */
  category_id: string | null;
  /** Log position of the change that accepting made. */
  seq: number | null;
  decided_by: string;
  created_at: Created;
}
export interface StatementRoundsTable {
  id: Generated<string>;
  n: Order;
  table_id: string;
  draft_id: string;
  version_id: string;
  slug: string;
  title: string;
  background: string;
  /** YYYY-MM-DD: the last day, in Finland. */
  due_on: string;
  opened_by: string;
  created_at: Created;
  closed_at: Date | null;
  closed_by: string | null;
}
export interface RoundRecipientsTable {
  round_id: string;
  party_id: string;
  position: number;
  /** The secretary lets a late statement in until this day. */
  let_in_until: string | null;
  asked_again_at: Date | null;
}
export interface RoundQuestionsTable {
  id: Generated<string>;
  round_id: string;
  position: number;
  text: string;
  /** Null for a question about the whole. */
  category_id: string | null;
  /** Asked of this party alone; null for everyone. */
  party_id: string | null;
}
export interface StatementPartsTable {
  round_id: string;
  party_id: string;
  /** "whole", "category:<id>", "change:<id>" or "question:<id>". */
  part: string;
  document_id: string;
  created_at: Created;
}
export interface AttachmentsTable {
  id: Generated<string>;
  round_id: string;
  party_id: string;
  name: string;
  bytes: Uint8Array;
  size: number;
  sha256: string;
  uploaded_by: string;
  created_at: Created;
  removed_at: Date | null;
}
export interface StatementsTable {
  id: Generated<string>;
  n: Order;
  round_id: string;
  party_id: string;
  /** Canonical JSON of the parts and the attachments' hashes. */
  content: string;
  sha256: string;
  organ: string;
  section: string | null;
  organ_date: string | null;
  is_late: boolean;
  sent_by: string;
  sent_at: ColumnType<Date, Date | undefined, never>;
  is_example: Generated<boolean>;
}
export interface ProposedChangesTable {
  id: Generated<string>;
  n: Order;
  statement_id: string;
  category_id: string | null;
  text: string;
}
export interface ProposedChangeAnswersTable {
  id: Generated<string>;
  n: Order;
  change_id: string;
  answer: "accepted" | "partly" | "declined";
  reason: string;
  answered_by: string;
  created_at: Created;
}
export interface Speech {
  position_requests: PositionRequestsTable;
  positions: PositionsTable;
  position_preparations: PositionPreparationsTable;
  proposals: ProposalsTable;
  threads: ThreadsTable;
  comments: CommentsTable;
  comment_edits: CommentEditsTable;
  comment_mentions: CommentMentionsTable;
  thread_events: ThreadEventsTable;
  thread_reads: ThreadReadsTable;
  suggestions: SuggestionsTable;
  suggestion_fates: SuggestionFatesTable;
  statement_rounds: StatementRoundsTable;
  round_recipients: RoundRecipientsTable;
  round_questions: RoundQuestionsTable;
  statement_parts: StatementPartsTable;
  attachments: AttachmentsTable;
  statements: StatementsTable;
  proposed_changes: ProposedChangesTable;
  proposed_change_answers: ProposedChangeAnswersTable;
}
