import { momentAt, momentOf } from "../../finnish-day.server";
import type { InMeeting } from "./in-meeting.server";

const HOUR_MS = 3_600_000;
/** People come so much before the start; an earlier time of day is meant for the day after, because meetings go over midnight. */
export const BEFORE_START_MS = HOUR_MS;
/** A meeting that was opened at most so much late began when it was planned. */
export const LATE_START_MS = 6 * HOUR_MS;

/**
 * The moment of HH:MM on the meeting's day in Finland, or on the day after where the meeting had not begun by then. Null when it is no
 * time. The server's own clock decides what day it is, never the browser's.
 */
export function momentGiven({ row }: Pick<InMeeting, "row">, time: string): Date | null {
  const opened = (row.opened_at ?? row.starts_at).getTime();
  const late = opened - row.starts_at.getTime();
  const start = late > 0 && late <= LATE_START_MS ? row.starts_at.getTime() : opened;
  const { day } = momentOf(new Date(start));
  const first = momentAt(day, time);
  if (!first || first.getTime() >= start - BEFORE_START_MS) return first;
  // From noon to noon, because a day of changing clocks has 23 or 25 hours.
  const noon = momentAt(day, "12:00")!;
  return momentAt(momentOf(new Date(noon.getTime() + 24 * HOUR_MS)).day, time);
}
