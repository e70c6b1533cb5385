/**
 * Goal: the real meeting of 20.5.2022 can be lived in the product, and what it then knows is what the memo tells.
 * Method: the commands of the pages with a clock that goes from 13.00 to 15.15; facts compared one by one with the memo's.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { presenceOf } from "../../app/domain/meetings/attendance";
import { countedEvents, type MeetingEvent } from "../../app/domain/meetings/meeting";
import { ITEMS } from "../../db/scenarios/north-karelia/meetings/replay-items";
import { PEOPLE } from "../../db/scenarios/north-karelia/meetings/replay-people";
import { changesInRanges, itemRanges } from "../../server/queries/item-changes.server";
import { meetingEvents } from "../../server/queries/meeting-events.server";
import { itemsOf, liveReplay, movesOf, participantsOf, prepareReplay, SLUG } from "../support/replay-story";
import { finnish, type ReplayWorld, replayWorld } from "../support/replay-world";

let world: ReplayWorld;
let items: string[];
let events: MeetingEvent[];
beforeAll(async () => {
  world = await replayWorld();
  ({ items } = await prepareReplay(world));
  await liveReplay(world, items);
  const [first] = await itemsOf(world);
  events = countedEvents(await meetingEvents(world.db, first!.meetingId));
});
afterAll(() => world.close());

describe("the meeting 8/2022, lived", () => {
  test("M1: all seventeen were present as the memo says, to the minute", async () => {
    const listed = await participantsOf(world);
    const presence = presenceOf(events);
    const told = listed.map(({ id, name, title, list }) => ({
      name,
      title,
      list,
      present: presence.get(id),
    }));
    const end = finnish("15.15").toISOString();
    const expected = PEOPLE.map((person) => {
      const moves = movesOf(person).map(({ kind, time }) => ({ kind, at: finnish(time).toISOString() }));
      const present = moves.flatMap(({ kind, at }, n) =>
        kind === "arrived" ? [{ from: at, to: moves[n + 1]?.at ?? end }] : [],
      );
      return { name: person.name, title: person.title, list: person.list, present };
    });
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
    expect(told.sort(byName)).toEqual(expected.sort(byName));
    expect(told).toHaveLength(17);
  });

  test("M1: each coming and going is tied to the item that was open", () => {
    const during = (index: number) =>
      events
        .filter((event) => event.kind === "left" || (event.kind === "arrived" && event.at > events[0]!.at))
        .filter((event) => "itemId" in event && event.itemId === items[index]).length;
    expect(items.map((_, index) => during(index))).toEqual([0, 1, 4, 0, 0, 0, 0]);
  });

  test("M3: three changes under item 2, one on the wish of kuntajohtajat, and no other item has any", async () => {
    const ranges = itemRanges(events);
    const changes = await changesInRanges(world.services, world.documentId, ranges.get(items[1]!) ?? []);
    expect(changes.map(({ change, wish }) => [change.categoryId, change.kind, wish]).sort()).toEqual([
      ["older-people", "removed", null],
      ["participation-recreation", "added", null],
      ["work-activity", "added", "kuntajohtajat"],
    ]);
    expect([...ranges.keys()]).toEqual([items[1]]);
  });

  test("seven items in the memo's order", async () => {
    expect((await itemsOf(world)).map(({ title }) => title.fi)).toEqual(ITEMS.map(({ title }) => title.fi));
    expect(events.flatMap((event) => (event.kind === "itemOpened" ? [event.itemId] : []))).toEqual(items);
  });

  test("forwarded to hyte-lautakunta on 31.5., and the road of the draft says so", async () => {
    expect(events.filter((event) => event.kind === "outcome" && event.outcome === "forwarded")).toMatchObject(
      [{ itemId: items[1], body: "hyte-lautakunta", on: "2022-05-31" }],
    );
    const road = await world.db.selectFrom("road_steps").select(["body", "happens_on"]).execute();
    expect(road).toEqual([{ body: { fi: "hyte-lautakunta" }, happens_on: "2022-05-31" }]);
  });

  test("four next meetings at 13–15 in Finland, winter time included, numbered on from the eighth", async () => {
    const rows = await world.db
      .selectFrom("meetings")
      .select(["number", "starts_at", "ends_at", "is_in_person"])
      .where("set_in_item_id", "=", items[3]!)
      .orderBy("starts_at")
      .execute();
    expect(rows.map((row) => [row.number, row.starts_at.toISOString(), row.is_in_person])).toEqual([
      [9, "2022-08-24T10:00:00.000Z", true],
      [10, "2022-09-28T10:00:00.000Z", false],
      [11, "2022-10-26T10:00:00.000Z", false],
      [12, "2022-11-30T11:00:00.000Z", false],
    ]);
    const set = events.filter(({ kind }) => kind === "nextMeeting");
    expect(set).toHaveLength(4);
  });

  test("closed at 15.15, and the group edits the draft of the other table no longer", async () => {
    expect(events.at(-1)).toMatchObject({ kind: "closed", at: finnish("15.15").toISOString() });
    const meeting = await world.db
      .selectFrom("meetings")
      .select(["state", "opened_at", "closed_at", "current_item_id"])
      .where("slug", "=", SLUG)
      .executeTakeFirstOrThrow();
    expect(meeting).toEqual({
      ...{ state: "closed", opened_at: finnish("13.00"), closed_at: finnish("15.15"), current_item_id: null },
    });
    expect(await world.mayEdit("liperi")).toBe(false);
    expect(await world.mayEdit("hyvinvointialue")).toBe(true);
  });
});
