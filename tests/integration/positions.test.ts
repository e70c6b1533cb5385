/**
 * Goal: a party's position is given by who may, on the text that was shown, and nothing said is lost or overwritten.
 * Method: every command as every seat on real Postgres and real live documents; rows are looked at, not answers alone.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  ORGAN_CHARACTERS_MAX,
  REASON_CHARACTERS_MAX,
  SECTION_CHARACTERS_MAX,
} from "../../app/domain/positions/position";
import { givenText } from "../../app/domain/positions/text";
import {
  type GivenPosition,
  giveAllPositions,
} from "../../server/commands/positions/give-all-positions.server";
import { takeBackPosition } from "../../server/commands/positions/take-back-position.server";
import { categoryPositions } from "../../server/queries/category-positions.server";
import {
  FOOD,
  type GivenWords,
  give as giveIn,
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

const give = (seat: Seat, words?: GivenWords) => giveIn(world, draft, seat, words);
const given = (seat: Seat, words?: GivenWords) => givenIn(world, draft, seat, words);
const panel = (seat: Seat) => categoryPositions(world.services, world.seats[seat], draft.slug, "food");
describe("giving", () => {
  test("P3, P4: is a row with party, person, time, hash and text, with an audit row, told after the commit", async () => {
    expect(
      await give("liperi", { value: "reservation", reason: " Kuka maksaa?\r\nJa milloin? " }),
    ).toMatchObject({ ok: true, value: "reservation" });
    const [row] = await draft.rows();
    expect(row).toMatchObject({
      category_id: "food",
      party_id: world.party.liperi,
      value: "reservation",
      reason: "Kuka maksaa?\nJa milloin?",
      content_hash: await draft.hash("food"),
      given_by: world.seats.liperi.personId,
      given_at: world.services.clock(),
      organ: null,
      told_by: null,
      is_example: false,
    });
    expect(JSON.parse(row!.content)).toMatchObject({ label: "Ruoka-apu", sides: "municipality" });
    expect(await draft.audited()).toEqual([
      {
        action: "position.given",
        personId: world.seats.liperi.personId,
        detail: {
          partyId: world.party.liperi,
          positions: [{ id: row!.id, categoryId: "food", value: "reservation" }],
        },
      },
    ]);
    expect(world.published).toEqual(["positions"]);
  });

  test("P3: only who speaks for the party; no row is left by the others", async () => {
    for (const seat of ["liperiPrepares", "chair", "secretary", "preparer", "member", "observer"] as const)
      expect(await statusOf(give(seat)), seat).toBe(403);
    expect(await statusOf(give("administrator"))).toBe(403);
    expect(await statusOf(give("stranger"))).toBe(404);
    expect(await statusOf(give("liperi", { partyId: world.party.kitee }))).toBe(403);
    expect(await draft.rows()).toEqual([]);
    expect(await draft.audited()).toEqual([]);
    expect(world.published).toEqual([]);
  });

  test("works on a locked draft and not on an archived one, nor for a party that has left the table", async () => {
    await draft.state("locked");
    expect(await give("liperi")).toMatchObject({ ok: true });
    await draft.state("archived");
    expect(await statusOf(give("kitee"))).toBe(403);
    await draft.state("open");
    const seat = { table_id: world.table.id, party_id: world.party.jane, position: 2 };
    await world.db.deleteFrom("table_parties").where("party_id", "=", world.party.jane).execute();
    expect(await statusOf(give("jane"))).toBe(403);
    await world.db.insertInto("table_parties").values(seat).execute();
    expect(await draft.rows()).toHaveLength(1);
  });

  test("P2: wrong words come back as values that name the field and the limit, and no row is left", async () => {
    const long = (max: number) => "x".repeat(max + 1);
    const wrong: [GivenWords, string, string, number?][] = [
      [{ value: "" }, "valueMissing", "value"],
      [{ value: "jaa" }, "valueMissing", "value"],
      [{ value: "object", reason: " \r\n " }, "reasonMissing", "reason"],
      [{ value: "reservation" }, "reasonMissing", "reason"],
      [{ reason: "x".repeat(20_000) }, "reasonLong", "reason", REASON_CHARACTERS_MAX],
      [{ reason: long(REASON_CHARACTERS_MAX) }, "reasonLong", "reason", REASON_CHARACTERS_MAX],
      [{ organ: long(ORGAN_CHARACTERS_MAX) }, "organLong", "organ", ORGAN_CHARACTERS_MAX],
      [
        { organ: "Kunnanhallitus", section: long(SECTION_CHARACTERS_MAX) },
        ...(["sectionLong", "section", SECTION_CHARACTERS_MAX] as const),
      ],
      [{ section: "12 §" }, "organMissing", "organ"],
      [{ organ: "Kunnanhallitus", organDate: "2026-02-30" }, "organDate", "organDate"],
      [{ organ: "Kunnanhallitus", organDate: "2026-03-03" }, "organDate", "organDate"],
    ];
    for (const [words, error, field, max] of wrong)
      expect(await give("liperi", words)).toEqual({
        ...{ ok: false, error: `positions.errors.${error}`, field },
        ...(max && { values: { max } }),
      });
    expect(await draft.rows()).toEqual([]);
    expect(await give("liperi", { reason: "x".repeat(REASON_CHARACTERS_MAX) })).toMatchObject({ ok: true });
  });

  test("P5: names the party's own organ, its section and date; otherwise it is preliminary", async () => {
    await given("liperi", { organ: "Kunnanhallitus", section: "12 §", organDate: "2026-03-02" });
    await given("kitee");
    const { cells } = await panel("observer");
    expect(cells.liperi).toMatchObject({
      ...{ preliminary: false, organ: "Kunnanhallitus", section: "12 §", organDate: "2026-03-02" },
    });
    expect(cells.kitee).toMatchObject({ preliminary: true, organ: null });
  });

  test("P4: on a category that is removed or was never there is refused by name", async () => {
    const shownHash = await draft.hash("food");
    await draft.change({ food: { status: "removed" } });
    const gone = { ok: false, error: "positions.errors.categoryGone" };
    expect(await give("liperi", { shownHash })).toEqual(gone);
    expect(await give("liperi", { categoryId: "never", shownHash })).toEqual(gone);
    expect(await draft.rows()).toEqual([]);
  });

  test("P4: on a text that was just replaced brings the difference back, and goes through on the new text", async () => {
    const before = givenText(FOOD);
    const shownHash = await draft.hash("food");
    await draft.change({ food: { label: { fi: "Ruoka-apu ja keruu" } } });
    const shownText = JSON.stringify(before);
    const outcome = await give("liperi", { shownHash, shownText });
    const present = await draft.hash("food");
    expect(outcome).toEqual({
      ...{ ok: false, error: "positions.errors.textChanged", contentHash: present },
      ...{ before, after: { ...before, label: "Ruoka-apu ja keruu" } },
    });
    expect(await give("liperi", { shownHash, shownText: "{}" })).toMatchObject({ ok: false, before: null });
    expect(await draft.rows()).toEqual([]);
    expect(await give("liperi", { shownHash: present })).toMatchObject({ ok: true });
  });

  test("P4: a translation in between stops nobody", async () => {
    const shownHash = await draft.hash("food");
    await draft.change({ food: { label: { fi: "Ruoka-apu", sv: "Mathjälp" } } });
    expect(await give("liperi", { shownHash })).toMatchObject({ ok: true });
  });

  test("P1: on the whole draft is a subject of its own", async () => {
    await given("liperi", { categoryId: null, value: "accept" });
    const shownHash = await draft.hash(null);
    await draft.change({ work: { rationale: { fi: "Uusi perustelu" } } });
    expect(await give("kitee", { categoryId: null, shownHash })).toMatchObject({
      ...{ ok: false, error: "positions.errors.textChanged", before: null, after: null },
    });
    expect((await draft.rows()).map((row) => [row.category_id, row.value])).toEqual([[null, "accept"]]);
    expect((await panel("liperi")).cells).toEqual({});
  });
});

describe("P1: two people of one party", () => {
  test("at once: both rows are kept, one after the other, and the later one is current", async () => {
    const outcomes = await Promise.all([
      give("liperi", { value: "support" }),
      give("liperiToo", { value: "object", reason: "Ei näin." }),
    ]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    const rows = await draft.rows();
    expect(rows.map(({ value }) => value).sort()).toEqual(["object", "support"]);
    const { cells, history } = await panel("observer");
    expect(cells.liperi?.id).toBe(rows[1]!.id);
    expect(history.liperi?.map(({ id }) => id)).toEqual([rows[0]!.id]);
  });

  test("at once, when the forms tell what they showed: one is given, the other sees it and chooses", async () => {
    const outcomes = await Promise.all([
      give("liperi", { value: "support", afterId: null }),
      give("liperiToo", { value: "object", reason: "Ei näin.", afterId: null }),
    ]);
    const first = outcomes.find(({ ok }) => ok)!;
    const second = outcomes.find(({ ok }) => !ok)!;
    const [row] = await draft.rows();
    expect(await draft.rows()).toHaveLength(1);
    expect(first).toMatchObject({ ok: true, id: row!.id });
    expect(second).toMatchObject({
      ...{ ok: false, error: "positions.errors.alreadyGiven", afterId: row!.id },
      other: { id: row!.id, value: row!.value, stale: false },
    });
    const mine = row!.given_by === world.seats.liperi.personId ? "liperiToo" : "liperi";
    expect(await give(mine, { value: "accept", afterId: row!.id })).toMatchObject({ ok: true });
    expect(await draft.rows()).toHaveLength(2);
  });

  test("one takes back what the other's form shows: that is told too", async () => {
    const id = await given("liperi");
    await takeBackPosition(world.services, world.seats.liperi, {
      ...{ slug: draft.slug, categoryId: "food", positionId: id },
    });
    expect(await give("liperiToo", { afterId: id })).toMatchObject({
      ...{ ok: false, error: "positions.errors.alreadyGiven", other: null, afterId: "" },
    });
    expect(await give("liperiToo", { afterId: null })).toMatchObject({ ok: true });
  });

  test("the same form sent twice is one row; another party's position is in nobody's way", async () => {
    const first = await give("liperi", { afterId: null });
    await given("kitee");
    expect(await give("liperi", { afterId: null })).toEqual({ ...first, isNew: false });
    expect(await draft.rows()).toHaveLength(2);
  });
});

describe("giving many at once", () => {
  const one = async (categoryId: string | null, words: Partial<GivenPosition> = {}) => ({
    ...{ categoryId, value: "support", reason: "", shownHash: await draft.hash(categoryId) },
    ...words,
  });

  test("each has an outcome of its own, in the order sent; one audit row tells them all", async () => {
    const stale = await one("work");
    await draft.change({ work: { label: { fi: "Työ" } } });
    const outcomes = await giveAllPositions(world.services, world.seats.liperi, {
      slug: draft.slug,
      organ: "Kunnanhallitus",
      positions: [
        await one("food"),
        stale,
        await one("spaces", { value: "object" }),
        { ...(await one("food")), categoryId: "never" },
        await one(null, { value: "abstain" }),
      ],
    });
    expect(outcomes.map((o) => (o.ok ? o.value : o.error.split(".").at(-1)))).toEqual([
      ...["support", "textChanged", "reasonMissing", "categoryGone", "abstain"],
    ]);
    const rows = await draft.rows();
    expect(rows.map((row) => [row.category_id, row.value, row.organ])).toEqual([
      ["food", "support", "Kunnanhallitus"],
      [null, "abstain", "Kunnanhallitus"],
    ]);
    expect((await draft.audited()).map(({ action }) => action)).toEqual(["position.given"]);
    expect(world.published).toEqual(["positions"]);
  });

  test("nothing that goes through is told to nobody", async () => {
    const outcomes = await giveAllPositions(world.services, world.seats.liperi, {
      ...{ slug: draft.slug, positions: [await one("food", { value: "" })] },
    });
    expect(outcomes).toMatchObject([{ ok: false }]);
    expect(world.published).toEqual([]);
    expect(await draft.audited()).toEqual([]);
  });
});
