/** The database as Kysely sees it. What each table is for: db/README.md. */
import type { ColumnType, Generated } from "kysely";
import type { Reveal, Silence } from "../../app/domain/decisions/decision";
import type { DraftKind } from "../../app/domain/drafts";
import type { Localized } from "../../app/domain/languages";
import type { QuorumRule, RecordKind } from "../../app/domain/meetings/meeting";
import type { DraftState, Role } from "../../app/domain/policy";
import type { Sides } from "../../app/domain/split/split";
import type { BeingTold } from "./being-told";
import type { Created, Json } from "./columns";
import type { Decisions } from "./decisions";
import type { Meetings } from "./meetings";
import type { Speech } from "./speech";
import type { Texts } from "./texts";

export const PARTY_KINDS = [
  "municipality",
  "region",
  "associationCouncil",
  "rescueDepartment",
  "regionalDevelopmentCouncil",
  "association",
  "other",
] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** A body of text that belongs to a table or a draft: facts with their source. */
export interface BackgroundSection {
  title: Localized;
  items: Localized[];
  source?: string;
}

export interface RegionsTable {
  id: Generated<string>;
  slug: string;
  name: Json<Localized>;
  created_at: Created;
}
export interface PartiesTable {
  id: Generated<string>;
  region_id: string;
  slug: string;
  kind: PartyKind;
  /** Full name in each language. */
  name: Json<Localized>;
  /** Finnish genitive: "Liperin". */
  genitive: string;
  /** What stands on an avatar or a tag: "Liperi", "JANE". */
  short_name: string;
  color: number;
  created_at: Created;
}
export interface PersonsTable {
  id: Generated<string>;
  name: string;
  email: string | null;
  password_hash: string | null;
  language: string;
  is_administrator: Generated<boolean>;
  /** The seat of the demo that this person is, or null. */
  demo_seat: string | null;
  created_at: Created;
}
export interface TablesTable {
  id: Generated<string>;
  region_id: string;
  slug: string;
  kind: string;
  name: Json<Localized>;
  purpose: Json<Localized>;
  observers_comment: Generated<boolean>;
  /** What its record is called and made of; rules of its meetings and decisions. */
  record_kind: Generated<RecordKind>;
  quorum: Generated<QuorumRule>;
  reveal: Generated<Reveal>;
  silence: Generated<Silence>;
  background: Json<BackgroundSection[]>;
  created_at: Created;
}
export interface TablePartiesTable {
  table_id: string;
  party_id: string;
  position: number;
}
export interface MembershipsTable {
  id: Generated<string>;
  person_id: string;
  table_id: string;
  party_id: string | null;
  role: Role;
  speaks: boolean;
  deputy: Generated<boolean>;
  starts_at: Generated<Date>;
  ends_at: Date | null;
  created_at: Created;
}
export interface InvitationsTable {
  id: Generated<string>;
  table_id: string;
  party_id: string | null;
  role: Role;
  speaks: boolean;
  deputy: Generated<boolean>;
  token_hash: string;
  created_by: string;
  created_at: Created;
  expires_at: Date;
  used_at: Date | null;
  used_by: string | null;
  revoked_at: Date | null;
}
export interface SessionsTable {
  /** sha256 of the session id, hex: a dump of the database opens no session. */
  id: string;
  person_id: string;
  created_at: Created;
  /** Idle end, moved on with use. */
  expires_at: Date;
  /** Absolute end, never moved. */
  ends_at: Date;
  /** Browser and system in a few words, for the session list. */
  device: string;
  /** Last time a password or demo seat proved who it is. */
  proven_at: Date;
}
export interface DocumentsTable {
  id: Generated<string>;
  kind: "split" | "note" | "text";
  schema_version: number;
  /** The last sequence number in document_updates. */
  last_seq: Generated<number>;
  /** Change events are derived up to this sequence number. */
  derived_seq: Generated<number>;
  /** Raised by a restore from a backup: what was read in another epoch may not be continued. */
  epoch: Generated<number>;
  created_at: Created;
}
export interface DocumentUpdatesTable {
  document_id: string;
  seq: number;
  update_id: string;
  person_id: string;
  session_id: string | null;
  origin: "edit" | "seed" | "copy" | "restore";
  bytes: Uint8Array;
  sha256: string;
  created_at: Created;
}
export interface DocumentSnapshotsTable {
  document_id: string;
  /** The log position it covers. */
  seq: number;
  /** The document's state as one Yjs update. */
  bytes: Uint8Array;
  sha256: string;
  created_at: Created;
}
/** One row. */
export interface InstallationTable {
  is_this: Generated<true>;
  /** 32 random bytes: what signs the leases of client ids, the same on every server of this database. */
  lease_key: ColumnType<Uint8Array, never, never>;
  created_at: Created;
}
export interface DraftsTable {
  id: Generated<string>;
  table_id: string;
  slug: string;
  kind: DraftKind;
  title: Json<Localized>;
  state: Generated<DraftState>;
  /** False: members suggest, and only those who prepare edit. */
  members_edit: Generated<boolean>;
  document_id: string;
  /** Words beside the side's name on the board: { municipality: {fi: "esimerkinomaisesti"}, … }. */
  side_notes: Json<Partial<Record<Sides, Localized>>>;
  background: Json<BackgroundSection[]>;
  created_by: string;
  created_at: Created;
}
export interface VersionsTable {
  id: Generated<string>;
  draft_id: string;
  number: number;
  label: string;
  meeting_date: string | null;
  /** The log position it was taken at. */
  seq: number;
  /** Canonical JSON (RFC 8785) of the split or of the text. */
  content: string;
  sha256: string;
  frozen_by: string;
  frozen_at: Created;
}
export interface ChangeEventsTable {
  id: Generated<string>;
  document_id: string;
  category_id: string;
  field: string;
  first_seq: number;
  last_seq: number;
  person_id: string;
  before: Json<unknown>;
  after: Json<unknown>;
  started_at: Date;
  ended_at: Date;
}
export interface ChangeRemarksTable {
  id: Generated<string>;
  document_id: string;
  category_id: string;
  seq: number;
  wish: string;
  /** The suggestion that this change accepted. */
  suggestion_id: string | null;
  author_id: string;
  created_at: Created;
}
export interface AuditEventsTable {
  id: Generated<string>;
  at: Created;
  person_id: string | null;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  detail: Json<Record<string, unknown>>;
}

export interface Database extends Speech, BeingTold, Texts, Meetings, Decisions {
  regions: RegionsTable;
  parties: PartiesTable;
  persons: PersonsTable;
  tables: TablesTable;
  table_parties: TablePartiesTable;
  memberships: MembershipsTable;
  invitations: InvitationsTable;
  sessions: SessionsTable;
  documents: DocumentsTable;
  document_updates: DocumentUpdatesTable;
  document_snapshots: DocumentSnapshotsTable;
  installation: InstallationTable;
  drafts: DraftsTable;
  versions: VersionsTable;
  change_events: ChangeEventsTable;
  change_remarks: ChangeRemarksTable;
  audit_events: AuditEventsTable;
}
