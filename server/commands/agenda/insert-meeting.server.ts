/** A new meeting with the document that its people join, and the participants that its table has now. */
import { type Kysely, sql } from "kysely";
import { NOTE_SCHEMA_VERSION } from "../../../app/collab/documents/note-document";
import type { ParticipantRole } from "../../../app/domain/meetings/meeting";
import type { Role } from "../../../app/domain/policy";
import { freeSlug } from "../../../app/domain/slug";
import type { Database } from "../../../db/schema/tables";
import { seatedAt } from "../../queries/party-people.server";

export interface NewMeeting {
  tableId: string;
  number: number;
  year: number;
  startsAt: Date;
  endsAt: Date | null;
  place: string;
  remoteLink: string;
  isInPerson: boolean;
  message: string;
  createdBy: string;
}

/** Any number: takes turns of those who make meetings, so that two never choose the same slug. */
const SLUG_LOCK = 7_213_006;

/** In the caller's transaction, without items. Null when the table has a meeting of this number in this year. */
export async function insertMeeting(
  trx: Kysely<Database>,
  now: Date,
  meeting: NewMeeting,
): Promise<{ id: string; slug: string } | null> {
  await sql`select pg_advisory_xact_lock(${SLUG_LOCK})`.execute(trx);
  const table = await trx
    .selectFrom("tables")
    .select(["slug", "record_kind", "quorum"])
    .where("id", "=", meeting.tableId)
    .executeTakeFirstOrThrow();
  const there = await trx
    .selectFrom("meetings")
    .select(["slug", "table_id", "number", "year"])
    .where((w) => w.or([w("table_id", "=", meeting.tableId), w("slug", "like", `${table.slug}-%`)]))
    .execute();
  const { number, year } = meeting;
  if (there.some((one) => one.table_id === meeting.tableId && one.number === number && one.year === year))
    return null;
  const slug = freeSlug(`${table.slug}-${number}-${year}`, (one) =>
    there.some((taken) => taken.slug === one),
  );
  const document = await trx
    .insertInto("documents")
    .values({ kind: "note", schema_version: NOTE_SCHEMA_VERSION })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id } = await trx
    .insertInto("meetings")
    .values({
      ...{ table_id: meeting.tableId, slug, number, year, document_id: document.id },
      ...{ starts_at: meeting.startsAt, ends_at: meeting.endsAt, place: meeting.place },
      ...{ remote_link: meeting.remoteLink, is_in_person: meeting.isInPerson, message: meeting.message },
      ...{ record_kind: table.record_kind, quorum: table.quorum },
      ...{ created_by: meeting.createdBy, created_at: now },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await addParticipants(trx, now, id, meeting.tableId);
  return { id, slug };
}

/** Those who sit at the table: a party's members on the list of members, others on the list of others. One row a person. */
async function addParticipants(
  trx: Kysely<Database>,
  now: Date,
  meetingId: string,
  tableId: string,
): Promise<void> {
  const people = new Map<string, Awaited<ReturnType<typeof seatedAt>>[number]>();
  for (const seat of await seatedAt(trx, tableId, now))
    if (!people.has(seat.personId)) people.set(seat.personId, seat);
  if (people.size === 0) return;
  await trx
    .insertInto("participants")
    .values(
      [...people.values()].map((seat, index) => ({
        ...{ meeting_id: meetingId, person_id: seat.personId, party_id: seat.partyId, name: seat.name },
        list: seat.partyId && MEMBERS.includes(seat.role) ? ("member" as const) : ("other" as const),
        role: ROLES[seat.role],
        position: index + 1,
      })),
    )
    .execute();
}

const MEMBERS: readonly Role[] = ["chair", "viceChair", "member"];
const ROLES: Record<Role, ParticipantRole> = {
  ...{ chair: "chair", viceChair: "viceChair", secretary: "secretary" },
  ...{ preparer: "presenter", member: "member", observer: "other" },
};
