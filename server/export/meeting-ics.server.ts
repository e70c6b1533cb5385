/** Meetings as calendar files (RFC 5545). Times go in UTC, which no change of the clocks moves: programs show them in their reader's own. */
import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from "ical-generator";
import { inLanguage, type Language, type Localized } from "../../app/domain/languages";
import { type MeetingState, meetingNumber } from "../../app/domain/meetings/meeting";
import { translator } from "../../app/messages/server.server";
import { paths } from "../../app/paths";
import { formatDateTime } from "../../app/ui/format";

export interface CalendarMeeting {
  id: string;
  slug: string;
  number: number;
  year: number;
  startsAt: Date;
  endsAt: Date | null;
  place: string;
  remoteLink: string;
  isInPerson: boolean;
  message: string;
  state: MeetingState;
  revision: number;
  /** When it was made: of a change the time is the change's, which calendars compare by the revision. */
  createdAt: Date;
  tableName: Localized;
}

interface Told {
  language: Language;
  /** config.publicOrigin. */
  origin: string;
  now: Date;
}

/** The event's id is the meeting's for good: what comes later with a greater SEQUENCE replaces what was there. */
export const meetingUid = (meetingId: string, origin: string) => `${meetingId}@${new URL(origin).hostname}`;

/** Several meetings for a calendar that a program reads again and again, or one to save. */
export function calendarFile(name: string, meetings: readonly CalendarMeeting[], told: Told): string {
  const calendar = calendarOf(told)
    .name(name)
    .method(ICalCalendarMethod.PUBLISH)
    .ttl(60 * 60);
  for (const meeting of meetings) calendar.createEvent(eventOf(meeting, told));
  return calendar.toString();
}

/** The file of an invitation, or of a cancellation, to one person. */
export function invitationFile(
  meeting: CalendarMeeting,
  told: Told & { organizer: string; to: { name: string; email: string } },
): { name: string; method: "request" | "cancel"; content: string } {
  const isCancelled = meeting.state === "cancelled";
  const calendar = calendarOf(told).method(
    isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  );
  const event = calendar.createEvent(eventOf(meeting, told));
  const { t } = translator(told.language);
  event.organizer({ name: t("common.product"), email: told.organizer });
  // Coming is told in the product: no answers are asked for by mail.
  event.createAttendee({
    ...{ name: told.to.name, email: told.to.email, rsvp: false, status: ICalAttendeeStatus.NEEDSACTION },
  });
  return {
    name: isCancelled ? "cancel.ics" : "meeting.ics",
    method: isCancelled ? "cancel" : "request",
    content: calendar.toString(),
  };
}

const calendarOf = ({ language }: Told) =>
  ical({ prodId: { company: "kumppanuuspoyta", product: "meetings", language: language.toUpperCase() } });

function eventOf(meeting: CalendarMeeting, { language, origin, now }: Told) {
  const { t } = translator(language);
  const url = `${origin}${paths.meeting(meeting.slug)}`;
  const when = formatDateTime(meeting.startsAt.toISOString(), language);
  return {
    id: meetingUid(meeting.id, origin),
    sequence: meeting.revision,
    stamp: now,
    start: meeting.startsAt,
    end: meeting.endsAt,
    summary: meetingTitle(meeting, language),
    location: meeting.place || meeting.remoteLink || null,
    description: [
      t("agenda.ics.when", { time: when }),
      meeting.remoteLink && t("agenda.ics.remote", { link: meeting.remoteLink }),
      meeting.message,
      t("agenda.ics.page", { link: url }),
    ]
      .filter(Boolean)
      .join("\n\n"),
    url,
    class: ICalEventClass.PRIVATE,
    status: meeting.state === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    created: meeting.createdAt,
  };
}

/** "Kuntayhteistyöryhmä, kokous 9/2022". */
export function meetingTitle(
  meeting: { number: number; year: number; tableName: Localized },
  language: Language,
): string {
  const table = inLanguage(meeting.tableName, language);
  return translator(language).t("agenda.meetingTitle", { table, number: meetingNumber(meeting) });
}
