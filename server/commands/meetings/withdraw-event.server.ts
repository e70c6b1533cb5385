import { countedEvents, type MeetingEventKind } from "../../../app/domain/meetings/meeting";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import type { Services } from "../../services";
import { type By, inMeeting } from "./in-meeting.server";

/** Events that may be taken back. What moved the meeting itself is mended by moving it again. */
export const WITHDRAWABLE: readonly MeetingEventKind[] = [
  ...(["arrived", "left", "recused", "recusalEnded", "outcome", "action", "nextMeeting"] as const),
];

/** Takes back an event that was recorded by mistake: it stays in the log and counts no more. A meeting that it set is cancelled. */
export async function withdrawEvent(
  services: Services,
  by: By,
  slug: string,
  { event, key }: { event: string; key: string },
): Promise<Outcome> {
  const deed = { slug, action: "meeting.record" as const, key, deed: "eventWithdrawn" };
  return inMeeting(services, by, deed, async (at) => {
    const known = at.events.find(({ id }) => id === event);
    if (!known || !WITHDRAWABLE.includes(known.kind)) throw notFound();
    if (!countedEvents(at.events).some(({ id }) => id === event)) return { ok: true };
    await at.record({ kind: "withdrawn", corrects: event });
    if (known.kind === "nextMeeting")
      await at.trx
        .updateTable("meetings")
        .set((set) => ({ state: "cancelled", revision: set("revision", "+", 1) }))
        .where("id", "=", known.meetingId)
        .where("state", "=", "planned")
        .execute();
    return { ok: true };
  });
}
