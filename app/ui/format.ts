/** The one way to show dates, numbers and lists. Times are Finnish, the same on the server and in the browser. */
import type { Language } from "../domain/languages";

const LOCALES: Record<Language, string> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };
const TIME_ZONE = "Europe/Helsinki";

/** The BCP 47 locale of a language: what Intl and React Aria take. */
export function localeOf(language: Language): string {
  return LOCALES[language];
}

/** `20.5.2022`. Takes an ISO date or time. */
export function formatDate(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "short", timeZone: zone(iso) }).format(
    new Date(iso),
  );
}

/** `20.5.2022 klo 13.40`. */
export function formatDateTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: "numeric",
    month: "numeric",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone: TIME_ZONE,
  }).format(new Date(iso));
}

/** `13.40`. */
export function formatTime(iso: string | Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    hour: "numeric",
    minute: "2-digit",
    timeZone: TIME_ZONE,
  }).format(new Date(iso));
}

/** A plain date has no time zone: it must not slip to the day before. */
function zone(iso: string): string {
  return iso.length === 10 ? "UTC" : TIME_ZONE;
}

/** `Liperi, Joensuu ja Lieksa`. */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALES[language], { type: "conjunction" }).format(items);
}
