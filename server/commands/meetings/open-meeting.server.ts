import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import { type By, handlingDocuments, inMeeting } from "./in-meeting.server";
import { agendaOf, openItem } from "./item-events.server";
import { takeSeatIn } from "./participant.server";

/** Opens the meeting and its first item; whoever opens it is present. One that is open already stays as it is. */
export async function openMeeting(services: Services, by: By, slug: string, key: string): Promise<Outcome> {
  return inMeeting(services, by, { slug, action: "meeting.lead", key, deed: "opened" }, async (at) => {
    if (at.row.state === "open") return { ok: true };
    if (at.row.state !== "planned") return { ok: false, error: "meetings.error.notPlanned" };
    const [first] = await agendaOf(at.trx, at.meeting.id);
    if (!first) return { ok: false, error: "meetings.error.noItems" };
    await at.record({ kind: "opened" });
    await openItem(at, first.id);
    await at.trx
      .updateTable("meetings")
      .set({ state: "open", opened_at: at.now, current_item_id: first.id })
      .where("id", "=", at.meeting.id)
      .execute();
    await takeSeatIn({ ...at, row: { ...at.row, current_item_id: first.id } }, by);
    at.touch(...(await handlingDocuments(at.trx, at.meeting.id)));
    return { ok: true };
  });
}
