/** Who is expected at a meeting and who is there, as its pages show them. */
import type { Kysely } from "kysely";
import {
  isPresentAt,
  presenceOf,
  presentParties,
  quorumOf,
  recusedFrom,
} from "../../app/domain/meetings/attendance";
import type { MeetingEvent } from "../../app/domain/meetings/meeting";
import type { MeetingHead, PersonLine } from "../../app/protocol/meeting-data";
import type { Database } from "../../db/schema/tables";
import type { MeetingFacts } from "./readable-meeting.server";

/** A seat on a telephone asks in steps of seconds; one that has been silent for longer has lost its line. Milliseconds. */
export const TELEPHONE_SILENCE_MAX = 20_000;

/** The participants in their order, with who sits for whom. */
export async function participantsOf(db: Kysely<Database>, meetingId: string) {
  return db
    .selectFrom("participants as p")
    .leftJoin("parties", "parties.id", "p.party_id")
    .leftJoin("participants as member", "member.id", "p.substitutes_id")
    .select([
      "p.id",
      "p.person_id as personId",
      "p.party_id as partyId",
      "p.name",
      "p.title",
      "p.list",
      "p.role",
    ])
    .select(["parties.slug as partySlug", "parties.name as partyName", "parties.short_name as shortName"])
    .select(["parties.genitive", "parties.color", "member.name as substitutes"])
    .select((of) =>
      of
        .selectFrom("seat_links")
        .select((link) => link.fn.max("seat_links.seen_at").as("at"))
        .whereRef("seat_links.meeting_id", "=", "p.meeting_id")
        .whereRef("seat_links.person_id", "=", "p.person_id")
        .where("seat_links.revoked_at", "is", null)
        .as("telephoneSeenAt"),
    )
    .where("p.meeting_id", "=", meetingId)
    .orderBy("p.position")
    .execute();
}
export type ParticipantRow = Awaited<ReturnType<typeof participantsOf>>[number];

/** Each participant with presence until `now`, and whether they are recused from the item. */
export function personLines(
  rows: readonly ParticipantRow[],
  events: readonly MeetingEvent[],
  { now, itemId, personId }: { now: string; itemId: string | null; personId: string },
): PersonLine[] {
  const presence = presenceOf(events);
  const recused = itemId ? recusedFrom(events, itemId) : new Set<string>();
  return rows.map((row) => ({
    ...{ participantId: row.id, personId: row.personId, name: row.name, title: row.title },
    party:
      row.partyId && row.shortName && row.partyName
        ? { id: row.partyId, shortName: row.shortName, name: row.partyName, color: row.color ?? 0 }
        : null,
    ...{ list: row.list, role: row.role, intervals: presence.get(row.id) ?? [] },
    ...{ isPresent: isPresentAt(presence.get(row.id), now), isRecused: recused.has(row.id) },
    isOnTelephone:
      row.telephoneSeenAt !== null &&
      Date.parse(now) - row.telephoneSeenAt.getTime() <= TELEPHONE_SILENCE_MAX,
    ...{ substitutes: row.substitutes, hasAccount: row.personId !== null, isMe: row.personId === personId },
  }));
}

/** How many parties must be at a table's meetings: of those that have a member at the table. */
export async function neededParties(
  db: Kysely<Database>,
  { tableId, quorum }: Pick<MeetingFacts, "tableId" | "quorum">,
): Promise<number> {
  const { count } = await db
    .selectFrom("table_parties")
    .select((of) => of.fn.countAll<number>().as("count"))
    .where("table_id", "=", tableId)
    .executeTakeFirstOrThrow();
  return quorumOf(quorum, Number(count));
}

/** The quorum now; null where the meeting has no rule. */
export async function quorumNow(
  db: Kysely<Database>,
  meeting: MeetingFacts,
  { rows, events, now }: { rows: readonly ParticipantRow[]; events: readonly MeetingEvent[]; now: string },
): Promise<MeetingHead["quorum"]> {
  const needed = await neededParties(db, meeting);
  if (needed === 0) return null;
  const present = presentParties(rows, events, { at: now }).size;
  return { present, needed, holds: present >= needed };
}
