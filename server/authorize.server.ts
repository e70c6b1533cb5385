/** Loads the facts and asks the permission table (app/domain/policy.ts). The same for HTTP and sockets. */
import {
  type Action,
  type Actor,
  can,
  type DraftSubject,
  type Seat,
  type SubjectOf,
} from "../app/domain/policy";
import type { Services } from "./services";
import type { Viewer } from "./session.server";

type Db = Pick<Services, "db" | "clock">;

/** The person's seats that are in force now. */
export async function loadActor({ db, clock }: Db, personId: string): Promise<Actor> {
  const now = clock();
  const person = await db
    .selectFrom("persons")
    .select("is_administrator")
    .where("id", "=", personId)
    .executeTakeFirst();
  const seats: Seat[] = await db
    .selectFrom("memberships")
    .innerJoin("tables", "tables.id", "memberships.table_id")
    .select([
      "memberships.table_id as tableId",
      "tables.region_id as regionId",
      "memberships.role",
      "memberships.party_id as partyId",
      "memberships.speaks",
    ])
    .where("memberships.person_id", "=", personId)
    .where("memberships.starts_at", "<=", now)
    .where((w) => w.or([w("memberships.ends_at", "is", null), w("memberships.ends_at", ">", now)]))
    .execute();
  return { personId, isAdministrator: person?.is_administrator ?? false, seats };
}

/** The draft a document belongs to, as the permission table needs it. */
export async function loadDraftOfDocument(
  { db }: Db,
  documentId: string,
): Promise<(DraftSubject & { draftId: string; slug: string }) | null> {
  const row = await db
    .selectFrom("drafts")
    .innerJoin("tables", "tables.id", "drafts.table_id")
    .select([
      "drafts.id as draftId",
      "drafts.slug",
      "drafts.state",
      "drafts.table_id as tableId",
      "tables.region_id as regionId",
    ])
    .where("drafts.document_id", "=", documentId)
    .executeTakeFirst();
  return row ?? null;
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
