import { TELEPHONE_SILENCE_MAX } from "../../queries/meeting-people.server";
import type { OpenSeat } from "../../queries/open-seat.server";
import type { Services } from "../../services";

/** A telephone asks every few seconds; that it is there is written this often. Milliseconds. */
const WRITTEN_EVERY = 10_000;

/** A seat on a telephone is there. The others hear of it when it comes, and when it comes back after silence. */
export async function noteSeatSeen(
  { db, clock, documents }: Services,
  { linkId, seenAt, documentId }: Pick<OpenSeat, "linkId" | "seenAt" | "documentId">,
): Promise<void> {
  const now = clock();
  const silence = seenAt ? now.getTime() - seenAt.getTime() : Number.POSITIVE_INFINITY;
  if (silence < WRITTEN_EVERY) return;
  await db.updateTable("seat_links").set({ seen_at: now }).where("id", "=", linkId).execute();
  if (silence > TELEPHONE_SILENCE_MAX) documents.publish(documentId, "meeting");
}
