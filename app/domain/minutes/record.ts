/** Everything that minutes are derived from (rule M4): facts only, in the order of the agenda. Made by server/queries/meeting-record.server.ts. */
import type { DecisionOutcome, DecisionStatementKind, How } from "../decisions/decision";
import type { Localized } from "../languages";
import type {
  AttachmentKind,
  AttendanceList,
  ItemKind,
  MeetingEvent,
  MeetingState,
  NamedParty,
  ParticipantRole,
  RecordKind,
} from "../meetings/meeting";
import type { PositionValue } from "../positions/position";
import type { SplitChange } from "../split/diff";
import type { TextDocument } from "../text/text";

export interface RecordParticipant {
  id: string;
  name: string;
  title: string;
  party: NamedParty | null;
  list: AttendanceList;
  role: ParticipantRole;
  /** For whom a deputy sits, or null. */
  substitutes: string | null;
}

/** A change on the board while the item was open (rule M3), with on whose wish where it was recorded. */
export interface RecordChange {
  change: SplitChange;
  wish: string | null;
}

export interface RecordAttachment {
  number: number;
  title: string;
  kind: AttachmentKind;
}

export interface RecordDecision {
  id: string;
  text: string;
  outcome: DecisionOutcome;
  versionNumber: number;
  versionSha256: string;
  statedAt: string;
  positions: { party: NamedParty; value: PositionValue | null; reason: string; how: How }[];
  statements: { party: NamedParty; kind: DecisionStatementKind; text: string }[];
}

export interface RecordItem {
  id: string;
  /** Running number on the agenda, from 1. */
  number: number;
  kind: ItemKind;
  title: Localized;
  presenter: string;
  proposal: Localized;
  attachments: RecordAttachment[];
  draft: { slug: string; title: Localized } | null;
  handling: TextDocument;
  changes: RecordChange[];
  decisions: RecordDecision[];
}

export interface NextMeeting {
  /** The item under which it was set, or null. */
  itemId: string | null;
  startsAt: string;
  endsAt: string | null;
  place: string;
  isInPerson: boolean;
}

export interface MeetingRecord {
  slug: string;
  number: number;
  year: number;
  table: { slug: string; name: Localized };
  recordKind: RecordKind;
  state: MeetingState;
  startsAt: string;
  openedAt: string | null;
  closedAt: string | null;
  place: string;
  isRemote: boolean;
  isInPerson: boolean;
  isExample: boolean;
  /** The public document that the meeting is replayed from, or empty. */
  source: string;
  participants: RecordParticipant[];
  /** Those that count (countedEvents). */
  events: MeetingEvent[];
  items: RecordItem[];
  nextMeetings: NextMeeting[];
}
