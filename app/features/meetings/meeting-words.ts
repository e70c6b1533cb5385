/** What the meeting's pages say of times and people. */
import type { TFunction } from "i18next";
import { inLanguage, type Language } from "../../domain/languages";
import type { AgendaLine, MeetingHead, PersonLine } from "../../protocol/meeting-data";
import { formatDate, formatTime } from "../../ui/format";
import { secondsBetween } from "./use-server-clock";

/** `13.00–13.40, 14.19–` */
export function intervalsInWords(intervals: PersonLine["intervals"], language: Language): string {
  return intervals
    .map(({ from, to }) => `${formatTime(from, language)}–${to ? formatTime(to, language) : ""}`)
    .join(", ");
}

/** "2. Hyvinvointialueen järjestöavustukset" */
export function itemName(item: Pick<AgendaLine, "number" | "title">, language: Language): string {
  return `${item.number}. ${inLanguage(item.title, language)}`;
}

/** Whole minutes that an item has been open; null before the first. */
export function itemMinutes(item: AgendaLine, now: string): number | null {
  const seconds = item.seconds + (item.openSince ? secondsBetween(item.openSince, now) : 0);
  return seconds >= 60 ? Math.floor(seconds / 60) : null;
}

/** `20.5.2022 13.00–15.15`, what is planned or what happened. */
export function meetingTimes(meeting: MeetingHead, language: Language): string {
  const from = meeting.openedAt ?? meeting.startsAt;
  const to = meeting.closedAt ?? (meeting.openedAt ? null : meeting.endsAt);
  return `${formatDate(from, language)} ${formatTime(from, language)}–${to ? formatTime(to, language) : ""}`;
}

/** Party first, as minutes and the speaking queue name people; the name alone without one. */
export function personTitle(t: TFunction, person: PersonLine): string {
  const roles = ["chair", "viceChair", "secretary"] as const;
  const role = roles.find((one) => one === person.role);
  return [person.title || null, role && t(`meetings.role.${role}`)].filter(Boolean).join(", ");
}
