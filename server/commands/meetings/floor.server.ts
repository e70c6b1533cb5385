/** Rows of the speaking queue. */
import type { Kysely } from "kysely";
import { queueOf, type SpeakingEvent, type Turn } from "../../../app/domain/meetings/queue";
import type { Database } from "../../../db/schema/tables";
import { speakingEvents } from "../../queries/speaking-events.server";
import type { InMeeting } from "./in-meeting.server";

/** Adds to the queue's story; `n` keeps the keys of one deed apart. */
export async function recordTurn(
  { by, trx, meeting, now, key }: InMeeting,
  turn: Pick<Turn, "turnId" | "participantId" | "itemId" | "isPointOfOrder">,
  kind: SpeakingEvent["kind"],
  n = 1,
): Promise<void> {
  await trx
    .insertInto("speaking_events")
    .values({
      ...{ meeting_id: meeting.id, item_id: turn.itemId, turn_id: turn.turnId, kind },
      ...{ participant_id: turn.participantId, is_point_of_order: turn.isPointOfOrder, at: now },
      ...{ recorded_by: by.personId, key: n === 1 ? key : `${key.slice(0, 96)}:${n}` },
    })
    .execute();
}

/** The queue of the current item as it stands. */
export async function queueNow(trx: Kysely<Database>, meetingId: string, itemId: string | null) {
  return queueOf(await speakingEvents(trx, meetingId), itemId);
}

/** Whoever speaks has spoken: when the item changes, another is given the floor, or the meeting ends. */
export async function endFloor(at: InMeeting): Promise<void> {
  const queue = await queueNow(at.trx, at.meeting.id, at.row.current_item_id);
  let n = 50;
  for (const turn of queue) if (turn.givenAt) await recordTurn(at, turn, "ended", ++n);
}
