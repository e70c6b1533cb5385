/** Working days in Finland: Monday to Friday without public holidays and the eves that offices keep free. Days are "2026-05-20". */

/** Month and day of the holidays that do not move, and of the eve of Christmas. */
const FIXED = ["01-01", "01-06", "05-01", "12-06", "12-24", "12-25", "12-26"];
/** Days from Easter Sunday: Good Friday, Easter Monday, Ascension. */
const FROM_EASTER = [-2, 1, 39];
const DAY_MS = 86_400_000;

const utc = (day: string) => new Date(`${day}T00:00:00Z`);
const dayOfUtc = (moment: Date) => moment.toISOString().slice(0, 10);

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return dayOfUtc(new Date(utc(day).getTime() + days * DAY_MS));
}

export function isWorkingDay(day: string): boolean {
  const weekday = utc(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

function isHoliday(day: string): boolean {
  if (FIXED.includes(day.slice(5))) return true;
  const year = Number(day.slice(0, 4));
  const easter = easterSunday(year);
  return FROM_EASTER.some((days) => addDays(easter, days) === day) || midsummerEve(year) === day;
}

/** The Friday of 19 to 25 June. */
function midsummerEve(year: number): string {
  const first = `${year}-06-19`;
  return addDays(first, (5 - utc(first).getUTCDay() + 7) % 7);
}

/** Gauss's rule as Meeus wrote it for the Gregorian calendar. */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year}-${two(Math.floor(f / 31))}-${two((f % 31) + 1)}`;
}
