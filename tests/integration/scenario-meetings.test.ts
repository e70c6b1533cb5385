import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isWorkingDay } from "../../app/domain/notifications/working-day";
import { diffSplits } from "../../app/domain/split/diff";
import { comingDay } from "../../db/scenarios/north-karelia/meetings/coming";
import { PEOPLE } from "../../db/scenarios/north-karelia/meetings/replay-people";
import { BEFORE, CHANGES } from "../../db/scenarios/north-karelia/meetings/replay-split";
import { addPreviousMinutes } from "../../server/commands/agenda/add-previous-minutes.server";
import { changesInRanges, itemRanges } from "../../server/queries/item-changes.server";
import { meetingEvents } from "../../server/queries/meeting-events.server";
import { meetingsPage } from "../../server/queries/meetings-page.server";
import type { Services } from "../../server/services";
import type { Viewer } from "../../server/session.server";
import { freshDatabase, type TestDatabase } from "../support/database";
import { openServices } from "../support/services";

const NOW = new Date("2026-11-29T06:00:00Z");
let database: TestDatabase;
let services: Services & { close(): Promise<void> };
beforeAll(async () => {
  database = await freshDatabase({ scenario: "north-karelia", clock: () => NOW });
  services = await openServices(database);
});
afterAll(async () => {
  await services.close();
  await database.close();
});

const meeting = (slug: string) =>
  database.db.selectFrom("meetings").selectAll().where("slug", "=", slug).executeTakeFirstOrThrow();
const itemsOf = (meetingId: string) =>
  database.db
    .selectFrom("agenda_items")
    .selectAll()
    .where("meeting_id", "=", meetingId)
    .orderBy("position")
    .execute();

describe("the replay of 8/2022", () => {
  test("M1: seventeen people in two lists, with the memo's times and no item", async () => {
    const { id, opened_at, closed_at, is_example, source } = await meeting("kuntayhteistyoryhma-8-2022");
    expect([opened_at, closed_at].map((at) => at?.toISOString())).toEqual([
      "2022-05-20T10:00:00.000Z",
      "2022-05-20T12:15:00.000Z",
    ]);
    expect(is_example).toBe(false);
    expect(source).toContain("muistio 8/2022");
    const people = await database.db
      .selectFrom("participants")
      .selectAll()
      .where("meeting_id", "=", id)
      .orderBy("position")
      .execute();
    expect(people.map(({ list }) => list).filter((list) => list === "member")).toHaveLength(11);
    expect(people).toHaveLength(17);
    expect(people.filter(({ person_id }) => person_id !== null)).toEqual([]);
    const events = await meetingEvents(database.db, id);
    const moves = events.flatMap((event) =>
      (event.kind === "arrived" || event.kind === "left") && event.at !== "2022-05-20T10:00:00.000Z"
        ? [[people.find((one) => one.id === event.participantId)?.name, event.kind, event.at, event.itemId]]
        : [],
    );
    expect(moves).toEqual([
      ["Mikko Löppönen", "left", "2022-05-20T10:40:00.000Z", null],
      ["Mikko Löppönen", "arrived", "2022-05-20T11:19:00.000Z", null],
      ["Esko Rautiainen", "left", "2022-05-20T11:30:00.000Z", null],
      ["Markus Hirvonen", "arrived", "2022-05-20T11:22:00.000Z", null],
      ["Heini Lehikoinen", "left", "2022-05-20T11:38:00.000Z", null],
    ]);
  });

  test("M3: three changes belong to item 2, one on the wish of kuntajohtajat", async () => {
    const { id } = await meeting("kuntayhteistyoryhma-8-2022");
    const items = await itemsOf(id);
    expect(items).toHaveLength(7);
    const ranges = itemRanges(await meetingEvents(database.db, id));
    expect([...ranges.keys()]).toEqual([items[1]!.id]);
    const draft = await database.db
      .selectFrom("drafts")
      .innerJoin("tables", "tables.id", "drafts.table_id")
      .select(["drafts.document_id as documentId", "tables.slug as table"])
      .where("drafts.id", "=", items[1]!.draft_id)
      .executeTakeFirstOrThrow();
    expect(draft.table).toBe("kumppanuuspoyta");
    const changes = await changesInRanges(services, draft.documentId, ranges.get(items[1]!.id) ?? []);
    expect(changes.map(({ change, wish }) => [change.categoryId, change.kind, wish]).sort()).toEqual([
      ["older-people", "removed", null],
      ["participation-recreation", "added", null],
      ["work-activity", "added", "kuntajohtajat"],
    ]);
  });

  test("the split before and after is the one inferred from the memo", () => {
    const side = (split: typeof BEFORE, one: "municipality" | "region") =>
      split.categories.filter(
        ({ sides, status }) => (sides === one || sides === "both") && status !== "removed",
      ).length;
    const after = CHANGES.at(-1)!.split;
    expect([side(BEFORE, "municipality"), side(BEFORE, "region")]).toEqual([13, 9]);
    expect([side(after, "municipality"), side(after, "region")]).toEqual([13, 10]);
    expect(diffSplits(BEFORE, after)).toHaveLength(3);
  });

  test("holds no position, no decision and no seal, and nobody in it is a user", async () => {
    const { id } = await meeting("kuntayhteistyoryhma-8-2022");
    const { db } = database;
    expect(
      await db.selectFrom("proposed_decisions").selectAll().where("meeting_id", "=", id).execute(),
    ).toEqual([]);
    const persons = await db.selectFrom("persons").select("name").execute();
    const names = new Set(persons.map(({ name }) => name));
    expect(PEOPLE.filter(({ name }) => names.has(name))).toEqual([]);
  });

  test("set four meetings, of which nothing but the time is known", async () => {
    const { id } = await meeting("kuntayhteistyoryhma-8-2022");
    const [, , , coming] = await itemsOf(id);
    const rows = await database.db
      .selectFrom("meetings")
      .selectAll()
      .where("set_in_item_id", "=", coming!.id)
      .orderBy("starts_at")
      .execute();
    expect(
      rows.map((row) => [row.starts_at.toISOString(), row.ends_at?.toISOString(), row.is_in_person]),
    ).toEqual([
      ["2022-08-24T10:00:00.000Z", "2022-08-24T12:00:00.000Z", true],
      ["2022-09-28T10:00:00.000Z", "2022-09-28T12:00:00.000Z", false],
      ["2022-10-26T10:00:00.000Z", "2022-10-26T12:00:00.000Z", false],
      ["2022-11-30T11:00:00.000Z", "2022-11-30T13:00:00.000Z", false],
    ]);
  });
});

describe("the road of the demo draft", () => {
  test("W1: seven steps in the slide's order, which is not that of the dates", async () => {
    const rows = await database.db
      .selectFrom("road_steps as s")
      .innerJoin("drafts", "drafts.id", "s.draft_id")
      .select(["s.kind", "s.happens_on", "drafts.slug"])
      .orderBy("s.position")
      .execute();
    expect(new Set(rows.map(({ slug }) => slug))).toEqual(new Set(["jarjestoavustusten-jaottelu"]));
    expect(rows.map(({ kind, happens_on }) => `${happens_on} ${kind}`)).toEqual([
      "2022-05-19 thumbsUp",
      "2022-05-20 discussed",
      "2022-05-20 handled",
      "2022-06-07 handled",
      "2022-05-24 agenda",
      "2022-05-31 decided",
      "2022-06-16 decided",
    ]);
  });
});

describe("the coming meeting", () => {
  test("is on a working day at one in Finland, at least a week ahead, and has the demo draft on its agenda", async () => {
    const { id, starts_at, state, is_example } = await meeting("kuntayhteistyoryhma-1-2026");
    // Sunday's week is a Sunday, and Monday is the 7th; winter time.
    expect([starts_at.toISOString(), state, is_example]).toEqual([
      "2026-12-07T11:00:00.000Z",
      "planned",
      true,
    ]);
    const items = await itemsOf(id);
    const drafts = await database.db.selectFrom("drafts").select(["id", "slug"]).execute();
    expect(items.map((item) => drafts.find((draft) => draft.id === item.draft_id)?.slug ?? null)).toContain(
      "jarjestoavustusten-jaottelu",
    );
  });

  test("lists those who sit at the table, the eleven municipalities as members", async () => {
    const { id } = await meeting("kuntayhteistyoryhma-1-2026");
    const rows = await database.db
      .selectFrom("participants")
      .leftJoin("parties", "parties.id", "participants.party_id")
      .select(["participants.name", "list", "role", "person_id", "parties.slug as party"])
      .where("meeting_id", "=", id)
      .execute();
    expect(new Set(rows.filter(({ list }) => list === "member").map(({ party }) => party)).size).toBe(11);
    expect(rows.filter(({ person_id }) => person_id === null)).toEqual([]);
    expect(rows.find(({ role }) => role === "secretary")).toMatchObject({ name: "Sihteeri", list: "other" });
  });

  test("never falls on a holiday", () => {
    for (let day = 0; day < 366; day++) {
      const now = new Date(NOW.getTime() + day * 24 * 60 * 60 * 1000);
      expect(isWorkingDay(comingDay(now)), comingDay(now)).toBe(true);
    }
  });
});

describe("meetings that nobody opened", () => {
  test("come no more: the list has them among the past ones, and what waits goes to the next real one", async () => {
    const seat = await database.db
      .selectFrom("persons")
      .select(["id as personId", "name"])
      .where("demo_seat", "=", "sihteeri")
      .executeTakeFirstOrThrow();
    const viewer: Viewer = {
      ...{ ...seat, language: "fi", isAdministrator: false, demoSeat: "sihteeri" },
      ...{ sessionHash: "session-of-sihteeri", provenAt: NOW },
    };
    const page = await meetingsPage({ ...services, clock: () => NOW }, viewer, "kuntayhteistyoryhma");
    expect(page.coming.map(({ slug }) => slug)).toEqual(["kuntayhteistyoryhma-1-2026"]);
    expect(page.past.filter(({ hasPassed }) => hasPassed)).toHaveLength(4);
    const { table_id: tableId } = await meeting("kuntayhteistyoryhma-8-2022");
    await addPreviousMinutes(database.db, NOW, { tableId, addedBy: seat.personId });
    const { id } = await meeting("kuntayhteistyoryhma-1-2026");
    expect((await itemsOf(id)).map(({ kind }) => kind)).toContain("previousMinutes");
  });
});
