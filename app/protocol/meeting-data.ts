/** What the page of a meeting shows, as its loader answers: the viewer's own rights, ISO times. */
import type { Localized } from "../domain/languages";
import type {
  AttachmentKind,
  AttendanceList,
  ItemKind,
  MeetingState,
  OutcomeKind,
  ParticipantRole,
  RecordKind,
} from "../domain/meetings/meeting";
import type { RecordChange } from "../domain/minutes/record";
import type { TextDocument } from "../domain/text/text";
import type { DecisionCardData } from "./decision-data";

export interface MeetingHead {
  id: string;
  slug: string;
  number: number;
  year: number;
  table: { slug: string; name: Localized };
  region: { slug: string; name: Localized };
  /** Joined by whoever has the meeting open: presence and news. */
  documentId: string;
  state: MeetingState;
  startsAt: string;
  endsAt: string | null;
  openedAt: string | null;
  closedAt: string | null;
  place: string;
  /** Only while it is planned or open. */
  remoteLink: string;
  isInPerson: boolean;
  recordKind: RecordKind;
  isExample: boolean;
  source: string;
  currentItemId: string | null;
  /** Null where the table has no rule. */
  quorum: { present: number; needed: number; holds: boolean } | null;
}

export interface AgendaLine {
  id: string;
  /** From 1. */
  number: number;
  kind: ItemKind;
  title: Localized;
  state: "done" | "current" | "coming";
  /** Seconds that it has been open before; the current one goes on from `openSince`. */
  seconds: number;
  openSince: string | null;
}

export interface AttachmentLine {
  id: string;
  number: number;
  title: string;
  kind: AttachmentKind;
  href: string;
  version: number | null;
}

export interface OutcomeLine {
  eventId: string;
  outcome: OutcomeKind;
  body: string;
  on: string | null;
  text: string;
}
export interface ActionLine {
  eventId: string;
  text: string;
  body: string;
  due: string | null;
}

export interface ItemView extends AgendaLine {
  presenter: string;
  proposal: Localized;
  attachments: AttachmentLine[];
  draft: { slug: string; documentId: string; title: Localized; kind: "split" | "text" } | null;
  handling: { documentId: string; text: TextDocument };
  changes: RecordChange[];
  outcomes: OutcomeLine[];
  actions: ActionLine[];
  decisions: DecisionCardData[];
  /** The road of its draft; empty without one. */
  road: RoadLine[];
}

export interface RoadLine {
  id: string;
  body: Localized;
  /** YYYY-MM-DD or null. */
  happensOn: string | null;
  starts: string | null;
  mark: "done" | "now" | "planned" | "cancelled";
}

export interface PersonLine {
  participantId: string;
  /** Who it is in the product, to know whose line is lost; null without an account. */
  personId: string | null;
  name: string;
  title: string;
  party: { id: string; shortName: string; name: Localized; color: number } | null;
  list: AttendanceList;
  role: ParticipantRole;
  /** Presence so far; the last one is open while the person is there. */
  intervals: { from: string; to: string | null }[];
  isPresent: boolean;
  isRecused: boolean;
  /** Their seat is open on a telephone, which asks now and has no socket. */
  isOnTelephone: boolean;
  /** Name of whom they sit for. */
  substitutes: string | null;
  /** Whether the participant can take the seat in the product. */
  hasAccount: boolean;
  isMe: boolean;
}

export interface TurnLine {
  turnId: string;
  participantId: string;
  name: string;
  party: string | null;
  isPointOfOrder: boolean;
  askedAt: string;
  /** Since when they speak; null while they wait. */
  givenAt: string | null;
}

export interface MeetingData {
  meeting: MeetingHead;
  items: AgendaLine[];
  /** The item that is looked at; null on an empty agenda. */
  shown: ItemView | null;
  people: PersonLine[];
  queue: TurnLine[];
  /** How much each party has spoken. */
  spoken: { party: string; turns: number; seconds: number }[];
  nextMeetings: {
    slug: string;
    startsAt: string;
    endsAt: string | null;
    isInPerson: boolean;
    place: string;
  }[];
  /** The latest events that can be taken back, the newest first. */
  recent: { eventId: string; kind: string; at: string; participant: string | null; item: number | null }[];
  me: { participantId: string | null; isPresent: boolean; turnId: string | null; partyId: string | null };
  minutes: { state: "none" | "draft" | "approved"; draftSlug: string | null };
  may: {
    prepare: boolean;
    lead: boolean;
    record: boolean;
    attend: boolean;
    speak: boolean;
    writeHandling: boolean;
    propose: boolean;
    state: boolean;
    readMinutes: boolean;
    writeMinutes: boolean;
    editDraft: boolean;
  };
  /** The server's time when this was read: clocks of browsers are not believed. */
  now: string;
}
