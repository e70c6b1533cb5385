/** The page that prepares a meeting: its facts, agenda, attachments and invitation. */
import { randomUUID } from "node:crypto";
import type { Localized } from "../../app/domain/languages";
import { isAgendaOpen } from "../../app/domain/meetings/agenda";
import type { MeetingState, RecordKind } from "../../app/domain/meetings/meeting";
import { handledItems } from "../commands/agenda/agenda-meeting.server";
import { draftsForAgenda } from "../commands/agenda/draft-for-agenda.server";
import { permittedMeeting } from "../commands/meetings/permitted-meeting.server";
import { momentOf } from "../finnish-day.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { type AgendaItem, agendaOf } from "./agenda.server";
import { seatedAt } from "./party-people.server";

export interface AgendaRow extends AgendaItem {
  isHandled: boolean;
}
export interface MeetingSettings {
  slug: string;
  documentId: string;
  number: number;
  year: number;
  table: { slug: string; name: Localized };
  state: MeetingState;
  isOpen: boolean;
  recordKind: RecordKind;
  isExample: boolean;
  /** As the form has them: day and times are Finnish. */
  facts: { date: string; starts: string; ends: string; place: string; remoteLink: string; message: string };
  isInPerson: boolean;
  items: AgendaRow[];
  removed: { id: string; title: Localized }[];
  /** That may stand on the agenda, with their versions, the newest first. */
  drafts: { slug: string; title: Localized; table: Localized | null; versions: number[] }[];
  invitation: { sentAt: string | null; isChanged: boolean; people: number; isPast: boolean };
  /** Of the form that adds an item. */
  key: string;
}

/** 403 for those who may read the meeting but not prepare it. */
export async function meetingSettings(
  services: Services,
  viewer: Viewer,
  slug: string,
): Promise<MeetingSettings> {
  const { meeting } = await permittedMeeting(services, viewer, slug, "meeting.prepare");
  const { db } = services;
  const now = services.clock();
  const [items, handled, removed, drafts, people, told] = await Promise.all([
    agendaOf(db, meeting.id),
    handledItems(db, meeting.id),
    db
      .selectFrom("agenda_items")
      .select(["id", "title"])
      .where("meeting_id", "=", meeting.id)
      .where("removed_at", "is not", null)
      .orderBy("removed_at")
      .execute(),
    draftsForAgenda(services, viewer, meeting),
    invited(services, meeting.id, meeting.tableId),
    db
      .selectFrom("notifications")
      .select("id")
      .where("subject_id", "=", meeting.id)
      .where("key", "=", `meeting:${meeting.id}:${meeting.revision}`)
      .executeTakeFirst(),
  ]);
  const versions = await versionsOf(
    services,
    drafts.map(({ id }) => id),
  );
  const starts = momentOf(meeting.startsAt);
  return {
    ...{ slug, documentId: meeting.documentId, number: meeting.number, year: meeting.year },
    table: { slug: meeting.tableSlug, name: meeting.tableName },
    ...{ state: meeting.meetingState, isOpen: isAgendaOpen(meeting.meetingState) },
    ...{ recordKind: meeting.recordKind, isExample: meeting.isExample, isInPerson: meeting.isInPerson },
    facts: {
      ...{ date: starts.day, starts: starts.time, ends: meeting.endsAt ? momentOf(meeting.endsAt).time : "" },
      ...{ place: meeting.place, remoteLink: meeting.remoteLink, message: meeting.message },
    },
    items: items.map((item) => ({ ...item, isHandled: handled.has(item.id) })),
    removed,
    drafts: drafts.map(({ id, slug: address, title, tableId, tableName }) => ({
      ...{ slug: address, title, table: tableId === meeting.tableId ? null : tableName },
      versions: versions.get(id) ?? [],
    })),
    invitation: {
      sentAt: meeting.invitedAt?.toISOString() ?? null,
      isChanged: meeting.invitedAt !== null && meeting.revision > 0 && told === undefined,
      ...{ people, isPast: meeting.startsAt <= now },
    },
    key: randomUUID(),
  };
}

/** How many people an invitation reaches: those who sit at the table, and participants who have an account. */
async function invited(services: Services, meetingId: string, tableId: string): Promise<number> {
  const [seated, listed] = await Promise.all([
    seatedAt(services.db, tableId, services.clock()),
    services.db
      .selectFrom("participants")
      .select("person_id")
      .where("meeting_id", "=", meetingId)
      .where("person_id", "is not", null)
      .execute(),
  ]);
  return new Set([...seated.map(({ personId }) => personId), ...listed.map((row) => row.person_id)]).size;
}

async function versionsOf({ db }: Services, draftIds: string[]): Promise<Map<string, number[]>> {
  if (draftIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("versions")
    .select(["draft_id", "number"])
    .where("draft_id", "in", draftIds)
    .orderBy("number", "desc")
    .execute();
  const versions = new Map<string, number[]>();
  for (const { draft_id, number } of rows)
    versions.set(draft_id, [...(versions.get(draft_id) ?? []), number]);
  return versions;
}
