/**
 * Goal: a position that has become stale is kept or taken back by who speaks for the party, and one is prepared by its people
 * alone. Method: every command as every seat on real Postgres and real live documents; rows are looked at, not answers alone.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { givenText } from "../../app/domain/positions/text";
import { keepPosition } from "../../server/commands/positions/keep-position.server";
import { preparePosition } from "../../server/commands/positions/prepare-position.server";
import { takeBackPosition } from "../../server/commands/positions/take-back-position.server";
import { categoryPositions } from "../../server/queries/category-positions.server";
import {
  FOOD,
  type GivenWords,
  given as givenIn,
  openPositionWorld,
  type PositionDraft,
  type PositionWorld,
  type Seat,
} from "../support/position-world";
import { statusOf } from "../support/services";

let world: PositionWorld;
let draft: PositionDraft;
beforeAll(async () => {
  world = await openPositionWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  draft = await world.newDraft();
  world.published.length = 0;
});

const given = (seat: Seat, words?: GivenWords) => givenIn(world, draft, seat, words);
const panel = (seat: Seat) => categoryPositions(world.services, world.seats[seat], draft.slug, "food");
const prepare = (seat: Seat, words: { value?: string; reason?: string } = {}) =>
  preparePosition(world.services, world.seats[seat], {
    ...{ slug: draft.slug, categoryId: "food", value: "accept", reason: "" },
    ...words,
  });
const preparations = () =>
  world.db.selectFrom("position_preparations").selectAll().where("draft_id", "=", draft.id).execute();

describe("P4: a stale position", () => {
  const keep = async (seat: Seat, positionId: string, shownHash?: string) =>
    keepPosition(world.services, world.seats[seat], {
      ...{ slug: draft.slug, categoryId: "food", positionId },
      shownHash: shownHash ?? (await draft.hash("food")),
    });

  test("is shown with the text it was given on; going back makes it current again", async () => {
    await given("liperi");
    await draft.change({ food: { question: { text: "Kuka?" } } });
    const { cells, givenOn, text } = await panel("observer");
    expect(cells.liperi?.stale).toBe(true);
    expect(givenOn.liperi).toEqual(givenText(FOOD));
    expect(text.question).toBe("Kuka?");
    await draft.change({ food: { question: null } });
    expect((await panel("observer")).cells.liperi?.stale).toBe(false);
    expect((await panel("observer")).givenOn).toEqual({});
  });

  test("is kept with the same words on the new text: one row more, and preliminary (P5)", async () => {
    const organ = { organ: "Kunnanhallitus", section: "12 §", organDate: "2026-03-02" };
    const id = await given("liperi", { value: "reservation", reason: "Kuka maksaa?", ...organ });
    await draft.change({ food: { rationale: { fi: "Uusi perustelu" } } });
    expect(await keep("liperiToo", id)).toMatchObject({ ok: true });
    const rows = await draft.rows();
    expect(rows.map(({ value, reason, organ: by }) => [value, reason, by])).toEqual([
      ["reservation", "Kuka maksaa?", "Kunnanhallitus"],
      ["reservation", "Kuka maksaa?", null],
    ]);
    expect(rows[1]!.given_by).toBe(world.seats.liperiToo.personId);
    expect((await panel("observer")).cells.liperi).toMatchObject({ stale: false, preliminary: true });
    expect(await keep("liperiToo", id)).toMatchObject({ ok: true, id: rows[1]!.id });
    expect(await keep("liperiToo", rows[1]!.id)).toMatchObject({ ok: true, id: rows[1]!.id });
    expect(await draft.rows()).toHaveLength(2);
  });

  test("is not kept by others, on a text replaced again, over a colleague's, or on a removed category", async () => {
    const id = await given("liperi");
    await draft.change({ food: { label: { fi: "Toinen" } } });
    const second = await draft.hash("food");
    for (const seat of ["liperiPrepares", "secretary", "observer"] as const)
      expect(await statusOf(keep(seat, id)), seat).toBe(403);
    for (const seat of ["kitee", "stranger"] as const) expect(await statusOf(keep(seat, id)), seat).toBe(404);
    await draft.change({ food: { label: { fi: "Kolmas" } } });
    expect(await keep("liperi", id, second)).toMatchObject({ error: "positions.errors.textChanged" });
    await given("liperiToo", { value: "abstain" });
    expect(await keep("liperi", id)).toMatchObject({ error: "positions.errors.alreadyGiven" });
    const shown = await draft.hash("food");
    await draft.change({ food: { status: "removed" } });
    expect(await keep("liperi", id, shown)).toMatchObject({ error: "positions.errors.categoryGone" });
    expect(await draft.rows()).toHaveLength(2);
  });
});

describe("P1: taking back", () => {
  const takeBack = (seat: Seat, positionId: string) =>
    takeBackPosition(world.services, world.seats[seat], {
      ...{ slug: draft.slug, categoryId: "food", positionId },
    });

  test("is a row without a value; the earlier one stays in the history; twice is once", async () => {
    const id = await given("liperi");
    expect(await takeBack("liperiToo", id)).toMatchObject({ ok: true });
    expect(await takeBack("liperiToo", id)).toMatchObject({ ok: true });
    expect((await draft.rows()).map(({ value }) => value)).toEqual(["support", null]);
    const { cells, history } = await panel("kitee");
    expect(cells).toEqual({});
    expect(history.liperi?.map(({ value }) => value)).toEqual([null, "support"]);
  });

  test("is refused to others and for a position that is not the current one; no row is left", async () => {
    const first = await given("liperi");
    await given("liperiToo", { value: "accept" });
    expect(await takeBack("liperi", first)).toMatchObject({ error: "positions.errors.alreadyGiven" });
    expect(await statusOf(takeBack("liperiPrepares", first))).toBe(403);
    expect(await statusOf(takeBack("observer", first))).toBe(403);
    expect(await statusOf(takeBack("stranger", first))).toBe(404);
    expect(await draft.rows()).toHaveLength(2);
  });
});

describe("P3: preparing", () => {
  test("is for anyone of the party, seen by its people alone, and gone once the position is given", async () => {
    expect(await prepare("liperiPrepares", { reason: "Ehdotan tätä." })).toEqual({ ok: true });
    const expected = { value: "accept", reason: "Ehdotan tätä.", by: world.seats.liperiPrepares.name };
    expect((await panel("liperi")).prepared).toMatchObject(expected);
    expect((await panel("liperiPrepares")).prepared).toMatchObject(expected);
    for (const seat of ["kitee", "secretary", "observer", "administrator"] as const)
      expect((await panel(seat)).prepared, seat).toBeNull();
    expect((await panel("liperiPrepares")).own).toMatchObject({ maySpeak: false, mayPrepare: true });
    expect(await draft.rows()).toEqual([]);
    await given("kitee");
    expect(await preparations()).toHaveLength(1);
    await given("liperi");
    expect(await preparations()).toEqual([]);
  });

  test("again replaces it, with nothing takes it away; wrong words and other people leave no row", async () => {
    await prepare("liperiPrepares");
    await prepare("liperi", { value: "", reason: "Vielä auki" });
    expect(await preparations()).toMatchObject([{ value: null, reason: "Vielä auki" }]);
    await prepare("liperi", { value: "", reason: " " });
    expect(await preparations()).toEqual([]);
    expect(await prepare("liperi", { value: "jaa" })).toMatchObject({ field: "value" });
    expect(await prepare("liperi", { reason: "x".repeat(20_000) })).toMatchObject({ field: "reason" });
    for (const seat of ["secretary", "member", "observer", "administrator"] as const)
      expect(await statusOf(prepare(seat)), seat).toBe(403);
    expect(await statusOf(prepare("stranger"))).toBe(404);
    await draft.state("archived");
    expect(await statusOf(prepare("liperi"))).toBe(403);
    expect(await preparations()).toEqual([]);
  });
});
