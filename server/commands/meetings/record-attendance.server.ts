import { isPresentAt, itemAt, presenceOf } from "../../../app/domain/meetings/attendance";
import type { Outcome } from "../../../app/messages/problem";
import { momentAt, momentOf } from "../../finnish-day.server";
import type { Services } from "../../services";
import { type By, type InMeeting, inMeeting } from "./in-meeting.server";
import { participantOf } from "./participant.server";

const DAY_MS = 86_400_000;
/** A time this much before the meeting's start is meant for the day after: meetings go over midnight. Milliseconds. */
const BEFORE_START_MS = 6 * 60 * 60 * 1000;

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
    const moment = momentGiven(at, given.time);
    if (!moment) return { ok: false, field: "time", error: "meetings.error.noTime" };
    if (moment > at.now) return { ok: false, field: "time", error: "meetings.error.notYet" };
    const iso = moment.toISOString();
    const isThere = isPresentAt(presenceOf(at.events).get(id), iso);
    if (isThere === (what === "arrived"))
      return { ok: false, field: "what", error: `meetings.error.${isThere ? "isHere" : "isAway"}` };
    const itemId = given.time ? itemAt(at.events, iso) : at.row.current_item_id;
    await at.record({ kind: what, participantId: id, itemId }, moment);
    return { ok: true };
  });
}

/** The moment of a time of the meeting's day, or of the day after where that is nearer; now for none. Null when it is no time. */
function momentGiven({ row, now }: InMeeting, time: string): Date | null {
  if (!time) return row.closed_at ?? now;
  const start = row.opened_at ?? row.starts_at;
  const first = momentAt(momentOf(start).day, time);
  if (!first || first.getTime() >= start.getTime() - BEFORE_START_MS) return first;
  return momentAt(momentOf(new Date(start.getTime() + DAY_MS)).day, time);
}
