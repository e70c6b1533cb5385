import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import { queueNow, recordTurn } from "./floor.server";
import { type By, inMeeting } from "./in-meeting.server";

/** Gives the floor; whoever spoke before has spoken. */
export async function giveFloor(
  services: Services,
  by: By,
  slug: string,
  { turn, key }: { turn: string; key: string },
): Promise<Outcome> {
  return inMeeting(services, by, { slug, action: "meeting.lead", key, deed: "floorGiven" }, async (at) => {
    if (at.row.state !== "open") return { ok: false, error: "meetings.error.notOpen" };
    const queue = await queueNow(at.trx, at.meeting.id, at.row.current_item_id);
    const asked = queue.find(({ turnId }) => turnId === turn);
    if (!asked) return { ok: false, error: "meetings.error.turnGone" };
    if (asked.givenAt) return { ok: true };
    let n = 1;
    for (const other of queue) if (other.givenAt) await recordTurn(at, other, "ended", ++n);
    await recordTurn(at, asked, "given");
    return { ok: true };
  });
}
