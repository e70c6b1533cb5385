/** Tables of meetings and of the roads of drafts, as Kysely sees them. What each is for: db/README.md. */
import type { ColumnType, Generated } from "kysely";
import type { Localized } from "../../app/domain/languages";
import type {
  AttachmentKind,
  AttendanceList,
  ItemKind,
  ItemOrigin,
  MeetingEventKind,
  MeetingState,
  ParticipantRole,
  QuorumRule,
  RecordKind,
} from "../../app/domain/meetings/meeting";
import type { Created, Json, JsonOrNull, Once, Order } from "./columns";

export interface MeetingsTable {
  id: Generated<string>;
  table_id: string;
  slug: string;
  number: number;
  year: number;
  /** Planned times. */
  starts_at: Date;
  ends_at: Date | null;
  place: Generated<string>;
  remote_link: Generated<string>;
  is_in_person: Generated<boolean>;
  /** Words of the invitation. */
  message: Generated<string>;
  record_kind: RecordKind;
  quorum: QuorumRule;
  /** Nothing is written into it: whoever has joined it is here, and hears news of the meeting. */
  document_id: string;
  /** State and current item are what the events say, kept for reading. */
  state: Generated<MeetingState>;
  current_item_id: string | null;
  opened_at: Date | null;
  closed_at: Date | null;
  invited_at: Date | null;
  /** Grows with every change that calendars must know. */
  revision: Generated<number>;
  /** The item of another meeting under which this one was set. */
  set_in_item_id: string | null;
  /** The public document that it is replayed from. */
  source: Generated<string>;
  is_example: Generated<boolean>;
  created_by: string;
  created_at: Created;
}
export interface ParticipantsTable {
  id: Generated<string>;
  meeting_id: string;
  person_id: string | null;
  party_id: string | null;
  name: string;
  title: Generated<string>;
  list: AttendanceList;
  role: ParticipantRole;
  /** Whom a deputy sits for. */
  substitutes_id: string | null;
  position: number;
  /** Of the form that added it. */
  key: string | null;
  created_at: Created;
}
export interface AgendaItemsTable {
  id: Generated<string>;
  meeting_id: string;
  position: number;
  kind: Generated<ItemKind>;
  title: Json<Localized>;
  presenter: Generated<string>;
  proposal: ColumnType<Localized, string | undefined, string>;
  draft_id: string | null;
  /** A shared text. */
  handling_id: string;
  origin: JsonOrNull<ItemOrigin>;
  created_at: Created;
  removed_at: Date | null;
  /** The browser's own id of the deed; null for what no form added. */
  key: Generated<string | null>;
}
export interface AgendaAttachmentsTable {
  id: Generated<string>;
  item_id: string;
  number: number;
  title: string;
  kind: AttachmentKind;
  draft_id: string | null;
  version_id: string | null;
  name: string | null;
  bytes: Uint8Array | null;
  size: number | null;
  sha256: string | null;
  added_by: string;
  created_at: Created;
  removed_at: Date | null;
}
export interface MeetingEventsTable {
  id: Generated<string>;
  n: Order;
  meeting_id: string;
  kind: MeetingEventKind;
  at: Once;
  item_id: string | null;
  participant_id: string | null;
  /** The rest of MeetingEventBody. */
  detail: Json<Record<string, unknown>>;
  corrects: string | null;
  recorded_by: string;
  created_at: Created;
  key: string;
}
export interface SpeakingEventsTable {
  id: Generated<string>;
  n: Order;
  meeting_id: string;
  item_id: string | null;
  turn_id: string;
  kind: "asked" | "withdrawn" | "given" | "ended";
  participant_id: string;
  is_point_of_order: Generated<boolean>;
  at: Once;
  recorded_by: string;
  key: string;
}
export interface SeatLinksTable {
  id: Generated<string>;
  token_hash: string;
  meeting_id: string;
  person_id: string;
  created_at: Created;
  expires_at: Date;
  revoked_at: Date | null;
  /** When the telephone last asked; written in steps, see note-seat-seen. */
  seen_at: Date | null;
}
export interface CalendarLinksTable {
  id: Generated<string>;
  token_hash: string;
  person_id: string;
  /** Null for all of the person's tables. */
  table_id: string | null;
  created_at: Created;
  revoked_at: Date | null;
}
export interface RoadStepsTable {
  id: Generated<string>;
  n: Order;
  draft_id: string;
  position: number;
  kind: "thumbsUp" | "discussed" | "handled" | "agenda" | "decided";
  body: Json<Localized>;
  note: JsonOrNull<Localized>;
  /** YYYY-MM-DD. */
  happens_on: string | null;
  /** HH:MM, Finnish time. */
  starts: string | null;
  ends: string | null;
  meeting_id: string | null;
  source: Generated<string>;
  recorded_by: string;
  created_at: Created;
  /** The browser's own id of the deed; null for what was not recorded by a form. */
  key: Generated<string | null>;
}
export interface RoadOutcomesTable {
  id: Generated<string>;
  n: Order;
  step_id: string;
  state: "done" | "cancelled";
  text: Json<Localized>;
  recorded_by: string;
  created_at: Created;
}
export interface RoadThumbsTable {
  id: Generated<string>;
  n: Order;
  step_id: string;
  party_id: string;
  is_up: boolean;
  given_by: string;
  given_at: Once;
  is_example: Generated<boolean>;
}
export interface Meetings {
  meetings: MeetingsTable;
  participants: ParticipantsTable;
  agenda_items: AgendaItemsTable;
  agenda_attachments: AgendaAttachmentsTable;
  meeting_events: MeetingEventsTable;
  speaking_events: SpeakingEventsTable;
  seat_links: SeatLinksTable;
  calendar_links: CalendarLinksTable;
  road_steps: RoadStepsTable;
  road_outcomes: RoadOutcomesTable;
  road_thumbs: RoadThumbsTable;
}
