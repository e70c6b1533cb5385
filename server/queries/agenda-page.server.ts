/** The agenda as a page and as a file, and the files attached to it. */
import type { Localized } from "../../app/domain/languages";
import type { MeetingState, RecordKind } from "../../app/domain/meetings/meeting";
import { mayDo, notFound } from "../authorize.server";
import type { CalendarMeeting } from "../export/meeting-ics.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { type AgendaItem, agendaOf } from "./agenda.server";
import { type MeetingFacts, readableMeeting } from "./readable-meeting.server";

/** Times are ISO. */
export interface AgendaPage {
  slug: string;
  documentId: string;
  number: number;
  year: number;
  table: { slug: string; name: Localized };
  state: MeetingState;
  isInvited: boolean;
  isExample: boolean;
  recordKind: RecordKind;
  startsAt: string;
  endsAt: string | null;
  place: string;
  remoteLink: string;
  isInPerson: boolean;
  message: string;
  items: AgendaItem[];
  mayPrepare: boolean;
}

/** 404 for a meeting that the viewer may not read. */
export async function agendaPage(services: Services, viewer: Viewer, slug: string): Promise<AgendaPage> {
  const { meeting, actor } = await readableMeeting(services, viewer, slug);
  const isOver = meeting.meetingState === "closed" || meeting.meetingState === "cancelled";
  return {
    ...{ slug, documentId: meeting.documentId, number: meeting.number, year: meeting.year },
    table: { slug: meeting.tableSlug, name: meeting.tableName },
    ...{ state: meeting.meetingState, isInvited: meeting.invitedAt !== null, isExample: meeting.isExample },
    ...{ recordKind: meeting.recordKind, startsAt: meeting.startsAt.toISOString() },
    ...{ endsAt: meeting.endsAt?.toISOString() ?? null, place: meeting.place },
    ...{ remoteLink: isOver ? "" : meeting.remoteLink, isInPerson: meeting.isInPerson },
    ...{ message: meeting.message, items: await agendaOf(services.db, meeting.id) },
    mayPrepare: mayDo(actor, "meeting.prepare", meeting),
  };
}

/** A meeting as calendars take it. */
export async function meetingForCalendar(
  services: Services,
  viewer: Viewer,
  slug: string,
): Promise<CalendarMeeting> {
  const { meeting } = await readableMeeting(services, viewer, slug);
  const row = await services.db
    .selectFrom("meetings")
    .select("created_at")
    .where("id", "=", meeting.id)
    .executeTakeFirstOrThrow();
  return calendarMeeting(meeting, row.created_at);
}

const calendarMeeting = (meeting: MeetingFacts, createdAt: Date): CalendarMeeting => ({
  ...{ id: meeting.id, slug: meeting.slug, number: meeting.number, year: meeting.year },
  ...{ startsAt: meeting.startsAt, endsAt: meeting.endsAt, place: meeting.place },
  ...{ remoteLink: meeting.remoteLink, isInPerson: meeting.isInPerson, message: meeting.message },
  ...{ state: meeting.meetingState, revision: meeting.revision, createdAt, tableName: meeting.tableName },
});

/** A file of the agenda, for who may read the meeting. One that was removed is gone. */
export async function agendaFile(services: Services, viewer: Viewer, slug: string, id: string) {
  const { meeting } = await readableMeeting(services, viewer, slug);
  if (!UUID.test(id)) throw notFound();
  const file = await services.db
    .selectFrom("agenda_attachments as a")
    .innerJoin("agenda_items as i", "i.id", "a.item_id")
    .select(["a.name", "a.bytes"])
    .where("a.id", "=", id)
    .where("i.meeting_id", "=", meeting.id)
    .where("i.removed_at", "is", null)
    .where("a.removed_at", "is", null)
    .executeTakeFirst();
  if (!file?.name || !file.bytes) throw notFound();
  return { name: file.name, bytes: file.bytes };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
