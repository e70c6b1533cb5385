/** Days as the people at the table count them: a seat that ends on a day is theirs until midnight in Finland. */
const TIME_ZONE = "Europe/Helsinki";
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const HOUR_MS = 60 * 60 * 1000;

/** The first moment after a day "2026-05-20", or null when the text is no day. */
export function endOfDay(day: string): Date | null {
  if (!DAY.test(day)) return null;
  const utc = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(utc.getTime()) || utc.toISOString().slice(0, 10) !== day) return null;
  // Midnight in Finland is 21 or 22 o'clock UTC, by the season.
  const early = new Date(utc.getTime() + 21 * HOUR_MS);
  return dayOf(early) === day ? new Date(early.getTime() + HOUR_MS) : early;
}

/** The day a moment falls on, "2026-05-20". */
export function dayOf(moment: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: TIME_ZONE, dateStyle: "short" }).format(moment);
}

/** The last day of a seat that ends at this moment: the inverse of endOfDay. */
export function lastDayBefore(end: Date): string {
  return dayOf(new Date(end.getTime() - 1));
}

/** The day and the time of day (HH:MM) a moment falls on. */
export function momentOf(moment: Date): { day: string; time: string } {
  const time = new Intl.DateTimeFormat("sv-SE", { timeZone: TIME_ZONE, timeStyle: "short" }).format(moment);
  return { day: dayOf(moment), time };
}

/**
 * The moment of a time of day in Finland: momentOf backwards. Null when they are no day and time. A time that a clock passes twice
 * is the first of the two, one that it jumps over is an hour later.
 */
export function momentAt(day: string, time: string): Date | null {
  const utc = new Date(`${day}T${time}:00Z`);
  if (!DAY.test(day) || !TIME.test(time) || endOfDay(day) === null) return null;
  // Finland is two or three hours ahead of UTC, by the season.
  const summer = new Date(utc.getTime() - 3 * HOUR_MS);
  return momentOf(summer).time === time ? summer : new Date(utc.getTime() - 2 * HOUR_MS);
}
