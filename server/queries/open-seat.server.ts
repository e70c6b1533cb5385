/** Whose seat in which meeting a link opens. */
import type { Services } from "../services";
import { hashToken } from "../tokens.server";

export interface OpenSeat {
  personId: string;
  name: string;
  /** The only meeting that it acts in. */
  slug: string;
  linkId: string;
  /** When the telephone last asked, before this time. */
  seenAt: Date | null;
  /** Of the meeting. */
  documentId: string;
}

/** Null for a link that is unknown, revoked or too old, and for one whose meeting is not open. Nothing is written. */
export async function openSeat({ db, clock }: Services, token: string): Promise<OpenSeat | null> {
  const row = await db
    .selectFrom("seat_links")
    .innerJoin("meetings", "meetings.id", "seat_links.meeting_id")
    .innerJoin("persons", "persons.id", "seat_links.person_id")
    .select(["seat_links.person_id as personId", "persons.name", "meetings.slug"])
    .select(["seat_links.id as linkId", "seat_links.seen_at as seenAt", "meetings.document_id as documentId"])
    .where("seat_links.token_hash", "=", hashToken(token))
    .where("seat_links.revoked_at", "is", null)
    .where("seat_links.expires_at", ">", clock())
    .where("meetings.state", "=", "open")
    .executeTakeFirst();
  return row ?? null;
}
