import { countedEvents, type MeetingEventKind } from "../../../app/domain/meetings/meeting";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import type { Services } from "../../services";
import { cancelPlanned } from "../agenda/invite.server";
import { type By, type InMeeting, inMeeting } from "./in-meeting.server";

/** Events that may be taken back. What moved the meeting itself is mended by moving it again. */
export const WITHDRAWABLE: readonly MeetingEventKind[] = [
  ...(["arrived", "left", "recused", "recusalEnded", "outcome", "action", "nextMeeting"] as const),
];

/**
 * Takes back an event that was recorded by mistake: it stays in the log and counts no more. A meeting that it set is cancelled, and those
 * who were invited hear; a step that it put on the road is cancelled.
 */
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
    if (known.kind === "nextMeeting") await cancelSet(at, known.meetingId);
    if (known.kind === "outcome") await cancelStep(at, event);
    return { ok: true };
  });
}

async function cancelSet({ trx, now, by }: InMeeting, meetingId: string): Promise<void> {
  const row = await trx
    .selectFrom("meetings")
    .select(["id", "table_id", "revision", "invited_at"])
    .where("id", "=", meetingId)
    .where("state", "=", "planned")
    .forUpdate()
    .executeTakeFirst();
  if (row) await cancelPlanned(trx, now, row, by);
}

/** The step of what was forwarded, unless somebody has told what came of it. */
async function cancelStep({ trx, now, by }: InMeeting, event: string): Promise<void> {
  const step = await trx
    .selectFrom("meeting_events as e")
    .innerJoin("agenda_items as i", "i.id", "e.item_id")
    .innerJoin("road_steps as s", (on) =>
      on.onRef("s.draft_id", "=", "i.draft_id").onRef("s.key", "=", "e.key"),
    )
    .leftJoin("road_outcomes as o", "o.step_id", "s.id")
    .select("s.id")
    .where("e.id", "=", event)
    .where("o.id", "is", null)
    .executeTakeFirst();
  if (!step) return;
  await trx
    .insertInto("road_outcomes")
    .values({
      ...{ step_id: step.id, state: "cancelled" as const, text: JSON.stringify({ fi: "" }) },
      ...{ recorded_by: by.personId, created_at: now },
    })
    .execute();
}
