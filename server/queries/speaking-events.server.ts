import type { Kysely } from "kysely";
import type { SpeakingEvent } from "../../app/domain/meetings/queue";
import type { Database } from "../../db/schema/tables";

/** The queue's events as the domain reads them, in the order of recording. */
export async function speakingEvents(db: Kysely<Database>, meetingId: string): Promise<SpeakingEvent[]> {
  const rows = await db
    .selectFrom("speaking_events")
    .select(["n", "turn_id", "kind", "participant_id", "item_id", "is_point_of_order", "at"])
    .where("meeting_id", "=", meetingId)
    .orderBy("n")
    .execute();
  return rows.map((row) => ({
    ...{ n: Number(row.n), turnId: row.turn_id, kind: row.kind, participantId: row.participant_id },
    ...{ itemId: row.item_id, isPointOfOrder: row.is_point_of_order, at: row.at.toISOString() },
  }));
}
