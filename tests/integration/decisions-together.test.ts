/**
 * Goal: under load a decision has one verdict and one seal, and what is sealed is exactly what had been answered.
 * Method: forty parties and two chairs on real Postgres, all at once; a second server's services on the same database.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DecisionContent } from "../../app/domain/decisions/seal";
import { sealOf } from "../../app/domain/decisions/seal";
import { sha256Hex } from "../../app/domain/split/canonical";
import { type DecisionWorld, decisionWorld } from "../support/decision-world";

const PARTIES = 40;
const ROUNDS = 6;

let world: DecisionWorld;
beforeAll(async () => {
  world = await decisionWorld(PARTIES);
});
afterAll(() => world.close());

const everybody = Array.from({ length: PARTIES }, (_, n) => n);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("D3: forty parties that answer in the same second give forty rows and one verdict", async () => {
  const id = await world.proposed();
  const outcomes = await Promise.all(everybody.map((n) => world.answer(n, id, "support")));
  expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
  const rows = await world.db
    .selectFrom("decision_positions")
    .select("party_id")
    .where("proposed_decision_id", "=", id)
    .execute();
  expect(new Set(rows.map(({ party_id }) => party_id)).size).toBe(PARTIES);
  expect(rows).toHaveLength(PARTIES);
  expect((await world.card(id)).verdict).toEqual({ kind: "unanimous" });
}, 60_000);

test("D4, D5: stated while answers change, the seal holds exactly the positions that were accepted before", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const id = await world.proposed();
    for (const n of everybody) await world.answer(n, id, "support");
    const changes = everybody.slice(0, 8).map(async (n) => {
      await pause(Math.random() * 60);
      return { n, outcome: await world.answer(n, id, "object", { reason: "Muutimme kantaa" }) };
    });
    const stating = (async () => {
      await pause(Math.random() * 60);
      return world.state(id, "unanimous");
    })();
    const [stated, changed] = [await stating, await Promise.all(changes)];
    const accepted = changed.filter(({ outcome }) => outcome.ok).map(({ n }) => world.party[n]);
    const row = await world.db
      .selectFrom("decisions")
      .innerJoin("seals", "seals.id", "decisions.seal_id")
      .select("seals.content")
      .where("proposed_decision_id", "=", id)
      .executeTakeFirst();
    if (!stated.ok) {
      // An objection came first: nothing was sealed, and nobody was refused.
      expect(stated.error).toBe("decisions.error.otherOutcome");
      expect(row).toBeUndefined();
      expect(accepted).toHaveLength(8);
      continue;
    }
    const content = JSON.parse(row!.content) as DecisionContent;
    expect(content.outcome).toBe("unanimous");
    expect(content.positions.every(({ value }) => value === "support")).toBe(true);
    // Whoever came later was told so, and left no row.
    expect(accepted).toEqual([]);
    const objections = await world.db
      .selectFrom("decision_positions")
      .select("id")
      .where("proposed_decision_id", "=", id)
      .where("value", "=", "object")
      .execute();
    expect(objections).toEqual([]);
  }
}, 120_000);

test("D4: two chairs who state at once make one decision, also of two servers", async () => {
  const id = await world.proposed();
  await Promise.all(everybody.map((n) => world.answer(n, id, "accept")));
  // Services made anew know nothing but the rows: a server that was started in the middle of a count.
  const other = { ...world.services };
  const [a, b, c] = await Promise.all([
    world.state(id, "unanimous"),
    world.state(id, "unanimous", world.chair, other),
    world.state(id, "unanimous"),
  ]);
  expect(a).toMatchObject({ ok: true });
  expect(b).toEqual(a);
  expect(c).toEqual(a);
  const decisions = await world.db
    .selectFrom("decisions")
    .select("id")
    .where("proposed_decision_id", "=", id)
    .execute();
  expect(decisions).toHaveLength(1);
}, 60_000);

test("D5: many decisions sealed at once make one chain without gaps", async () => {
  const ids = await Promise.all([1, 2, 3, 4].map(() => world.proposed({ key: randomUUID() })));
  for (const id of ids) await Promise.all(everybody.map((n) => world.answer(n, id, "support")));
  await Promise.all(ids.map((id) => world.state(id, "unanimous")));
  const seals = await world.db.selectFrom("seals").selectAll().orderBy("place").execute();
  expect(seals.map(({ place }) => place)).toEqual(seals.map((_, n) => n + 1));
  seals.forEach((seal, n) => {
    expect(seal.previous_sha256).toBe(seals[n - 1]?.sha256 ?? null);
    expect(seal.content_sha256).toBe(sha256Hex(seal.content));
    const again = sealOf({
      ...{ version: 1, table: world.table.slug, place: seal.place, kind: seal.kind },
      ...{ contentSha256: seal.content_sha256, previousSha256: seal.previous_sha256 },
      sealedAt: seal.sealed_at.toISOString(),
    });
    expect(again.sha256).toBe(seal.sha256);
  });
  const numbers = await world.db.selectFrom("decisions").select("number").orderBy("number").execute();
  expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, n) => n + 1));
}, 120_000);
