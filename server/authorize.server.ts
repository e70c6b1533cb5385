/** Loads the facts and asks the permission table (app/domain/policy.ts). The same for HTTP and sockets. */
import { sql } from "kysely";
import {
  type Action,
  type Actor,
  can,
  type DraftSubject,
  type Seat,
  type SubjectOf,
} from "../app/domain/policy";
import { PREPARED } from "../db/prepared";
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

/** The drafts that documents belong to, as the permission table needs them. */
export async function loadDraftsOfDocuments(
  { db }: Pick<Db, "db">,
  documentIds: string[],
): Promise<(DraftSubject & { documentId: string })[]> {
  if (documentIds.length === 0) return [];
  return db
    .selectFrom("drafts")
    .modifyFront(sql.raw(PREPARED))
    .innerJoin("tables", "tables.id", "drafts.table_id")
    .select([
      "drafts.document_id as documentId",
      "drafts.state",
      "drafts.table_id as tableId",
      "tables.region_id as regionId",
    ])
    .where("drafts.document_id", "=", (is) => is.fn.any(is.val(documentIds)))
    .execute();
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
  viewer: Viewer,
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
