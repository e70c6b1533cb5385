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

export type DraftState = "open" | "locked" | "archived";

export interface TableSubject {
  tableId: string;
  regionId: string;
}
export interface DraftSubject extends TableSubject {
  state: DraftState;
}

const EDITING: Role[] = ["chair", "viceChair", "secretary", "preparer", "member"];
const FREEZING: Role[] = ["chair", "secretary", "preparer"];
const MANAGING: Role[] = ["secretary"];

const seated = (actor: Actor, tableId: string, roles?: Role[]) =>
  actor.seats.some((s) => s.tableId === tableId && (!roles || roles.includes(s.role)));

const TABLE_RULES = {
  "table.read": (a: Actor, s: TableSubject) => a.isAdministrator || seated(a, s.tableId),
  "table.manage": (a: Actor, s: TableSubject) => a.isAdministrator || seated(a, s.tableId, MANAGING),
  "draft.create": (a: Actor, s: TableSubject) => seated(a, s.tableId, FREEZING),
};
const DRAFT_RULES = {
  "draft.read": (a: Actor, s: DraftSubject) => a.isAdministrator || seated(a, s.tableId),
  "draft.edit": (a: Actor, s: DraftSubject) => s.state === "open" && seated(a, s.tableId, EDITING),
  "draft.freeze": (a: Actor, s: DraftSubject) => s.state !== "archived" && seated(a, s.tableId, FREEZING),
  "draft.restore": (a: Actor, s: DraftSubject) => s.state === "open" && seated(a, s.tableId, FREEZING),
  /** Rename, copy, lock, archive. */
  "draft.manage": (a: Actor, s: DraftSubject) => seated(a, s.tableId, FREEZING),
};
const REGION_RULES = {
  "table.create": (a: Actor, s: { regionId: string }) =>
    a.isAdministrator || a.seats.some((seat) => seat.regionId === s.regionId && MANAGING.includes(seat.role)),
};
const RULES = { ...TABLE_RULES, ...DRAFT_RULES, ...REGION_RULES };

export type Action = keyof typeof RULES;
export type SubjectOf<A extends Action> = Parameters<(typeof RULES)[A]>[1];

/** May this actor do this to that? The one function that enforces the table above. */
export function can<A extends Action>(actor: Actor, action: A, subject: SubjectOf<A>): boolean {
  return (RULES[action] as (a: Actor, s: SubjectOf<A>) => boolean)(actor, subject);
}
