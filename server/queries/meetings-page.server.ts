/** The meetings of a table, the page that calls a new one, and the next meetings of a person. */
import { type Kysely, sql } from "kysely";
import type { Localized } from "../../app/domain/languages";
import { lateBefore } from "../../app/domain/meetings/agenda";
import type { MeetingState } from "../../app/domain/meetings/meeting";
import type { Actor } from "../../app/domain/policy";
import type { Database } from "../../db/schema/tables";
import { mayDo, notAllowed } from "../authorize.server";
import { tableFor } from "../commands/tables/table-subject.server";
import { momentOf } from "../finnish-day.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { readableDraft } from "./readable-draft.server";

/** Times are ISO. */
export interface MeetingLine {
  slug: string;
  number: number;
  year: number;
  startsAt: string;
  endsAt: string | null;
  place: string;
  isRemote: boolean;
  isInPerson: boolean;
  state: MeetingState;
  /** It was planned, and nobody opened it. */
  hasPassed: boolean;
  isInvited: boolean;
  items: number;
  minutes: "none" | "draft" | "approved";
  isExample: boolean;
}
export interface MeetingsPage {
  table: { slug: string; name: Localized };
  /** The next one first; one that is open stands here. */
  coming: MeetingLine[];
  /** The latest first. */
  past: MeetingLine[];
  mayPrepare: boolean;
}

export async function meetingsPage(services: Services, viewer: Viewer, slug: string): Promise<MeetingsPage> {
  const { table, actor } = await tableFor(services, viewer, slug, "table.read");
  const lines = await meetingLines(services.db, [table.tableId], lateBefore(services.clock()));
  const isComing = ({ state, hasPassed }: MeetingLine) =>
    state === "open" || (state === "planned" && !hasPassed);
  return {
    table: { slug, name: table.name },
    coming: lines.filter(isComing),
    past: lines.filter((line) => !isComing(line)).reverse(),
    mayPrepare: mayDo(actor, "meeting.prepare", table),
  };
}

/** By time. */
async function meetingLines(db: Kysely<Database>, tableIds: string[], late: Date) {
  const rows = await db
    .selectFrom("meetings as m")
    .leftJoin("meeting_minutes as mm", "mm.meeting_id", "m.id")
    .leftJoin("approved_minutes as am", "am.meeting_id", "m.id")
    .select(["m.slug", "m.number", "m.year", "m.starts_at", "m.ends_at", "m.place", "m.remote_link"])
    .select(["m.is_in_person", "m.state", "m.invited_at", "m.is_example", "m.table_id as tableId"])
    .select(["mm.draft_id as minutesDraft", "am.approved_at"])
    .select((of) =>
      of
        .selectFrom("agenda_items as i")
        .select((count) => count.fn.countAll<number>().as("count"))
        .whereRef("i.meeting_id", "=", "m.id")
        .where("i.removed_at", "is", null)
        .as("items"),
    )
    .where("m.table_id", "in", tableIds)
    .orderBy("m.starts_at")
    .execute();
  return rows.map((row) => ({
    ...{ slug: row.slug, number: row.number, year: row.year, place: row.place, state: row.state },
    ...{ startsAt: row.starts_at.toISOString(), endsAt: row.ends_at?.toISOString() ?? null },
    ...{ isRemote: row.remote_link !== "", isInPerson: row.is_in_person, isExample: row.is_example },
    hasPassed: row.state === "planned" && row.starts_at < late,
    ...{ isInvited: row.invited_at !== null, items: Number(row.items), tableId: row.tableId },
    minutes: row.approved_at
      ? ("approved" as const)
      : row.minutesDraft
        ? ("draft" as const)
        : ("none" as const),
  }));
}

export interface NewMeetingPage {
  table: { slug: string; name: Localized };
  /** What the form begins with: the next number of the year, and the place of the latest meeting. */
  given: { number: string; year: string; place: string; remoteLink: string };
}

/** 403 for those who may read the table but not prepare its meetings. */
export async function newMeetingPage(
  services: Services,
  viewer: Viewer,
  slug: string,
): Promise<NewMeetingPage> {
  const { table, actor } = await tableFor(services, viewer, slug, "table.read");
  if (!mayDo(actor, "meeting.prepare", table)) throw notAllowed();
  const year = Number(momentOf(services.clock()).day.slice(0, 4));
  const rows = await services.db
    .selectFrom("meetings")
    .select(["number", "year", "place", "remote_link"])
    .where("table_id", "=", table.tableId)
    .orderBy("starts_at", "desc")
    .execute();
  const numbers = rows.filter((row) => row.year === year).map(({ number }) => number);
  return {
    table: { slug, name: table.name },
    given: {
      ...{ number: String(Math.max(0, ...numbers) + 1), year: String(year) },
      ...{ place: rows[0]?.place ?? "", remoteLink: rows[0]?.remote_link ?? "" },
    },
  };
}

export interface ComingMeeting {
  slug: string;
  number: number;
  year: number;
  startsAt: string;
  table: { slug: string; name: Localized };
  state: MeetingState;
  place: string;
  isInPerson: boolean;
}

/** Meetings of these tables that are on or have not begun, the next one first. */
async function comingOf(
  { db, clock }: Pick<Services, "db" | "clock">,
  tableIds: string[],
  limit: number,
): Promise<ComingMeeting[]> {
  if (tableIds.length === 0) return [];
  const rows = await db
    .selectFrom("meetings as m")
    .innerJoin("tables as t", "t.id", "m.table_id")
    .select(["m.slug", "m.number", "m.year", "m.starts_at", "m.state", "m.place", "m.is_in_person"])
    .select(["t.slug as tableSlug", "t.name as tableName"])
    .where("m.table_id", "in", tableIds)
    .where((w) =>
      w.or([
        w("m.state", "=", "open"),
        w.and([w("m.state", "=", "planned"), w("m.starts_at", ">=", lateBefore(clock()))]),
      ]),
    )
    .orderBy(sql`m.state = 'open'`, "desc")
    .orderBy("m.starts_at")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...{ slug: row.slug, number: row.number, year: row.year, startsAt: row.starts_at.toISOString() },
    ...{ table: { slug: row.tableSlug, name: row.tableName }, state: row.state, place: row.place },
    isInPerson: row.is_in_person,
  }));
}

/** Shown on the home page. */
const NEXT_MAX = 5;

/** The next meetings of the tables where the person sits. */
export const nextMeetings = (services: Pick<Services, "db" | "clock">, { seats }: Actor) =>
  comingOf(services, [...new Set(seats.map(({ tableId }) => tableId))], NEXT_MAX);

/** Offered where something becomes an item in one click. */
const CHOICES_MAX = 50;

/** Coming meetings whose agenda the viewer writes, in the region of this draft; null for who writes none. */
export async function meetingsToChoose(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  draftSlug: string,
): Promise<ComingMeeting[] | null> {
  const { draft, actor } = await readableDraft(services, viewer, draftSlug);
  const tables = actor.seats.filter(
    (seat) => seat.regionId === draft.regionId && mayDo(actor, "meeting.prepare", seat),
  );
  if (tables.length === 0) return null;
  return comingOf(services, [...new Set(tables.map(({ tableId }) => tableId))], CHOICES_MAX);
}

/** How many meetings a table has had or will have. */
export async function countMeetings({ db }: Pick<Services, "db">, tableId: string): Promise<number> {
  const { count } = await db
    .selectFrom("meetings")
    .select((of) => of.fn.countAll<number>().as("count"))
    .where("table_id", "=", tableId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
