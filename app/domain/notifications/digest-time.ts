/** When the morning's mail is due: eight o'clock in Finland, in summer and in winter time. */
import { addDays, isWorkingDay } from "./working-day";

export const DIGEST_HOUR = 8;
const TIME_ZONE = "Europe/Helsinki";
const HOUR_MS = 3_600_000;
/** Hours that Finnish time is ahead of UTC: in winter, in summer. */
const AHEAD = [2, 3];
/** There are never so many days in a row on which nobody works. */
const DAYS_BACK_MAX = 14;

const CLOCK = new Intl.DateTimeFormat("sv-SE", {
  timeZone: TIME_ZONE,
  ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", hourCycle: "h23" },
});
/** "2026-05-20 08": day and hour of a moment as a clock in Finland shows them. */
const clockIn = (moment: Date) => CLOCK.format(moment).replace(/^(\d{4}-\d\d-\d\d)\D+(\d\d).*$/, "$1 $2");

/** The day in Finland that a moment falls on. */
export function finnishDay(moment: Date): string {
  return clockIn(moment).slice(0, 10);
}

/** Eight o'clock in Finland of a day. */
export function morningOf(day: string): Date {
  const hour = String(DIGEST_HOUR).padStart(2, "0");
  for (const ahead of AHEAD) {
    const moment = new Date(new Date(`${day}T${hour}:00:00Z`).getTime() - ahead * HOUR_MS);
    if (clockIn(moment) === `${day} ${hour}`) return moment;
  }
  throw new RangeError(`no morning on ${day}`);
}

/** The last working day's morning that has come: a digest holds what was told until then. */
export function lastDigestAt(now: Date): Date {
  let day = finnishDay(now);
  for (let n = 0; n < DAYS_BACK_MAX; n++, day = addDays(day, -1)) {
    if (!isWorkingDay(day)) continue;
    const morning = morningOf(day);
    if (morning <= now) return morning;
  }
  throw new RangeError("no working day is near");
}

/** The day whose reminders are to be told now; null before its morning. Reminders know no weekend: a last day may be one. */
export function reminderDay(now: Date): string | null {
  const day = finnishDay(now);
  return morningOf(day) <= now ? day : null;
}
