/**
 * Goal: a meeting is lived through its forms, each deed once, by who may, and its rows tell afterwards what happened when. Method: the
 * forms as every seat on real Postgres and real live documents with a clock that is moved; events and rows are looked at.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ITEMS_MAX } from "../../app/domain/meetings/meeting";
import { changesInRanges, itemRanges } from "../../server/queries/item-changes.server";
import { type MeetingWorld, meetingWorld } from "../support/meeting-world";
import type { Seat } from "../support/position-world";
import { openServices, statusOf } from "../support/services";

let world: MeetingWorld;
let slug: string;
let items: string[];
let draft: Awaited<ReturnType<MeetingWorld["planned"]>>["draft"];
beforeAll(async () => {
  world = await meetingWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock("12:00");
  ({ slug, items, draft } = await world.planned());
  world.clock("13:00");
  world.published.length = 0;
});

const act = (seat: Seat, intent: string, fields: Record<string, string> = {}) =>
  world.act(slug, seat, intent, fields);
const done = (seat: Seat, intent: string, fields: Record<string, string> = {}) =>
  world.done(slug, seat, intent, fields);
const kinds = async () => (await world.events(slug)).map(({ kind }) => kind);
const move = (from: number, to: number, seat: Seat = "chair") =>
  act(seat, "move", { from: items[from]!, to: items[to]! });

describe("a meeting", () => {
  test("is opened with its first item and whoever opened it, moves, ends, and can go on", async () => {
    await done("chair", "open");
    expect(await kinds()).toEqual(["opened", "itemOpened", "arrived"]);
    expect((await world.page(slug)).meeting).toMatchObject({ state: "open", currentItemId: items[0] });
    world.clock("13:10");
    expect(await move(0, 1)).toEqual({ ok: true });
    world.clock("13:30");
    const lines = (await world.page(slug)).items;
    expect(lines.map(({ state }) => state).slice(0, 3)).toEqual(["done", "current", "coming"]);
    expect(lines.map(({ seconds }) => seconds).slice(0, 2)).toEqual([600, 0]);
    world.clock("15:15");
    await done("chair", "close");
    expect(await world.row(slug)).toMatchObject({ state: "closed", current_item_id: null });
    expect(await world.presence(slug, "chair")).toEqual(["11:00–13:15"]);
    world.clock("15:20");
    await done("secretary", "reopen");
    expect((await world.page(slug)).meeting).toMatchObject({ state: "open", currentItemId: items[1] });
    expect(await world.presence(slug, "chair")).toEqual(["11:00–13:15", "13:20–"]);
    expect(world.published).toContain("meeting");
  });

  test("the same form twice does it once and answers the same, also at the same time", async () => {
    const key = randomUUID();
    const both = await Promise.all([act("chair", "open", { key }), act("chair", "open", { key })]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    const step = { from: items[0]!, to: items[1]!, key: randomUUID() };
    await done("chair", "move", step);
    await done("chair", "move", { from: items[1]!, to: items[2]! });
    expect(await act("chair", "move", step)).toEqual({ ok: true });
    expect((await world.row(slug)).current_item_id).toBe(items[2]);
    const guest = { name: "Vieras", list: "other", role: "other", key: randomUUID() };
    await Promise.all([
      act("secretary", "add-participant", guest),
      act("secretary", "add-participant", guest),
    ]);
    expect((await world.page(slug)).people.filter(({ name }) => name === "Vieras")).toHaveLength(1);
    const next = { item: items[2]!, date: "2027-06-23", starts: "08:30", ends: "10:00", key: randomUUID() };
    await Promise.all([act("secretary", "next-meeting", next), act("secretary", "next-meeting", next)]);
    expect((await world.page(slug)).nextMeetings).toHaveLength(1);
  });

  test("two chairs who move it at once move it one step, and the other is told where it is", async () => {
    await done("chair", "open");
    const outcomes = await Promise.all([move(0, 1), move(0, 2, "secretary")]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: "meetings.error.moved" });
    expect((await kinds()).filter((kind) => kind === "itemOpened")).toHaveLength(2);
    // Both wanted the same: both have it.
    const { current_item_id: at } = await world.row(slug);
    const same = { from: at!, to: items[3]! };
    expect(await Promise.all([act("chair", "move", same), act("secretary", "move", same)])).toEqual([
      ...[{ ok: true }, { ok: true }],
    ]);
    expect((await kinds()).filter((kind) => kind === "itemOpened")).toHaveLength(3);
  });

  test("M3: what the board changes while the item is open belongs to it, and what it changes before and after does not", async () => {
    await draft.change({ food: { label: { fi: "Ennen" } } });
    await done("chair", "open");
    await draft.change({ food: { label: { fi: "Vielä ennen" } } });
    await move(0, 1);
    await draft.change({ work: { sides: "both" } });
    await move(1, 2);
    await draft.change({ spaces: { sides: "region" } });
    await move(2, 1);
    await draft.change({ food: { sides: "region" } });
    await done("chair", "close");
    await draft.change({ work: { sides: "both" } });
    const ranges = itemRanges(await world.events(slug)).get(items[1]!) ?? [];
    const changes = await changesInRanges(world.services, draft.documentId, ranges);
    expect(changes.map(({ change }) => change.categoryId)).toEqual(["work", "food"]);
    expect(changes.every(({ change }) => change.kind === "moved")).toBe(true);
  });

  test("its state is in the rows alone: another server that starts in the middle goes on with it", async () => {
    await done("chair", "open");
    await done("liperi", "take-seat");
    await done("liperi", "ask-floor");
    const before = await world.page(slug, "liperi");
    const restarted = await openServices(world);
    const again = { ...world, services: { ...world.services, documents: restarted.documents } };
    const { meetingPage } = await import("../../server/queries/meeting-page.server");
    expect(await meetingPage(again.services, world.seats.liperi, slug)).toEqual(before);
    await restarted.close();
  });

  test(`an agenda of 60 items is shown and moved through, and each was open once (limit ${ITEMS_MAX})`, async () => {
    while (items.length < 60) {
      await world.added(slug, { title: `Asia ${items.length}` });
      items = (await world.page(slug)).items.map(({ id }) => id);
    }
    await done("chair", "open");
    for (let n = 1; n < 60; n++) expect(await move(n - 1, n)).toEqual({ ok: true });
    const from = performance.now();
    const { items: lines, shown } = await world.page(slug);
    expect(performance.now() - from).toBeLessThan(2000);
    expect(lines.filter(({ state }) => state === "done")).toHaveLength(59);
    expect(shown?.number).toBe(60);
  }, 60_000);

  test("is opened only when it is planned and has something to handle; nothing moves before", async () => {
    expect(await move(0, 1)).toMatchObject({ error: "meetings.error.notOpen" });
    await world.db
      .updateTable("agenda_items")
      .set({ removed_at: new Date() })
      .where("id", "in", items)
      .execute();
    expect(await act("chair", "open")).toMatchObject({ error: "meetings.error.noItems" });
    await world.db.updateTable("meetings").set({ state: "cancelled" }).where("slug", "=", slug).execute();
    expect(await act("chair", "open")).toMatchObject({ error: "meetings.error.notPlanned" });
  });

  test("an item of another meeting, and a name that is no item, are refused and nothing moves", async () => {
    await done("chair", "open");
    const other = await world.planned();
    for (const to of [other.items[1]!, "x", ""])
      expect(await act("chair", "move", { from: items[0]!, to })).toMatchObject({
        error: "meetings.error.noItem",
      });
    expect(await statusOf(act("secretary", "action", { item: other.items[1]!, text: "Tee" }))).toBe(404);
    expect((await world.row(slug)).current_item_id).toBe(items[0]);
  });
});

describe("left open", () => {
  test("overnight it is ended at the time when it really ended, and presence ends then", async () => {
    await done("chair", "open");
    world.clock("14:30");
    await done("liperi", "take-seat");
    world.clock("09:00", "2026-03-21");
    expect(await act("chair", "close", { time: "14:20" })).toMatchObject({
      error: "meetings.error.beforeLast",
    });
    expect(await act("chair", "close", { time: "09:30" })).toMatchObject({ error: "meetings.error.notYet" });
    expect(await act("chair", "close", { time: "kolme" })).toMatchObject({ error: "meetings.error.noTime" });
    expect(await act("chair", "close", { time: "" })).toMatchObject({ error: "meetings.error.noTime" });
    await done("chair", "close", { time: "15:15" });
    expect((await world.row(slug)).closed_at?.toISOString()).toBe("2026-03-20T13:15:00.000Z");
    expect(await world.presence(slug, "liperi")).toEqual(["12:30–13:15"]);
  });

  test("a meeting over midnight takes times of both days", async () => {
    world.clock("22:00");
    await done("chair", "open");
    world.clock("01:30", "2026-03-21");
    const participant = await world.participant(slug, "liperi");
    await done("secretary", "record-attendance", { participant, what: "arrived", time: "23:10" });
    await done("secretary", "record-attendance", { participant, what: "left", time: "00:40" });
    expect(await world.presence(slug, "liperi")).toEqual(["21:10–22:40"]);
    await done("chair", "close");
    expect(await world.presence(slug, "chair")).toEqual(["20:00–23:30"]);
  });
});
