/** A table's meeting: what it is made of and its limits. Times are ISO 8601 in UTC unless said. */
import type { Localized } from "../languages";

/** A memo has proposal and handling; minutes have proposed decision, handling and decision. */
export const RECORD_KINDS = ["memo", "minutes"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const MEETING_STATES = ["planned", "open", "closed", "cancelled"] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** How many parties must be present: more than half of the members' parties, or no rule. */
export const QUORUM_RULES = ["majority", "none"] as const;
export type QuorumRule = (typeof QUORUM_RULES)[number];

export const ITEM_KINDS = [
  "opening",
  "previousMinutes",
  "ordinary",
  "comingMeetings",
  "otherMatters",
  "forInformation",
  "closing",
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Where an item came from by one click. */
export type ItemOrigin =
  | { kind: "round"; id: string }
  | { kind: "ready"; draftId: string; categoryIds: string[] }
  | { kind: "minutes"; meetingId: string };

export const ATTACHMENT_KINDS = ["version", "draft", "file"] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** The two lists of attendance. */
export const ATTENDANCE_LISTS = ["member", "other"] as const;
export type AttendanceList = (typeof ATTENDANCE_LISTS)[number];
export const PARTICIPANT_ROLES = ["chair", "viceChair", "secretary", "presenter", "member", "other"] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

/** What came of an item. */
export const OUTCOME_KINDS = ["noted", "forwarded", "decided", "returned", "reminder", "nothing"] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/**
 * What happened in a meeting. `at` is when it happened, as the recorder says. An event that was `withdrawn` by a later one counts as if
 * it had never been (rules M1–M3).
 */
export type MeetingEventBody =
  | { kind: "opened" | "closed" | "reopened" }
  /** `seq` is the log position of the item's draft at that moment, null without a draft (rule M3). */
  | { kind: "itemOpened" | "itemClosed"; itemId: string; seq: number | null }
  | { kind: "arrived" | "left"; participantId: string; itemId: string | null }
  | { kind: "recused" | "recusalEnded"; participantId: string; itemId: string }
  | { kind: "outcome"; itemId: string; outcome: OutcomeKind; body: string; on: string | null; text: string }
  /** Something somebody is to do: who, and by when as YYYY-MM-DD. */
  | { kind: "action"; itemId: string; text: string; body: string; due: string | null }
  | { kind: "nextMeeting"; itemId: string | null; meetingId: string }
  /** Takes back the event of this id. */
  | { kind: "withdrawn"; corrects: string };
export type MeetingEventKind = MeetingEventBody["kind"];

export type MeetingEvent = MeetingEventBody & {
  id: string;
  /** The order in which events were recorded. */
  n: number;
  at: string;
};

/** The events that count: without those that were withdrawn and the withdrawals, by time and then in the order of recording. */
export function countedEvents(events: readonly MeetingEvent[]): MeetingEvent[] {
  const gone = new Set(events.flatMap((event) => (event.kind === "withdrawn" ? [event.corrects] : [])));
  return events
    .filter(({ id, kind }) => kind !== "withdrawn" && !gone.has(id))
    .sort((a, b) => a.at.localeCompare(b.at) || a.n - b.n);
}

/** How a table calls a meeting: "8/2022". */
export const meetingNumber = ({ number, year }: { number: number; year: number }) => `${number}/${year}`;

/** Limits, in characters unless said. */
export const ITEMS_MAX = 100;
export const PARTICIPANTS_MAX = 200;
export const ATTACHMENTS_MAX = 100;
export const ATTACHMENT_BYTES_MAX = 10 * 1024 * 1024;
export const ITEM_TITLE_CHARACTERS_MAX = 300;
export const PRESENTER_CHARACTERS_MAX = 300;
export const ITEM_PROPOSAL_CHARACTERS_MAX = 10_000;
export const PLACE_CHARACTERS_MAX = 300;
export const REMOTE_LINK_CHARACTERS_MAX = 2000;
export const MESSAGE_CHARACTERS_MAX = 5000;
export const PARTICIPANT_NAME_CHARACTERS_MAX = 200;
export const OUTCOME_CHARACTERS_MAX = 2000;
/** Characters of one item's handling. */
export const HANDLING_CHARACTERS_MAX = 200_000;
/** Events of one meeting. */
export const EVENTS_MAX = 5000;

/** A party as minutes name it. */
export interface NamedParty {
  id: string;
  slug: string;
  name: Localized;
  /** Finnish: "Liperin". */
  genitive: string;
  shortName: string;
}
