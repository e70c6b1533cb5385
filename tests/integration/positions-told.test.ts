/**
 * Goal: what is entered for a party and asked of the parties keeps its author, reaches whom it should, and leaves nothing
 * behind when refused.
 * Method: every command as every seat on real Postgres and real live documents; rows are looked at, not answers alone.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { REQUEST_MESSAGE_CHARACTERS_MAX, TOLD_BY_CHARACTERS_MAX } from "../../app/domain/positions/position";
import { askForPositions } from "../../server/commands/positions/ask-for-positions.server";
import { confirmToldPosition } from "../../server/commands/positions/confirm-told-position.server";
import { enterToldPosition } from "../../server/commands/positions/enter-told-position.server";
import { categoryPositions } from "../../server/queries/category-positions.server";
import { positionsPage } from "../../server/queries/positions-page.server";
import {
  given,
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

const give = (seat: Seat, value: string, categoryId = "food") =>
  given(world, draft, seat, { value, reason: "Syy", categoryId });
const nameOf = (personId: string) =>
  Object.entries(world.seats).find(([, viewer]) => viewer.personId === personId)![0];

describe("P7: told by telephone", () => {
  type Told = Parameters<typeof enterToldPosition>[2];
  const enter = async (seat: Seat, words: Partial<Told> = {}) =>
    enterToldPosition(world.services, world.seats[seat], {
      ...{ slug: draft.slug, categoryId: "food", partyId: world.party.liperi },
      ...{ value: "object", reason: "Kunta ei voi maksaa.", toldBy: "Kunnansihteeri" },
      shownHash: words.shownHash ?? (await draft.hash("food")),
      ...words,
    });
  const confirm = (seat: Seat, positionId: string) =>
    confirmToldPosition(world.services, world.seats[seat], { slug: draft.slug, positionId });
  const cell = async () =>
    (await categoryPositions(world.services, world.seats.observer, draft.slug, "food")).cells.liperi;

  test("is a row of the secretary's with who told and when; the party's people are told, nobody else", async () => {
    const outcome = await enter("secretary");
    const [row] = await draft.rows();
    expect(outcome).toEqual({ ok: true, id: row!.id });
    expect(row).toMatchObject({
      ...{ party_id: world.party.liperi, value: "object", told_by: "Kunnansihteeri" },
      ...{ told_at: world.services.clock(), given_by: world.seats.secretary.personId },
    });
    const told = await draft.told();
    expect(told.map(({ person_id }) => nameOf(person_id)).sort()).toEqual([
      ...["liperi", "liperiPrepares", "liperiToo"],
    ]);
    expect(told[0]).toMatchObject({
      ...{ kind: "positionTold", subject_id: row!.id, party_id: world.party.liperi, category_id: "food" },
    });
    expect(await cell()).toMatchObject({ told: { by: "Kunnansihteeri" }, value: "object", stale: false });
    expect(await draft.audited()).toMatchObject([{ action: "position.told" }]);
    expect(world.published).toEqual(["positions"]);
  });

  test("is marked until the party confirms it: the same words on the same text, now its own; twice is once", async () => {
    const entered = await enter("secretary", { organ: "Kunnanhallitus" });
    if (!entered.ok) throw new Error(entered.error);
    await draft.change({ food: { label: { fi: "Toinen" } } });
    for (const seat of ["liperiPrepares", "kitee", "secretary", "observer"] as const)
      expect(await statusOf(confirm(seat, entered.id)), seat).toBe(403);
    expect(await statusOf(confirm("stranger", entered.id))).toBe(404);
    expect(await draft.rows()).toHaveLength(1);
    const first = await confirm("liperi", entered.id);
    expect(await confirm("liperi", entered.id)).toEqual(first);
    const rows = await draft.rows();
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({
      ...{ value: "object", reason: "Kunta ei voi maksaa.", organ: "Kunnanhallitus", told_by: null },
      ...{ content_hash: rows[0]!.content_hash, given_by: world.seats.liperi.personId },
    });
    expect(await cell()).toMatchObject({ told: null, stale: true, preliminary: false });
  });

  test("is corrected by giving; what was told stays in the history and cannot be confirmed over it", async () => {
    const entered = await enter("secretary");
    if (!entered.ok) throw new Error(entered.error);
    await give("liperi", "support");
    expect(await cell()).toMatchObject({ told: null, value: "support" });
    for (const seat of ["liperi", "liperiToo"] as const)
      expect(await confirm(seat, entered.id)).toMatchObject({
        ...{ ok: false, error: "positions.errors.alreadyGiven", other: { value: "support" } },
      });
    const { history } = await categoryPositions(world.services, world.seats.observer, draft.slug, "food");
    expect(history.liperi).toMatchObject([{ value: "object", told: { by: "Kunnansihteeri" } }]);
    expect(await draft.rows()).toHaveLength(2);
  });

  test("is the secretary's alone, for a party at the table, on a draft that is not archived; no row is left", async () => {
    for (const seat of ["liperi", "chair", "preparer", "member", "observer", "administrator"] as const)
      expect(await statusOf(enter(seat)), seat).toBe(403);
    expect(await statusOf(enter("stranger"))).toBe(404);
    const nobody = "00000000-0000-4000-8000-000000000000";
    expect(await statusOf(enter("secretary", { partyId: nobody }))).toBe(403);
    await draft.state("archived");
    expect(await statusOf(enter("secretary"))).toBe(403);
    expect(await draft.rows()).toEqual([]);
    expect(await draft.told()).toEqual([]);
  });

  test("wrong words, a replaced text, a removed category and the party's own position come back as values", async () => {
    const shownHash = await draft.hash("food");
    const wrong: [Partial<Told>, string][] = [
      [{ toldBy: " " }, "toldByMissing"],
      [{ toldBy: "x".repeat(TOLD_BY_CHARACTERS_MAX + 1) }, "toldByLong"],
      [{ reason: "" }, "reasonMissing"],
      [{ reason: "x".repeat(20_000) }, "reasonLong"],
      [{ shownHash: "other" }, "textChanged"],
      [{ categoryId: "never" }, "categoryGone"],
    ];
    for (const [words, error] of wrong)
      expect(await enter("secretary", words), error).toMatchObject({
        ...{ ok: false, error: `positions.errors.${error}` },
      });
    expect(await draft.rows()).toEqual([]);
    const id = await give("liperi", "support");
    expect(await enter("secretary", { shownHash, afterId: null })).toMatchObject({
      ...{ ok: false, error: "positions.errors.alreadyGiven", other: { id } },
    });
    expect(await draft.told()).toEqual([]);
  });
});

describe("asking", () => {
  const ask = (seat: Seat, words: { dueOn?: string; message?: string } = {}) =>
    askForPositions(world.services, world.seats[seat], {
      ...{ slug: draft.slug, dueOn: "2026-03-11", message: "Kiitos." },
      ...words,
    });
  const requests = () =>
    world.db.selectFrom("position_requests").selectAll().where("draft_id", "=", draft.id).execute();

  test("tells everyone who speaks for a party, once, with their party; the page shows it with who has answered", async () => {
    const outcome = await ask("preparer");
    const [row] = await requests();
    expect(outcome).toEqual({ ok: true, id: row!.id });
    expect(await ask("preparer")).toEqual(outcome);
    const told = await draft.told();
    expect(told.map(({ person_id }) => nameOf(person_id)).sort()).toEqual([
      ...["jane", "kitee", "liperi", "liperiToo"],
    ]);
    for (const { person_id, party_id, kind, subject_id, detail } of told) {
      const party = nameOf(person_id).replace("Too", "") as "liperi";
      expect([party_id, kind, subject_id]).toEqual([world.party[party], "positionsAsked", row!.id]);
      expect(detail).toEqual({ dueOn: "2026-03-11" });
    }
    for (const category of ["food", "work", "spaces"]) await give("liperi", "abstain", category);
    await give("kitee", "support");
    const { request } = await positionsPage(world.services, world.seats.observer, draft.slug);
    expect(request).toEqual({ dueOn: "2026-03-11", message: "Kiitos.", answered: 1, asked: 3 });
    expect(await draft.audited()).toMatchObject([{ action: "positions.asked" }, {}, {}, {}, {}]);
  });

  test("a day that is none or past, and a long message, come back as values; the last day is Finnish", async () => {
    const wrong: [Parameters<typeof ask>[1], string][] = [
      [{ dueOn: "" }, "dueOn"],
      [{ dueOn: "2026-02-30" }, "dueOn"],
      [{ dueOn: "2026-03-01" }, "dueOnPast"],
      [{ message: "x".repeat(REQUEST_MESSAGE_CHARACTERS_MAX + 1) }, "messageLong"],
    ];
    for (const [words, error] of wrong)
      expect(await ask("chair", words)).toMatchObject({ ok: false, error: `positions.errors.${error}` });
    world.setClock("2026-03-02T22:30:00Z");
    expect(await ask("chair", { dueOn: "2026-03-02" })).toMatchObject({
      error: "positions.errors.dueOnPast",
    });
    expect(await requests()).toEqual([]);
    expect(await draft.told()).toEqual([]);
    expect(await ask("chair", { dueOn: "2026-03-03" })).toMatchObject({ ok: true });
    world.setClock("2026-03-02T10:00:00Z");
  });

  test("is for chair, secretary and preparer, on a draft that is not archived; nobody else leaves a row", async () => {
    for (const seat of ["liperi", "member", "observer", "administrator"] as const)
      expect(await statusOf(ask(seat)), seat).toBe(403);
    expect(await statusOf(ask("stranger"))).toBe(404);
    await draft.state("archived");
    expect(await statusOf(ask("secretary"))).toBe(403);
    expect(await requests()).toEqual([]);
    await draft.state("locked");
    expect(await ask("secretary")).toMatchObject({ ok: true });
  });
});
