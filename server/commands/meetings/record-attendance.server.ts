import { isPresentAt, itemAt, presenceOf } from "../../../app/domain/meetings/attendance";
import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import { type By, inMeeting } from "./in-meeting.server";
import { momentGiven } from "./moment-given.server";
import { participantOf } from "./participant.server";

export interface GivenAttendance {
  participant: string;
  /** "arrived" or "left". */
  what: string;
  /** HH:MM in Finland on the meeting's day, or empty for now. */
  time: string;
  key: string;
}

/**
 * The secretary records that somebody came or left, now or at a time (rule M1). The server's clock counts, never the browser's. A time that
 * has not come, or that contradicts what is recorded, is refused.
 */
export async function recordAttendance(
  services: Services,
  by: By,
  slug: string,
  given: GivenAttendance,
): Promise<Outcome> {
  const deed = { slug, action: "meeting.record" as const, key: given.key, deed: "attendanceRecorded" };
  return inMeeting(services, by, deed, async (at) => {
    if (at.row.state !== "open" && at.row.state !== "closed")
      return { ok: false, error: "meetings.error.notOpen" };
    const { what } = given;
    if (what !== "arrived" && what !== "left")
      return { ok: false, field: "what", error: "meetings.error.noWhat" };
    const { id } = await participantOf(at, given.participant);
    const moment = given.time ? momentGiven(at, given.time) : (at.row.closed_at ?? at.now);
    if (!moment) return { ok: false, field: "time", error: "meetings.error.noTime" };
    if (moment > at.now) return { ok: false, field: "time", error: "meetings.error.notYet" };
    const { closed_at: end } = at.row;
    if (end && (what === "arrived" ? moment >= end : moment > end))
      return { ok: false, field: "time", error: "meetings.error.afterEnd" };
    const iso = moment.toISOString();
    const isThere = isPresentAt(presenceOf(at.events).get(id), iso);
    if (isThere === (what === "arrived"))
      return { ok: false, field: "what", error: `meetings.error.${isThere ? "isHere" : "isAway"}` };
    const itemId = given.time ? itemAt(at.events, iso) : at.row.current_item_id;
    await at.record({ kind: what, participantId: id, itemId }, moment);
    return { ok: true };
  });
}
