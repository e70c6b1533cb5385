import { recusedFrom } from "../../../app/domain/meetings/attendance";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import type { Services } from "../../services";
import { type By, inMeeting } from "./in-meeting.server";
import { agendaOf } from "./item-events.server";
import { participantOf } from "./participant.server";

/** Records that a participant is recused from an item, or is so no more (rule M2). */
export async function recordRecusal(
  services: Services,
  by: By,
  slug: string,
  { participant, item, ends, key }: { participant: string; item: string; ends: boolean; key: string },
): Promise<Outcome> {
  const deed = { slug, action: "meeting.record" as const, key, deed: ends ? "recusalEnded" : "recused" };
  return inMeeting(services, by, deed, async (at) => {
    if (at.row.state !== "open") return { ok: false, error: "meetings.error.notOpen" };
    const { id } = await participantOf(at, participant);
    if (!(await agendaOf(at.trx, at.meeting.id)).some((one) => one.id === item)) throw notFound();
    if (recusedFrom(at.events, item).has(id) === !ends) return { ok: true };
    await at.record({ kind: ends ? "recusalEnded" : "recused", participantId: id, itemId: item });
    return { ok: true };
  });
}
