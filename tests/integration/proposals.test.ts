/**
 * Goal: a proposal holds only what every party agrees on, bound to a frozen version, and leaves nothing behind when refused.
 * Method: the command as every seat on real Postgres and real live documents; rows are looked at, not answers alone.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PROPOSAL_CHARACTERS_MAX } from "../../app/domain/positions/position";
import { canonicalSplit } from "../../app/domain/split/canonical";
import { makeProposal } from "../../server/commands/positions/make-proposal.server";
import { positionsPage, proposalPage } from "../../server/queries/positions-page.server";
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

describe("P6: a proposal of what is ready", () => {
  const propose = (seat: Seat, words: { text?: string; categoryIds?: string[] } = {}) =>
    makeProposal(world.services, world.seats[seat], {
      ...{ slug: draft.slug, text: "Hyväksytään.", categoryIds: ["food"] },
      ...words,
    });
  const proposals = () =>
    world.db.selectFrom("proposals").selectAll().where("draft_id", "=", draft.id).execute();
  const versions = () =>
    world.db.selectFrom("versions").selectAll().where("draft_id", "=", draft.id).orderBy("number").execute();
  const agree = async (categoryId = "food") => {
    for (const seat of ["liperi", "kitee", "jane"] as const) await give(seat, "support", categoryId);
  };

  test("freezes a version when the live text is in none, and uses the last one when it is", async () => {
    await agree();
    await agree("work");
    const first = await propose("preparer");
    expect(first).toMatchObject({ ok: true, version: 1 });
    const second = await propose("chair", { categoryIds: ["work", "food", "food"] });
    expect(second).toMatchObject({ ok: true, version: 1 });
    const frozen = await versions();
    expect(frozen.map(({ content }) => content)).toEqual([canonicalSplit(await draft.live())]);
    await draft.change({ spaces: { label: { fi: "Tilat ja tapahtumat" } } });
    expect(await propose("secretary")).toMatchObject({ ok: true, version: 2 });
    const rows = await proposals();
    expect(rows.map((row) => [row.version_id, row.category_ids, row.text])).toEqual([
      [frozen[0]!.id, ["food"], "Hyväksytään."],
      [frozen[0]!.id, ["work", "food"], "Hyväksytään."],
      [(await versions())[1]!.id, ["food"], "Hyväksytään."],
    ]);
    if (!second.ok) throw new Error(second.error);
    const page = await proposalPage(world.services, world.seats.observer, draft.slug, second.id);
    expect(page).toMatchObject({
      ...{ text: "Hyväksytään.", version: { number: 1, sha256: frozen[0]!.sha256 } },
      categories: [{ id: "food" }, { id: "work", sides: "region" }],
    });
    const list = await positionsPage(world.services, world.seats.observer, draft.slug);
    expect(list.proposals.map(({ version }) => version)).toEqual([2, 1, 1]);
  });

  test("takes no category that is not ready, also when it was a moment ago; no version and no row is left", async () => {
    await agree();
    await give("kitee", "support", "work");
    expect(await propose("chair", { categoryIds: ["food", "work", "never"] })).toMatchObject({
      ...{ ok: false, error: "positions.errors.notReady", notReady: ["work", "never"] },
    });
    await give("kitee", "object");
    expect(await propose("chair")).toMatchObject({ error: "positions.errors.notReady" });
    await give("kitee", "support");
    await draft.change({ food: { label: { fi: "Toinen" } } });
    expect(await propose("chair")).toMatchObject({ error: "positions.errors.notReady" });
    expect(await proposals()).toEqual([]);
    expect(await versions()).toEqual([]);
  });

  test("no text, a long text, no category, and a live text that cannot be frozen come back as values", async () => {
    await agree();
    expect(await propose("chair", { text: " " })).toMatchObject({ field: "text" });
    const long = "x".repeat(PROPOSAL_CHARACTERS_MAX + 1);
    expect(await propose("chair", { text: long })).toMatchObject({ error: "positions.errors.proposalLong" });
    expect(await propose("chair", { categoryIds: [] })).toMatchObject({ field: "categories" });
    await draft.change({ work: { label: { fi: "" } } });
    expect(await propose("chair")).toMatchObject({ error: "drafts.error.emptyLabel" });
    expect(await proposals()).toEqual([]);
  });

  test("is for chair, secretary and preparer, on a draft that is not archived", async () => {
    await agree();
    for (const seat of ["liperi", "member", "observer", "administrator"] as const)
      expect(await statusOf(propose(seat)), seat).toBe(403);
    expect(await statusOf(propose("stranger"))).toBe(404);
    await draft.state("archived");
    expect(await statusOf(propose("chair"))).toBe(403);
    expect(await versions()).toEqual([]);
    expect(await proposals()).toEqual([]);
  });

  test("is read by who may read the draft, and by its own draft's address alone", async () => {
    await agree();
    const made = await propose("chair");
    if (!made.ok) throw new Error(made.error);
    const read = (seat: Seat, slug: string, id: string) =>
      statusOf(proposalPage(world.services, world.seats[seat], slug, id));
    expect(await read("observer", draft.slug, made.id)).toBeNull();
    expect(await read("stranger", draft.slug, made.id)).toBe(404);
    expect(await read("observer", (await world.newDraft()).slug, made.id)).toBe(404);
    expect(await read("observer", draft.slug, "arvattu")).toBe(404);
  });
});
