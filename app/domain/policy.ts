/**
 * THE permission table. can(actor, action, subject) is defined here and nowhere else; the server asks it
 * for every route and every socket event (server/authorize.server.ts), and pages receive its answers as abilities.
 */
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
const mayTalk = (a: Actor, s: TalkSubject) =>
  seated(a, s.tableId, EDITING) || (s.observersComment && seated(a, s.tableId));

const TABLE_RULES = {
  "table.read": (a: Actor, s: TableSubject) => a.isAdministrator || seated(a, s.tableId),
  "table.manage": (a: Actor, s: TableSubject) => a.isAdministrator || seated(a, s.tableId, MANAGING),
  "draft.create": (a: Actor, s: TableSubject) => seated(a, s.tableId, FREEZING),
};
const DRAFT_RULES = {
  "draft.read": (a: Actor, s: DraftSubject) => a.isAdministrator || seated(a, s.tableId),
  "draft.edit": (a: Actor, s: DraftSubject) =>
    s.state === "open" && seated(a, s.tableId, s.membersEdit ? EDITING : PREPARING),
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
  ...REGION_RULES,
};

export type Action = keyof typeof RULES;
export type SubjectOf<A extends Action> = Parameters<(typeof RULES)[A]>[1];

/** May this actor do this to that? The one function that enforces the table above. */
export function can<A extends Action>(actor: Actor, action: A, subject: SubjectOf<A>): boolean {
  return (RULES[action] as (a: Actor, s: SubjectOf<A>) => boolean)(actor, subject);
}
