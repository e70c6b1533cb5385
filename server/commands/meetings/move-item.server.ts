import { inLanguage } from "../../../app/domain/languages";
import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import { type By, inMeeting } from "./in-meeting.server";
import { agendaOf, closeCurrentItem, openItem } from "./item-events.server";

/**
 * Moves the meeting from one item to another. When somebody has moved it meanwhile, the present item is told and nothing moves: two
 * chairs who press at once move it one step and not two.
 */
export async function moveItem(
  services: Services,
  by: By,
  slug: string,
  { from, to, key }: { from: string; to: string; key: string },
): Promise<Outcome> {
  return inMeeting(services, by, { slug, action: "meeting.lead", key, deed: "moved" }, async (at) => {
    if (at.row.state !== "open") return { ok: false, error: "meetings.error.notOpen" };
    const current = at.row.current_item_id;
    if (current === to) return { ok: true };
    const agenda = await agendaOf(at.trx, at.meeting.id);
    if (current !== (from || null)) {
      const place = agenda.findIndex(({ id }) => id === current);
      const item = agenda[place];
      const name = item ? `${place + 1}. ${inLanguage(item.title, "fi")}` : "–";
      return { ok: false, error: "meetings.error.moved", values: { item: name } };
    }
    if (!agenda.some(({ id }) => id === to)) return { ok: false, error: "meetings.error.noItem" };
    await closeCurrentItem(at);
    await openItem(at, to);
    await at.trx
      .updateTable("meetings")
      .set({ current_item_id: to })
      .where("id", "=", at.meeting.id)
      .execute();
    return { ok: true };
  });
}
