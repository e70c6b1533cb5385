/**
 * Goal: a draft's road is kept by who prepares it, in the order they put, and each party gives its thumb. Method: commands and
 * queries as every seat on real Postgres and real live documents; rows are looked at, not answers alone.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ROAD_STEPS_MAX } from "../../app/domain/road/road";
import { addRoadStep, recordRoadStep } from "../../server/commands/road/add-road-step.server";
import { giveThumb } from "../../server/commands/road/give-thumb.server";
import { moveRoadStep } from "../../server/commands/road/move-road-step.server";
import { recordRoadOutcome } from "../../server/commands/road/record-road-outcome.server";
import { roadLines, roadPage } from "../../server/queries/road.server";
import {
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
  world.setClock("2022-05-20T10:30:00Z"); // 13.30 in Finland
  world.published.length = 0;
});

const words = (more: Partial<Parameters<typeof recordRoadStep>[3]> = {}) => ({
  ...{ kind: "handled", body: "Kuntayhteistyöryhmä", note: "", happensOn: "", starts: "", ends: "" },
  ...{ source: "", key: randomUUID() },
  ...more,
});
const record = (seat: Seat, more: Parameters<typeof words>[0] = {}) =>
  recordRoadStep(world.services, world.seats[seat], draft.slug, words(more));
const page = (seat: Seat = "observer") => roadPage(world.services, world.seats[seat], draft.slug);
const told = async () => (await page()).steps.map(({ body, mark }) => `${body.fi}: ${mark}`);

describe("W1: the steps of a road", () => {
  test("stand in the order they were put, whatever their days; the meeting's page shows the same", async () => {
    await record("preparer", { body: "Kuntien valmistelijat", kind: "thumbsUp", happensOn: "2022-05-19" });
    await record("secretary", { happensOn: "2022-05-20", starts: "13:00" });
    await record("chair", { body: "JANE", happensOn: "2022-06-07" });
    await record("preparer", { body: "Hyte-lautakunta", kind: "agenda", happensOn: "2022-05-24" });
    expect(await told()).toEqual([
      ...["Kuntien valmistelijat: done", "Kuntayhteistyöryhmä: now"],
      ...["JANE: planned", "Hyte-lautakunta: planned"],
    ]);
    const lines = await roadLines(world.services, draft.id, world.services.clock());
    expect(lines.map(({ body, mark, happensOn, starts }) => [body.fi, mark, happensOn, starts])).toEqual([
      ["Kuntien valmistelijat", "done", "2022-05-19", null],
      ["Kuntayhteistyöryhmä", "now", "2022-05-20", "13:00"],
      ["JANE", "planned", "2022-06-07", null],
      ["Hyte-lautakunta", "planned", "2022-05-24", null],
    ]);
    expect(world.published).toEqual(Array(4).fill("decisions"));
    expect((await draft.audited()).map(({ action }) => action)).toEqual(Array(4).fill("road.stepAdded"));
  });

  test("a step moves by one place, and not over the end", async () => {
    for (const body of ["Yksi", "Kaksi", "Kolme"]) await record("preparer", { body });
    const [one, , three] = (await page()).steps;
    const move = (step: string, isUp: boolean) =>
      moveRoadStep(world.services, world.seats.preparer, draft.slug, { step, isUp });
    await move(three!.id, true);
    await move(one!.id, true);
    expect((await page()).steps.map(({ body }) => body.fi)).toEqual(["Yksi", "Kolme", "Kaksi"]);
    await move(one!.id, false);
    expect((await page()).steps.map(({ body }) => body.fi)).toEqual(["Kolme", "Yksi", "Kaksi"]);
    const other = await world.newDraft();
    const elsewhere = moveRoadStep(world.services, world.seats.preparer, other.slug, {
      ...{ step: one!.id, isUp: true },
    });
    expect(await statusOf(elsewhere)).toBe(404);
  });

  test("the same form twice adds one step; a meeting stands there once", async () => {
    const key = randomUUID();
    await Promise.all([record("preparer", { key }), record("preparer", { key })]);
    expect(await told()).toHaveLength(1);
  });

  test("a road takes so many steps and no more", async () => {
    const rows = Array.from({ length: ROAD_STEPS_MAX }, (_, index) => ({
      ...{ draft_id: draft.id, position: index + 1, kind: "handled" as const },
      ...{ body: JSON.stringify({ fi: "Ryhmä" }), recorded_by: world.seats.preparer.personId },
    }));
    await world.db.insertInto("road_steps").values(rows).execute();
    expect(await record("preparer")).toMatchObject({ ok: false, error: "road.error.many" });
    const more = { draftId: draft.id, kind: "handled" as const, body: { fi: "Vielä" } };
    const added = world.db
      .transaction()
      .execute((trx) => addRoadStep(trx, new Date(), { ...more, recordedBy: world.seats.preparer.personId }));
    expect(await added).toBeNull();
  });

  test("only who prepares drafts keeps it; everyone at the table reads it", async () => {
    for (const seat of ["observer", "member", "liperi"] as const)
      expect(await statusOf(record(seat))).toBe(403);
    for (const seat of ["stranger"] as const) {
      expect(await statusOf(record(seat))).toBe(404);
      expect(await statusOf(page(seat))).toBe(404);
    }
    expect((await page("observer")).mayRecord).toBe(false);
    expect((await page("preparer")).mayRecord).toBe(true);
    expect(await told()).toEqual([]);
  });
});

test("W2: what came of a step marks it, and the latest counts", async () => {
  await record("preparer", { happensOn: "2022-05-19" });
  const [step] = (await page()).steps;
  expect(step).toMatchObject({ mark: "done", lacksOutcome: true, outcome: null });
  const tell = (seat: Seat, state: string, text: string) =>
    recordRoadOutcome(world.services, world.seats[seat], draft.slug, { step: step!.id, state, text });
  await tell("secretary", "cancelled", "Ei päätösvaltainen");
  expect((await page()).steps[0]).toMatchObject({ mark: "cancelled", outcome: { fi: "Ei päätösvaltainen" } });
  await tell("secretary", "done", "Esitys menee eteenpäin");
  await tell("secretary", "done", "Esitys menee eteenpäin");
  expect((await page()).steps[0]).toMatchObject({ mark: "done", lacksOutcome: false });
  const rows = world.db.selectFrom("road_outcomes").selectAll().where("step_id", "=", step!.id);
  expect(await rows.execute()).toHaveLength(2);
  expect(await tell("secretary", "maybe", "")).toMatchObject({ ok: false, field: "state" });
  expect(await statusOf(tell("member", "done", ""))).toBe(403);
});

describe("W3: a round of thumbs", () => {
  const give = async (seat: Seat, party: keyof PositionWorld["party"], thumb: string) =>
    giveThumb(world.services, world.seats[seat], draft.slug, {
      ...{ step: (await page()).steps[0]!.id, party: world.party[party], thumb },
    });
  const thumbs = async () =>
    (await page()).steps[0]!.thumbs.map(({ shortName, isUp }) => [shortName, isUp] as const);
  beforeEach(async () => {
    await record("preparer", { kind: "thumbsUp", body: "Kuntien valmistelijat" });
  });

  test("each party's own speaker gives it; another later counts, and the same twice is one", async () => {
    expect(await thumbs()).toEqual([
      ["liperi", null],
      ["kitee", null],
      ["jane", null],
    ]);
    await give("liperi", "liperi", "down");
    await give("kitee", "kitee", "up");
    await give("liperi", "liperi", "up");
    await give("liperiToo", "liperi", "up");
    expect(await thumbs()).toEqual([
      ["liperi", true],
      ["kitee", true],
      ["jane", null],
    ]);
    expect(await world.db.selectFrom("road_thumbs").selectAll().execute()).toHaveLength(3);
  });

  test("nobody gives it for another party, nor without its word; no choice is no thumb", async () => {
    expect(await statusOf(give("liperi", "kitee", "up"))).toBe(403);
    expect(await statusOf(give("liperiPrepares", "liperi", "up"))).toBe(403);
    expect(await statusOf(give("secretary", "liperi", "up"))).toBe(403);
    expect(await give("liperi", "liperi", "")).toMatchObject({ error: "road.error.noThumb" });
  });

  test("an ended round takes none, and a step of another kind is no round", async () => {
    const { id } = (await page()).steps[0]!;
    await recordRoadOutcome(world.services, world.seats.preparer, draft.slug, {
      ...{ step: id, state: "done", text: "Peukut ylös" },
    });
    expect(await give("liperi", "liperi", "up")).toMatchObject({ error: "road.error.roundEnded" });
    expect((await page("liperi")).steps[0]!.thumbs.some(({ mayGive }) => mayGive)).toBe(false);
    await record("preparer");
    const [, other] = (await page()).steps;
    const given = giveThumb(world.services, world.seats.liperi, draft.slug, {
      ...{ step: other!.id, party: world.party.liperi, thumb: "up" },
    });
    expect(await statusOf(given)).toBe(404);
    expect(other!.thumbs).toEqual([]);
  });
});
