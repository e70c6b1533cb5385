import { countedEvents } from "../../../app/domain/meetings/meeting";
import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import { addPreviousMinutes } from "../agenda/add-previous-minutes.server";
import { type By, handlingDocuments, inMeeting } from "./in-meeting.server";
import { closeCurrentItem } from "./item-events.server";
import { momentGiven } from "./moment-given.server";

/**
 * Ends the meeting: its item, who speaks, and everybody's presence end with it. The next agenda gets its minutes (rule K4). One that was
 * left open is ended at the time (HH:MM) when it really ended: not before the last thing that happened in it. Without a time, now.
 */
export async function closeMeeting(
  services: Services,
  by: By,
  slug: string,
  { time, key }: { time: string | null; key: string },
): Promise<Outcome> {
  const deed = { slug, action: "meeting.lead" as const, key, deed: "closed", isEnd: true };
  return inMeeting(services, by, deed, async (at) => {
    if (at.row.state === "closed") return { ok: true };
    if (at.row.state !== "open") return { ok: false, error: "meetings.error.notOpen" };
    const moment = time === null ? at.now : momentGiven(at, time);
    if (!moment) return { ok: false, field: "time", error: "meetings.error.noTime" };
    if (moment > at.now) return { ok: false, field: "time", error: "meetings.error.notYet" };
    const last = countedEvents(at.events).at(-1);
    if (time !== null && last && moment.toISOString() < last.at)
      return { ok: false, field: "time", error: "meetings.error.beforeLast" };
    await closeCurrentItem(at, moment);
    await at.record({ kind: "closed" }, moment);
    await at.trx
      .updateTable("meetings")
      .set({ state: "closed", closed_at: moment, current_item_id: null })
      .where("id", "=", at.meeting.id)
      .execute();
    await addPreviousMinutes(at.trx, at.now, { tableId: at.meeting.tableId, addedBy: by.personId });
    at.touch(...(await handlingDocuments(at.trx, at.meeting.id)));
    return { ok: true };
  });
}
