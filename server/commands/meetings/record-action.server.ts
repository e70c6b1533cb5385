import { isDay } from "../../../app/domain/initiatives/road";
import { OUTCOME_CHARACTERS_MAX, PRESENTER_CHARACTERS_MAX } from "../../../app/domain/meetings/meeting";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import type { Services } from "../../services";
import { type By, inMeeting } from "./in-meeting.server";
import { agendaOf } from "./item-events.server";
import { tooLong } from "./too-long.server";

export interface GivenAction {
  item: string;
  text: string;
  body: string;
  /** YYYY-MM-DD or empty. */
  due: string;
  key: string;
}

/** Records what somebody is to do. */
export async function recordAction(
  services: Services,
  by: By,
  slug: string,
  given: GivenAction,
): Promise<Outcome> {
  const deed = { slug, action: "meeting.record" as const, key: given.key, deed: "actionRecorded" };
  return inMeeting(services, by, deed, async (at) => {
    if (at.row.state !== "open" && at.row.state !== "closed")
      return { ok: false, error: "meetings.error.notOpen" };
    const { item, text, body, due } = given;
    if (!text) return { ok: false, field: "text", error: "meetings.error.textMissing" };
    const long =
      tooLong("text", text, OUTCOME_CHARACTERS_MAX) ?? tooLong("body", body, PRESENTER_CHARACTERS_MAX);
    if (long) return long;
    if (due && !isDay(due)) return { ok: false, field: "due", error: "meetings.error.noDay" };
    if (!(await agendaOf(at.trx, at.meeting.id)).some(({ id }) => id === item)) throw notFound();
    await at.record({ kind: "action", itemId: item, text, body, due: due || null });
    return { ok: true };
  });
}
