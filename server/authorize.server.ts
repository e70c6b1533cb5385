/** Loads the facts and asks the permission table (app/domain/policy.ts). The same for HTTP and sockets. */
import { sql } from "kysely";
import type { DraftKind } from "../app/domain/drafts";
import {
  type Action,
  type Actor,
  can,
  type MeetingSubject,
  type Seat,
  type StatementSubject,
  type SubjectOf,
  type TalkSubject,
} from "../app/domain/policy";
import { whyNotSend } from "../app/domain/statements/round";
import { PREPARED } from "../db/prepared";
import { dayOf } from "./finnish-day.server";
import type { Services } from "./services";
import type { Viewer } from "./session.server";

type Db = Pick<Services, "db" | "clock">;

/** The person with the seats that are in force now. */
export async function loadActor(deps: Db, personId: string): Promise<Actor> {
  const [actor] = await loadActors(deps, [personId]);
  return actor!;
}

/** The same for many at once, in the order given. Somebody unknown has no seats and no rights. */
export async function loadActors({ db, clock }: Db, personIds: string[]): Promise<Actor[]> {
  if (personIds.length === 0) return [];
  const now = clock();
  const [administrators, memberships] = await Promise.all([
    db
      .selectFrom("persons")
      .modifyFront(sql.raw(PREPARED))
      .select("id")
      .where("id", "=", (is) => is.fn.any(is.val(personIds)))
      .where("is_administrator", "=", true)
      .execute(),
    db
      .selectFrom("memberships")
      .modifyFront(sql.raw(PREPARED))
      .innerJoin("tables", "tables.id", "memberships.table_id")
      .select([
        "memberships.person_id as personId",
        "memberships.table_id as tableId",
        "tables.region_id as regionId",
        "memberships.role",
        "memberships.party_id as partyId",
        "memberships.speaks",
      ])
      .where("memberships.person_id", "=", (is) => is.fn.any(is.val(personIds)))
      .where("memberships.starts_at", "<=", now)
      .where((w) => w.or([w("memberships.ends_at", "is", null), w("memberships.ends_at", ">", now)]))
      .execute(),
  ]);
  const ids = new Set(administrators.map(({ id }) => id));
  const seats = new Map<string, Seat[]>();
  for (const { personId, ...seat } of memberships)
    seats.set(personId, [...(seats.get(personId) ?? []), seat]);
  return personIds.map((personId) => ({
    personId,
    isAdministrator: ids.has(personId),
    seats: seats.get(personId) ?? [],
  }));
}

/** The draft that a document belongs to. */
export type DraftOfDocument = TalkSubject & { documentId: string; kind: DraftKind };

/** The drafts that documents belong to, as the permission table needs them. */
export async function loadDraftsOfDocuments(
  { db }: Pick<Db, "db">,
  documentIds: string[],
): Promise<DraftOfDocument[]> {
  if (documentIds.length === 0) return [];
  return db
    .selectFrom("drafts")
    .modifyFront(sql.raw(PREPARED))
    .innerJoin("tables", "tables.id", "drafts.table_id")
    .select([
      "drafts.document_id as documentId",
      "drafts.kind",
      "drafts.state",
      "drafts.members_edit as membersEdit",
      "drafts.table_id as tableId",
      "tables.region_id as regionId",
      "tables.observers_comment as observersComment",
    ])
    .select(AGENDA_TABLES)
    .where("drafts.document_id", "=", (is) => is.fn.any(is.val(documentIds)))
    .execute();
}

/**
 * Of a row of `drafts`: the other tables on whose agendas it stands, and those that handle it now (DraftSubject). A planned
 * meeting's agenda is its preparers' until the invitation has gone out.
 */
export const AGENDA_TABLES = [
  sql<string[]>`array(select distinct m.table_id from agenda_items i join meetings m on m.id = i.meeting_id
    where i.draft_id = drafts.id and i.removed_at is null and m.table_id <> drafts.table_id
      and (m.state in ('open','closed') or (m.state = 'planned' and m.invited_at is not null)))`.as(
    "agendaTables",
  ),
  sql<string[]>`array(select m.table_id from agenda_items i join meetings m on m.current_item_id = i.id
    where i.draft_id = drafts.id and i.removed_at is null and m.state = 'open' and m.table_id <> drafts.table_id)`.as(
    "handlingTables",
  ),
];

/** A meeting that a document belongs to: its own, or the handling of one of its items. */
export type MeetingOfDocument = MeetingSubject & { documentId: string; isHandling: boolean };

/** The meetings that documents belong to. */
export async function loadMeetingsOfDocuments(
  { db }: Pick<Db, "db">,
  documentIds: string[],
): Promise<MeetingOfDocument[]> {
  if (documentIds.length === 0) return [];
  const wanted = sql`any(${sql.val(documentIds)})`;
  const { rows } = await sql<MeetingOfDocument>`${sql.raw(PREPARED)}
    select m.document_id as "documentId", false as "isHandling", m.state as "meetingState", m.table_id as "tableId",
      t.region_id as "regionId"
    from meetings m join tables t on t.id = m.table_id where m.document_id = ${wanted}
    union all
    select i.handling_id, true, m.state, m.table_id, t.region_id
    from agenda_items i join meetings m on m.id = i.meeting_id join tables t on t.id = m.table_id
    where i.handling_id = ${wanted}`.execute(db);
  return rows;
}

/** A party's draft statement that a document is a part of; `open` while the statement may be sent (rule R2). */
export type StatementPartSubject = StatementSubject & { documentId: string; open: boolean };

/** The draft statements that documents are parts of. */
export async function loadStatementsOfDocuments(
  { db, clock }: Db,
  documentIds: string[],
): Promise<StatementPartSubject[]> {
  if (documentIds.length === 0) return [];
  const rows = await db
    .selectFrom("statement_parts as part")
    .modifyFront(sql.raw(PREPARED))
    .innerJoin("statement_rounds as round", "round.id", "part.round_id")
    .innerJoin("round_recipients as recipient", (join) =>
      join
        .onRef("recipient.round_id", "=", "part.round_id")
        .onRef("recipient.party_id", "=", "part.party_id"),
    )
    .innerJoin("tables", "tables.id", "round.table_id")
    .select([
      "part.document_id as documentId",
      "part.party_id as partyId",
      "round.table_id as tableId",
      "tables.region_id as regionId",
      "round.due_on as dueOn",
      "round.closed_at as closedAt",
      "recipient.let_in_until as letInUntil",
      "recipient.asked_again_at as askedAgainAt",
    ])
    .select((s) =>
      s
        .selectFrom("statements as sent")
        .whereRef("sent.round_id", "=", "part.round_id")
        .whereRef("sent.party_id", "=", "part.party_id")
        .select((max) => max.fn.max("sent.sent_at").as("at"))
        .as("sentAt"),
    )
    .where("part.document_id", "=", (is) => is.fn.any(is.val(documentIds)))
    .execute();
  const today = dayOf(clock());
  return rows.map(({ dueOn, closedAt, letInUntil, askedAgainAt, sentAt, ...subject }) => ({
    ...subject,
    open:
      whyNotSend(
        {
          ...{ dueOn, letInUntil, closed: closedAt !== null },
          askedAgainAt: askedAgainAt?.toISOString() ?? null,
          sentAt: sentAt?.toISOString() ?? null,
        },
        today,
      ) === null,
  }));
}

/** Thrown by commands and queries; routes turn it into the page "not allowed". */
export function notAllowed(): Response {
  return new Response("not-allowed", { status: 403 });
}
export function notFound(): Response {
  return new Response("not-found", { status: 404 });
}

/** The actor, if they may; otherwise a 403 is thrown. */
export async function authorize<A extends Action>(
  services: Db,
  viewer: Pick<Viewer, "personId">,
  action: A,
  subject: SubjectOf<A>,
): Promise<Actor> {
  const actor = await loadActor(services, viewer.personId);
  if (!can(actor, action, subject)) throw notAllowed();
  return actor;
}

/** Whether the actor may: the ability a page receives. The command asks again. */
export function mayDo<A extends Action>(actor: Actor, action: A, subject: SubjectOf<A>): boolean {
  return can(actor, action, subject);
}
