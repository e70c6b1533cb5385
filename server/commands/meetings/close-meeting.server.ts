import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import { addPreviousMinutes } from "../agenda/add-previous-minutes.server";
import { type By, handlingDocuments, inMeeting } from "./in-meeting.server";
import { closeCurrentItem } from "./item-events.server";

/** Ends the meeting: its item, who speaks, and everybody's presence end with it. The next agenda gets its minutes (rule K4). */
export async function closeMeeting(services: Services, by: By, slug: string, key: string): Promise<Outcome> {
  return inMeeting(services, by, { slug, action: "meeting.lead", key, deed: "closed" }, async (at) => {
    if (at.row.state === "closed") return { ok: true };
    if (at.row.state !== "open") return { ok: false, error: "meetings.error.notOpen" };
    await closeCurrentItem(at);
    await at.record({ kind: "closed" });
    await at.trx
      .updateTable("meetings")
      .set({ state: "closed", closed_at: at.now, current_item_id: null })
      .where("id", "=", at.meeting.id)
      .execute();
    await addPreviousMinutes(at.trx, at.now, { tableId: at.meeting.tableId, addedBy: by.personId });
    at.touch(...(await handlingDocuments(at.trx, at.meeting.id)));
    return { ok: true };
  });
}
