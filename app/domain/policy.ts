/**
 * THE permission table. can(actor, action, subject) is defined here and nowhere else; the server asks it
 * for every route and every socket event (server/authorize.server.ts), and pages receive its answers as abilities.
 */
import type { MeetingState } from "./meetings/meeting";

export const ROLES = ["chair", "viceChair", "secretary", "preparer", "member", "observer"] as const;
export type Role = (typeof ROLES)[number];

/** A person's seat at a table, already limited to what is in force now. */
export interface Seat {
  tableId: string;
  regionId: string;
  role: Role;
  partyId: string | null;
  /** Gives the party's positions (rule P3). */
  speaks: boolean;
}

export interface Actor {
  personId: string;
  isAdministrator: boolean;
  seats: Seat[];
}

export const DRAFT_STATES = ["open", "locked", "archived"] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

export interface TableSubject {
  tableId: string;
  regionId: string;
}
export interface DraftSubject extends TableSubject {
  state: DraftState;
  /** Members edit; otherwise they suggest, and only those who prepare edit. */
  membersEdit: boolean;
  /** Other tables on whose agendas the draft stands: their people read it. */
  agendaTables?: string[];
  /** Those of them where an item that names it is open now: their people edit it as if it were their own. */
  handlingTables?: string[];
}
/** A table's meeting, or an item of it. */
export interface MeetingSubject extends TableSubject {
  meetingState: MeetingState;
}
/** What one party answers to a proposed decision of a table. */
export interface DecisionVoiceSubject extends TableSubject {
  partyId: string;
}
export interface TalkSubject extends DraftSubject {
  /** The table lets its observers comment. */
  observersComment: boolean;
}
/** What one party says about a draft. */
export interface PartyVoiceSubject extends DraftSubject {
  partyId: string;
}
/** What one party says in a statement round of a table. */
export interface StatementSubject extends TableSubject {
  partyId: string;
}

const EDITING: Role[] = ["chair", "viceChair", "secretary", "preparer", "member"];
/** Edit also what members only suggest to. */
const PREPARING: Role[] = ["chair", "viceChair", "secretary", "preparer"];
const FREEZING: Role[] = ["chair", "secretary", "preparer"];
const MANAGING: Role[] = ["secretary"];
/** Lead a meeting. */
const LEADING: Role[] = ["chair", "viceChair"];
/** Run its record: who is here, what is handled, what came of it. */
const RECORDING: Role[] = ["chair", "viceChair", "secretary"];
/** Ask the parties, and answer what they propose. */
const ASKING: Role[] = ["secretary", "preparer"];

const seated = (actor: Actor, tableId: string, roles?: Role[]) =>
  actor.seats.some((s) => s.tableId === tableId && (!roles || roles.includes(s.role)));

/** Sits for the party at the table; `speaks` gives its word (rule P3). An observer sits for nobody. */
const sitsFor = (actor: Actor, { tableId, partyId }: StatementSubject, speaks = false) =>
  actor.seats.some(
    (s) =>
      s.tableId === tableId && s.partyId === partyId && EDITING.includes(s.role) && (!speaks || s.speaks),
  );
const seatedAtAny = (actor: Actor, tableIds: string[] | undefined, roles?: Role[]) =>
  (tableIds ?? []).some((tableId) => seated(actor, tableId, roles));
const mayTalk = (a: Actor, s: TalkSubject) =>
  seated(a, s.tableId, EDITING) || (s.observersComment && seated(a, s.tableId));

const TABLE_RULES = {
  "table.read": (a: Actor, s: TableSubject) => a.isAdministrator || seated(a, s.tableId),
  "table.manage": (a: Actor, s: TableSubject) => a.isAdministrator || seated(a, s.tableId, MANAGING),
  "draft.create": (a: Actor, s: TableSubject) => seated(a, s.tableId, FREEZING),
};
const DRAFT_RULES = {
  "draft.read": (a: Actor, s: DraftSubject) =>
    a.isAdministrator || seated(a, s.tableId) || seatedAtAny(a, s.agendaTables),
  "draft.edit": (a: Actor, s: DraftSubject) => {
    const editing = s.membersEdit ? EDITING : PREPARING;
    return s.state === "open" && (seated(a, s.tableId, editing) || seatedAtAny(a, s.handlingTables, editing));
  },
  "draft.freeze": (a: Actor, s: DraftSubject) => s.state !== "archived" && seated(a, s.tableId, FREEZING),
  "draft.restore": (a: Actor, s: DraftSubject) => s.state === "open" && seated(a, s.tableId, FREEZING),
  /** Rename, copy, lock, archive. */
  "draft.manage": (a: Actor, s: DraftSubject) => seated(a, s.tableId, FREEZING),
};
const VOICE_RULES = {
  "draft.comment": (a: Actor, s: TalkSubject) => s.state !== "archived" && mayTalk(a, s),
  "draft.suggest": (a: Actor, s: TalkSubject) => s.state === "open" && mayTalk(a, s),
  "position.prepare": (a: Actor, s: PartyVoiceSubject) => s.state !== "archived" && sitsFor(a, s),
  "position.give": (a: Actor, s: PartyVoiceSubject) => s.state !== "archived" && sitsFor(a, s, true),
  /** Enter what a party told by telephone. */
  "position.enterTold": (a: Actor, s: DraftSubject) =>
    s.state !== "archived" && seated(a, s.tableId, MANAGING),
  "positions.ask": (a: Actor, s: DraftSubject) => s.state !== "archived" && seated(a, s.tableId, FREEZING),
  "proposal.make": (a: Actor, s: DraftSubject) => s.state !== "archived" && seated(a, s.tableId, FREEZING),
};
const STATEMENT_RULES = {
  "round.read": (a: Actor, s: TableSubject) => a.isAdministrator || seated(a, s.tableId),
  "round.manage": (a: Actor, s: TableSubject) => seated(a, s.tableId, ASKING),
  "statement.prepare": (a: Actor, s: StatementSubject) => sitsFor(a, s),
  "statement.send": (a: Actor, s: StatementSubject) => sitsFor(a, s, true),
};
const INITIATIVE_RULES = {
  "initiative.read": (a: Actor, s: TableSubject) => a.isAdministrator || seated(a, s.tableId),
  /** Add one, answer its demands, tell its road, publish its summary. */
  "initiative.manage": (a: Actor, s: TableSubject) => seated(a, s.tableId, FREEZING),
};
const MEETING_RULES = {
  "meeting.read": (a: Actor, s: TableSubject) => a.isAdministrator || seated(a, s.tableId),
  /** Call a meeting, write its agenda, invite, cancel. */
  "meeting.prepare": (a: Actor, s: TableSubject) => seated(a, s.tableId, PREPARING),
  /** Open and close it, move the item, give the floor. */
  "meeting.lead": (a: Actor, s: TableSubject) => seated(a, s.tableId, RECORDING),
  /** Attendance of others, outcomes, next meetings. */
  "meeting.record": (a: Actor, s: TableSubject) => seated(a, s.tableId, RECORDING),
  /** Take one's own seat, leave it. */
  "meeting.attend": (a: Actor, s: MeetingSubject) => s.meetingState === "open" && seated(a, s.tableId),
  "meeting.speak": (a: Actor, s: MeetingSubject) =>
    s.meetingState === "open" && seated(a, s.tableId, EDITING),
  /** Together while the meeting is on; afterwards those who record it. */
  "handling.edit": (a: Actor, s: MeetingSubject) =>
    s.meetingState !== "cancelled" && seated(a, s.tableId, s.meetingState === "open" ? EDITING : RECORDING),
};
const DECISION_RULES = {
  "decision.read": (a: Actor, s: TableSubject) => a.isAdministrator || seated(a, s.tableId),
  "decision.propose": (a: Actor, s: TableSubject) => seated(a, s.tableId, PREPARING),
  "decision.answer": (a: Actor, s: DecisionVoiceSubject) => sitsFor(a, s, true),
  "decision.enterTold": (a: Actor, s: TableSubject) => seated(a, s.tableId, MANAGING),
  /** Rule D4. */
  "decision.state": (a: Actor, s: TableSubject) => seated(a, s.tableId, LEADING),
  /** Take a name away from behind the hash in a seal. */
  "decision.eraseName": (a: Actor, s: TableSubject) => a.isAdministrator || seated(a, s.tableId, MANAGING),
};
const MINUTES_RULES = {
  "minutes.read": (a: Actor, s: TableSubject) => a.isAdministrator || seated(a, s.tableId),
  "minutes.write": (a: Actor, s: TableSubject) => seated(a, s.tableId, RECORDING),
  "minutes.approveAsChair": (a: Actor, s: TableSubject) => seated(a, s.tableId, LEADING),
  "minutes.approveAsSecretary": (a: Actor, s: TableSubject) => seated(a, s.tableId, MANAGING),
};
const REGION_RULES = {
  "table.create": (a: Actor, s: { regionId: string }) =>
    a.isAdministrator || a.seats.some((seat) => seat.regionId === s.regionId && MANAGING.includes(seat.role)),
};
const RULES = {
  ...TABLE_RULES,
  ...DRAFT_RULES,
  ...VOICE_RULES,
  ...STATEMENT_RULES,
  ...INITIATIVE_RULES,
  ...MEETING_RULES,
  ...DECISION_RULES,
  ...MINUTES_RULES,
  ...REGION_RULES,
};

export type Action = keyof typeof RULES;
export type SubjectOf<A extends Action> = Parameters<(typeof RULES)[A]>[1];

/** May this actor do this to that? The one function that enforces the table above. */
export function can<A extends Action>(actor: Actor, action: A, subject: SubjectOf<A>): boolean {
  return (RULES[action] as (a: Actor, s: SubjectOf<A>) => boolean)(actor, subject);
}
