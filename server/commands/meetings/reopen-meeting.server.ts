import { countedEvents } from "../../../app/domain/meetings/meeting";
import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import { type By, handlingDocuments, inMeeting } from "./in-meeting.server";
import { agendaOf, openItem } from "./item-events.server";

/** Goes on with a meeting that was closed too early, at the item where it ended. Not once its minutes are approved. */
export async function reopenMeeting(services: Services, by: By, slug: string, key: string): Promise<Outcome> {
  return inMeeting(services, by, { slug, action: "meeting.lead", key, deed: "reopened" }, async (at) => {
    if (at.row.state === "open") return { ok: true };
    if (at.row.state !== "closed") return { ok: false, error: "meetings.error.notClosed" };
    const approved = await at.trx
      .selectFrom("approved_minutes")
      .select("meeting_id")
      .where("meeting_id", "=", at.meeting.id)
      .executeTakeFirst();
    if (approved) return { ok: false, error: "meetings.error.approved" };
    const agenda = await agendaOf(at.trx, at.meeting.id);
    const last = countedEvents(at.events)
      .flatMap((event) => (event.kind === "itemClosed" ? [event.itemId] : []))
      .filter((id) => agenda.some((item) => item.id === id))
      .at(-1);
    const itemId = last ?? agenda[0]?.id;
    if (!itemId) return { ok: false, error: "meetings.error.noItems" };
    await at.record({ kind: "reopened" });
    await openItem(at, itemId);
    await at.trx
      .updateTable("meetings")
      .set({ state: "open", closed_at: null, current_item_id: itemId })
      .where("id", "=", at.meeting.id)
      .execute();
    at.touch(...(await handlingDocuments(at.trx, at.meeting.id)));
    return { ok: true };
  });
}
