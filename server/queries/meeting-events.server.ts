/** A meeting's events as the domain reads them. */
import type { Kysely } from "kysely";
import type { MeetingEvent, MeetingEventBody } from "../../app/domain/meetings/meeting";
import type { Database } from "../../db/schema/tables";

/** All events in the order of recording, the withdrawn ones too: countedEvents leaves those out. */
export async function meetingEvents(db: Kysely<Database>, meetingId: string): Promise<MeetingEvent[]> {
  const rows = await db
    .selectFrom("meeting_events")
    .select(["id", "n", "kind", "at", "item_id", "participant_id", "detail", "corrects"])
    .where("meeting_id", "=", meetingId)
    .orderBy("n")
    .execute();
  return rows.map((row) => ({
    ...row.detail,
    ...({
      kind: row.kind,
      ...(row.participant_id && { participantId: row.participant_id }),
      ...(row.corrects && { corrects: row.corrects }),
      itemId: row.item_id,
    } as unknown as MeetingEventBody),
    ...{ id: row.id, n: Number(row.n), at: row.at.toISOString() },
  }));
}

/** The columns of an event: what is not a column of its own is its detail. */
export function eventColumns(body: MeetingEventBody) {
  const { kind, itemId, participantId, corrects, ...detail } = body as MeetingEventBody & {
    itemId?: string | null;
    participantId?: string;
    corrects?: string;
  };
  return {
    kind,
    item_id: itemId ?? null,
    participant_id: participantId ?? null,
    corrects: corrects ?? null,
    detail: JSON.stringify(detail),
  };
}
