/** Calendars that programs subscribe to: a person's links, and what one of them shows. */
import { LANGUAGES, type Language, type Localized } from "../../app/domain/languages";
import { loadActor, mayDo } from "../authorize.server";
import type { CalendarMeeting } from "../export/meeting-ics.server";
import { hashLinkToken } from "../mail/mailed-link-token";
import type { Services } from "../services";
import type { Viewer } from "../session.server";

/** Days back that a calendar shows. */
export const CALENDAR_DAYS_BACK = 400;
/** Meetings of one calendar, the latest first. */
export const CALENDAR_MEETINGS_MAX = 500;
const DAY_MS = 86_400_000;

export interface CalendarsPage {
  /** Where the viewer sits. */
  tables: { slug: string; name: Localized }[];
  /** Not revoked. `table` is null for all of the person's tables. */
  links: { id: string; table: Localized | null; madeAt: string }[];
}

export async function calendarsPage(services: Services, viewer: Viewer): Promise<CalendarsPage> {
  const actor = await loadActor(services, viewer.personId);
  const seated = [...new Set(actor.seats.map(({ tableId }) => tableId))];
  const [tables, links] = await Promise.all([
    seated.length === 0
      ? []
      : services.db
          .selectFrom("tables")
          .select(["slug", "name"])
          .where("id", "in", seated)
          .orderBy("created_at")
          .execute(),
    services.db
      .selectFrom("calendar_links as l")
      .leftJoin("tables as t", "t.id", "l.table_id")
      .select(["l.id", "t.name as table", "l.created_at"])
      .where("l.person_id", "=", viewer.personId)
      .where("l.revoked_at", "is", null)
      .orderBy("l.created_at")
      .execute(),
  ]);
  return {
    tables,
    links: links.map(({ id, table, created_at }) => ({ id, table, madeAt: created_at.toISOString() })),
  };
}

/**
 * What the calendar of a token shows now, with the seats that its person has now. Null for an unknown or revoked token, and for a table
 * that the person may not read any more.
 */
export async function subscribedCalendar(
  services: Services,
  token: string,
): Promise<{ language: Language; table: Localized | null; meetings: CalendarMeeting[] } | null> {
  const link = await services.db
    .selectFrom("calendar_links as l")
    .innerJoin("persons as p", "p.id", "l.person_id")
    .select(["l.person_id as personId", "l.table_id as tableId", "p.language"])
    .where("l.token_hash", "=", hashLinkToken(token))
    .where("l.revoked_at", "is", null)
    .executeTakeFirst();
  if (!link) return null;
  const actor = await loadActor(services, link.personId);
  const seats = actor.seats.filter((seat) => mayDo(actor, "meeting.read", seat));
  const tables = [...new Set(seats.map(({ tableId }) => tableId))].filter(
    (tableId) => link.tableId === null || tableId === link.tableId,
  );
  if (link.tableId !== null && tables.length === 0) return null;
  const meetings = await meetingsOf(services, tables);
  return {
    language: LANGUAGES.find((one) => one === link.language) ?? "fi",
    table: link.tableId === null ? null : await tableName(services, link.tableId),
    meetings,
  };
}

async function meetingsOf({ db, clock }: Services, tableIds: string[]): Promise<CalendarMeeting[]> {
  if (tableIds.length === 0) return [];
  return db
    .selectFrom("meetings as m")
    .innerJoin("tables as t", "t.id", "m.table_id")
    .select(["m.id", "m.slug", "m.number", "m.year", "m.starts_at as startsAt", "m.ends_at as endsAt"])
    .select(["m.place", "m.remote_link as remoteLink", "m.is_in_person as isInPerson", "m.message"])
    .select(["m.state", "m.revision", "m.created_at as createdAt", "t.name as tableName"])
    .where("m.table_id", "in", tableIds)
    .where("m.starts_at", ">=", new Date(clock().getTime() - CALENDAR_DAYS_BACK * DAY_MS))
    .orderBy("m.starts_at", "desc")
    .limit(CALENDAR_MEETINGS_MAX)
    .execute();
}

async function tableName({ db }: Services, id: string): Promise<Localized> {
  const row = await db.selectFrom("tables").select("name").where("id", "=", id).executeTakeFirstOrThrow();
  return row.name;
}
