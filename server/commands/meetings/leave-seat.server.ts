import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import { queueNow, recordTurn } from "./floor.server";
import { type By, inMeeting } from "./in-meeting.server";
import { isHere, ownParticipant } from "./participant.server";

/** The viewer leaves the meeting now (rule M1). A lost line is not leaving: only this, or the secretary, records it. */
export async function leaveSeat(services: Services, by: By, slug: string, key: string): Promise<Outcome> {
  return inMeeting(services, by, { slug, action: "meeting.attend", key, deed: "seatLeft" }, async (at) => {
    const own = await ownParticipant(at, by);
    if (!own || !isHere(at, own.id)) return { ok: true };
    await at.record({ kind: "left", participantId: own.id, itemId: at.row.current_item_id });
    // Whoever has gone neither speaks nor waits.
    let n = 1;
    for (const turn of await queueNow(at.trx, at.meeting.id, at.row.current_item_id))
      if (turn.participantId === own.id)
        await recordTurn(at, turn, turn.givenAt ? "ended" : "withdrawn", ++n);
    return { ok: true };
  });
}
