import { randomUUID } from "node:crypto";
import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import { queueNow, recordTurn } from "./floor.server";
import { type By, inMeeting } from "./in-meeting.server";
import { isHere, ownParticipant } from "./participant.server";

/** Asks for the floor in the current item. Who waits or speaks already asks for nothing more. */
export async function askForFloor(
  services: Services,
  by: By,
  slug: string,
  { isPointOfOrder, key }: { isPointOfOrder: boolean; key: string },
): Promise<Outcome> {
  return inMeeting(services, by, { slug, action: "meeting.speak", key, deed: "floorAsked" }, async (at) => {
    if (at.row.state !== "open") return { ok: false, error: "meetings.error.notOpen" };
    const own = await ownParticipant(at, by);
    if (!own || !isHere(at, own.id)) return { ok: false, error: "meetings.error.notHere" };
    const itemId = at.row.current_item_id;
    const queue = await queueNow(at.trx, at.meeting.id, itemId);
    if (queue.some(({ participantId }) => participantId === own.id)) return { ok: true };
    await recordTurn(at, { turnId: randomUUID(), participantId: own.id, itemId, isPointOfOrder }, "asked");
    return { ok: true };
  });
}
