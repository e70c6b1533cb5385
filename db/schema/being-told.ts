/** Tables of being told, accounts and search, as Kysely sees them. What each is for: db/README.md. */
import type { ColumnType, Generated } from "kysely";
import type { Localized } from "../../app/domain/languages";
import type { NotificationKind, NotificationLevel } from "../../app/domain/notifications";
import type { Created, Json, JsonOrNull, Order } from "./columns";

export interface NotificationsTable {
  id: Generated<string>;
  n: Order;
  person_id: string;
  table_id: string;
  kind: NotificationKind;
  draft_id: string | null;
  category_id: string | null;
  /** The thread, suggestion, round, statement or position it is about. */
  subject_id: string | null;
  /** Who did it. */
  actor_id: string | null;
  /** The party that did it or that is asked. */
  party_id: string | null;
  detail: Json<Record<string, unknown>>;
  /** One person is told once of one key. */
  key: string;
  created_at: Created;
  read_at: Date | null;
  /** It went into a mail, or was decided to need none. */
  settled_at: Date | null;
}
export interface NotificationLevelsTable {
  person_id: string;
  table_id: string;
  level: NotificationLevel;
}
/** A calendar that goes with a mail: what to do with it is its method. */
export interface MailAttachment {
  name: string;
  method: "request" | "cancel";
  content: string;
}
export interface MailsTable {
  id: Generated<string>;
  n: Order;
  person_id: string | null;
  to_address: string;
  kind: string;
  subject: string;
  text: string;
  html: string;
  headers: Json<Record<string, string>>;
  /** Files that go with it; null for none. */
  attachments: JsonOrNull<MailAttachment[]>;
  message_id: string;
  /** One mail for one key; null for those that may repeat. */
  key: string | null;
  created_at: Created;
  sent_at: Date | null;
  attempts: Generated<number>;
  /** Not to be tried before; null is at once. */
  next_try_at: Date | null;
  last_problem: string | null;
  gave_up_at: Date | null;
}
export interface BouncesTable {
  id: Generated<string>;
  address: string;
  reason: string;
  mail_id: string | null;
  created_at: Created;
  cleared_at: Date | null;
}
export interface MailedLinksTable {
  id: Generated<string>;
  token_hash: string;
  person_id: string;
  table_id: string;
  party_id: string;
  purpose: "position" | "statement" | "decision";
  draft_id: string | null;
  category_id: string | null;
  round_id: string | null;
  proposed_decision_id: string | null;
  created_at: Created;
  expires_at: Date;
  revoked_at: Date | null;
}
export interface DraftVisitsTable {
  person_id: string;
  draft_id: string;
  /** Log position that the person saw. */
  seq: number;
  visited_at: Date;
}
export interface PasswordResetsTable {
  id: Generated<string>;
  token_hash: string;
  person_id: string;
  created_at: Created;
  expires_at: Date;
  used_at: Date | null;
}
export interface EmailChangesTable {
  id: Generated<string>;
  token_hash: string;
  person_id: string;
  email: string;
  created_at: Created;
  expires_at: Date;
  used_at: Date | null;
}
export interface CategoryTextsTable {
  document_id: string;
  category_id: string;
  label: Json<Localized>;
  rationale: Json<Localized>;
  question: string | null;
  status: string;
  content_hash: string;
  /** The log position it was read at, the same for all rows of a document. */
  seq: number;
  words: ColumnType<string, never, never>;
}

export interface BeingTold {
  notifications: NotificationsTable;
  notification_levels: NotificationLevelsTable;
  mails: MailsTable;
  bounces: BouncesTable;
  mailed_links: MailedLinksTable;
  draft_visits: DraftVisitsTable;
  password_resets: PasswordResetsTable;
  email_changes: EmailChangesTable;
  category_texts: CategoryTextsTable;
}
