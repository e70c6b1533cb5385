/**
 * Goal: a meeting is called with a standard agenda, its items are kept in order, and what has been handled stays. Method: commands
 * and queries as every seat on real Postgres and real live documents; rows are looked at, not answers alone.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ITEMS_MAX } from "../../app/domain/meetings/meeting";
import { loadActor } from "../../server/authorize.server";
import {
  addAgendaItem,
  changeAgendaItem,
  moveAgendaItem,
  removeAgendaItem,
  restoreAgendaItem,
} from "../../server/commands/agenda/change-item.server";
import { changeMeeting } from "../../server/commands/agenda/change-meeting.server";
import { createMeeting } from "../../server/commands/agenda/create-meeting.server";
import { agendaPage } from "../../server/queries/agenda-page.server";
import { meetingSettings } from "../../server/queries/meeting-settings.server";
import { meetingsPage, newMeetingPage, nextMeetings } from "../../server/queries/meetings-page.server";
import { readableDraft } from "../../server/queries/readable-draft.server";
import { type AgendaWorld, agendaWorld, facts, itemWords } from "../support/agenda-world";
import type { Seat } from "../support/position-world";
import { statusOf } from "../support/services";

let world: AgendaWorld;
let slug: string;
beforeAll(async () => {
  world = await agendaWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  slug = await world.newMeeting();
  world.published.length = 0;
});

const as = (seat: Seat) => world.seats[seat];
const page = (seat: Seat = "observer") => agendaPage(world.services, as(seat), slug);
const titles = async () => (await page()).items.map(({ number, title }) => `${number}. ${title.fi}`);
const settings = (seat: Seat = "secretary") => meetingSettings(world.services, as(seat), slug);
const add = (more: Parameters<typeof itemWords>[0] = {}, seat: Seat = "secretary") =>
  addAgendaItem(world.services, as(seat), slug, itemWords(more));

describe("a new meeting", () => {
  test("has a standard agenda in three languages, the table's people and a slug that tells table, number and year", async () => {
    const { number } = await world.row(slug);
    expect(slug).toBe(`${world.table.slug}-${number}-2026`);
    expect(await titles()).toEqual([
      ...["1. Kokouksen avaus ja läsnäolijat", "2. Tulevat kokoukset", "3. Muut asiat", "4. Tiedoksi"],
      "5. Kokouksen päättäminen",
    ]);
    expect((await page()).items[0]!.title).toEqual({
      fi: "Kokouksen avaus ja läsnäolijat",
      sv: "Mötet öppnas och närvarande",
      en: "Opening of the meeting and those present",
    });
    const row = await world.row(slug);
    expect([row.starts_at.toISOString(), row.ends_at?.toISOString()]).toEqual([
      ...["2026-03-20T11:00:00.000Z", "2026-03-20T13:15:00.000Z"],
    ]);
    const people = await world.db
      .selectFrom("participants")
      .select(["person_id", "list", "role"])
      .where("meeting_id", "=", row.id)
      .execute();
    const roleOf = (seat: Seat) => people.find(({ person_id }) => person_id === as(seat).personId);
    expect(roleOf("chair")).toMatchObject({ list: "member", role: "chair" });
    expect(roleOf("liperi")).toMatchObject({ list: "member", role: "member" });
    expect(roleOf("secretary")).toMatchObject({ list: "other", role: "secretary" });
    expect(roleOf("observer")).toMatchObject({ list: "other", role: "other" });
    expect(roleOf("stranger")).toBeUndefined();
  });

  test("over midnight, and on the day when the clocks go back, it lasts as long as it lasts", async () => {
    const late = await world.row(await world.newMeeting({ starts: "22:00", ends: "01:30" }));
    expect(late.ends_at!.getTime() - late.starts_at.getTime()).toBe(3.5 * 3_600_000);
    const autumn = await world.row(
      await world.newMeeting({ date: "2026-10-24", starts: "22:00", ends: "05:00" }),
    );
    expect(autumn.ends_at!.getTime() - autumn.starts_at.getTime()).toBe(8 * 3_600_000);
  });

  test("the same number twice in a year is refused, and the same form twice makes one", async () => {
    const given = facts({ number: "777" });
    const create = (more = {}) =>
      createMeeting(world.services, as("preparer"), world.table.slug, { ...given, ...more });
    const answers = await Promise.all([create(), create()]);
    expect(new Set(answers.map((one) => one.ok && one.slug)).size).toBe(1);
    expect(await create({ date: "2026-04-01" })).toMatchObject({
      ...{ ok: false, field: "number", error: "agenda.error.numberTaken" },
    });
    expect(await create({ year: "2027" })).toMatchObject({ ok: true });
    const next = await newMeetingPage(world.services, as("secretary"), world.table.slug);
    expect(next.given.number).toBe("778");
  });

  test("is called by who prepares, and seen by everyone at the table", async () => {
    for (const seat of ["observer", "member", "liperi"] as const)
      expect(
        await statusOf(createMeeting(world.services, as(seat), world.table.slug, facts({ number: "900" }))),
      ).toBe(403);
    expect(await statusOf(meetingsPage(world.services, as("stranger"), world.table.slug))).toBe(404);
    const list = await meetingsPage(world.services, as("observer"), world.table.slug);
    expect(list.mayPrepare).toBe(false);
    expect(list.coming.find((one) => one.slug === slug)).toMatchObject({
      ...{ state: "planned", isInvited: false, items: 5, minutes: "none" },
    });
    const actor = await loadActor(world.services, as("liperi").personId);
    expect((await nextMeetings(world.services, actor)).length).toBeGreaterThan(0);
  });
});

describe("K1: the order of an agenda", () => {
  test("a matter comes before the standard ones; moving changes the numbers", async () => {
    const one = await world.added(slug, { title: "Yksi" });
    await world.added(slug, { title: "Kaksi" });
    expect((await titles()).slice(0, 4)).toEqual([
      ...["1. Kokouksen avaus ja läsnäolijat", "2. Yksi", "3. Kaksi", "4. Tulevat kokoukset"],
    ]);
    await moveAgendaItem(world.services, as("chair"), slug, one, false);
    expect((await titles()).slice(1, 3)).toEqual(["2. Kaksi", "3. Yksi"]);
    expect(world.published).toEqual(["meeting", "meeting", "meeting"]);
  });

  test("two who move at once both move it, and no number is there twice", async () => {
    const ids: string[] = [];
    for (const title of ["A", "B", "C", "D"]) ids.push(await world.added(slug, { title }));
    await Promise.all(
      ids.map((id) => moveAgendaItem(world.services, as("secretary"), slug, id, id !== ids[0])),
    );
    const rows = await world.db
      .selectFrom("agenda_items")
      .select("position")
      .where("meeting_id", "=", (await world.row(slug)).id)
      .orderBy("position")
      .execute();
    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test("nothing passes what has been handled", async () => {
    const one = await world.added(slug, { title: "Yksi" });
    const two = await world.added(slug, { title: "Kaksi" });
    await world.handle(slug, one);
    const move = (id: string, isUp: boolean) =>
      moveAgendaItem(world.services, as("secretary"), slug, id, isUp);
    expect(await move(one, true)).toMatchObject({ ok: false, error: "agenda.error.noMove" });
    expect(await move(two, true)).toMatchObject({ ok: false, error: "agenda.error.noMove" });
    expect(await move(two, false)).toEqual({ ok: true });
  });

  test(`an agenda takes ${ITEMS_MAX} items and no more; the same form twice adds one`, async () => {
    const key = randomUUID();
    await Promise.all([add({ key, title: "Kerran" }), add({ key, title: "Kerran" })]);
    expect((await titles()).filter((title) => title.endsWith("Kerran"))).toHaveLength(1);
    for (let count = 6; count < ITEMS_MAX; count++) await world.added(slug, { title: `Asia ${count}` });
    expect(await add()).toMatchObject({ ok: false, error: "agenda.error.manyItems" });
    expect(await titles()).toHaveLength(ITEMS_MAX);
  });
});

describe("K2: changing and removing", () => {
  test("words in three languages and an empty proposal are kept as they were typed", async () => {
    const id = await world.added(slug, {
      ...{ title: "Jaottelu", titleSv: "Indelning", proposal: "Esitellään.", presenter: "Valmistelija" },
    });
    const change = changeAgendaItem(world.services, as("preparer"), slug, id, {
      ...itemWords({ title: "Uusi jaottelu", titleEn: "Split" }),
    });
    expect(await change).toEqual({ ok: true });
    const item = (await page()).items.find((one) => one.id === id);
    expect(item).toMatchObject({ title: { fi: "Uusi jaottelu", en: "Split" }, proposal: { fi: "" } });
    expect(item?.presenter).toBe("");
    expect(await add({ title: "" })).toMatchObject({ field: "title", error: "agenda.error.missing" });
  });

  test("a removed item is marked, not deleted, and comes back where its kind stands", async () => {
    const id = await world.added(slug);
    const before = await titles();
    await removeAgendaItem(world.services, as("secretary"), slug, id);
    expect(await titles()).not.toContain("2. Jaottelu");
    expect((await settings()).removed.map((one) => one.id)).toEqual([id]);
    await restoreAgendaItem(world.services, as("secretary"), slug, id);
    expect(await titles()).toEqual(before);
  });

  test("what has been handled is not removed, and its draft is not exchanged", async () => {
    const draft = await world.newDraft();
    const id = await world.added(slug, { draft: draft.slug });
    await world.handle(slug, id);
    expect(await removeAgendaItem(world.services, as("secretary"), slug, id)).toMatchObject({
      ...{ ok: false, error: "agenda.error.handled" },
    });
    const other = await world.newDraft();
    const change = (more: object) =>
      changeAgendaItem(world.services, as("secretary"), slug, id, itemWords(more));
    expect(await change({ draft: other.slug })).toMatchObject({ error: "agenda.error.handledDraft" });
    expect(await change({ draft: draft.slug, title: "Kirjoitusvirhe korjattu" })).toEqual({ ok: true });
  });

  test("the agenda of a closed meeting stays", async () => {
    const id = await world.added(slug);
    await world.end(slug);
    expect(await add()).toMatchObject({ ok: false, error: "agenda.error.closed" });
    expect(await removeAgendaItem(world.services, as("secretary"), slug, id)).toMatchObject({ ok: false });
    expect((await settings()).isOpen).toBe(false);
  });

  test("a draft of another table stands here by who manages it there, and then this table reads it", async () => {
    const draft = await world.newDraft();
    const elsewhere = await world.tableBeside();
    const theirs = await world.newMeeting({}, elsewhere);
    const put = (viewer: typeof elsewhere.secretary) =>
      addAgendaItem(world.services, viewer, theirs, itemWords({ draft: draft.slug }));
    expect(await put(elsewhere.secretary)).toMatchObject({ ok: false, error: "agenda.error.noDraft" });
    expect(await statusOf(readableDraft(world.services, elsewhere.secretary, draft.slug))).toBe(404);
    expect(await put(await elsewhere.alsoFrom("preparer"))).toMatchObject({ ok: true });
    // Not before the invitation: until then the agenda is its preparers'.
    expect(await statusOf(readableDraft(world.services, elsewhere.secretary, draft.slug))).toBe(404);
    await world.db
      .updateTable("meetings")
      .set({ invited_at: new Date() })
      .where("slug", "=", theirs)
      .execute();
    expect((await readableDraft(world.services, elsewhere.secretary, draft.slug)).draft.slug).toBe(
      draft.slug,
    );
  });
});

describe("changing a meeting's facts", () => {
  const change = (more: Parameters<typeof facts>[0] = {}) =>
    world
      .row(slug)
      .then(({ number }) =>
        changeMeeting(world.services, as("secretary"), slug, facts({ number: String(number), ...more })),
      );

  test("what calendars show makes a new revision, words of the invitation do not", async () => {
    expect(await change({ message: "Tervetuloa" })).toEqual({ ok: true });
    expect((await world.row(slug)).revision).toBe(0);
    expect(await change({ starts: "12:00" })).toEqual({ ok: true });
    expect(await change({ starts: "12:00", place: "Lieksa" })).toEqual({ ok: true });
    expect(await change({ starts: "12:00", place: "Lieksa" })).toEqual({ ok: true });
    expect(await world.row(slug)).toMatchObject({ revision: 2, place: "Lieksa" });
  });

  test("an open meeting keeps its time; its place may change", async () => {
    await world.handle(slug, await world.added(slug));
    expect(await change({ starts: "12:00" })).toMatchObject({ ok: false, error: "agenda.error.openTimes" });
    expect(await change({ place: "Lieksa" })).toEqual({ ok: true });
  });

  test("a number that the table has in that year is refused", async () => {
    const other = await world.row(await world.newMeeting());
    expect(await change({ number: String(other.number) })).toMatchObject({ field: "number" });
  });
});
