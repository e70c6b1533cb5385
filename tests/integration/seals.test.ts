/**
 * Goal: what different deeds seal into one table's chain at the same moment follows one after the other, and none is lost.
 * Method: decisions stated by their command while minutes are sealed as their command does it, on real Postgres.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MinutesContent } from "../../app/domain/decisions/seal";
import { brokenLink } from "../../app/domain/decisions/verify-chain";
import { sealIntoChain } from "../../server/commands/decisions/seal-into-chain.server";
import { sealedPerson } from "../../server/commands/decisions/sealed-person.server";
import { sealChain } from "../../server/queries/seal-chain.server";
import { type DecisionWorld, decisionWorld } from "../support/decision-world";

let world: DecisionWorld;
beforeAll(async () => {
  world = await decisionWorld();
});
afterAll(() => world.close());

/** Seals minutes in a transaction of the usual isolation, as their approval does. */
const sealMinutes = async (number: string, fails = false) =>
  world.db.transaction().execute(async (trx) => {
    const now = world.services.clock();
    const at = now.toISOString();
    const { personId } = world.secretary;
    const person = await sealedPerson(trx, { tableId: world.table.id, personId, role: "secretary", at: now });
    const content: MinutesContent = {
      ...{ kind: "minutes", meeting: { slug: `kokous-${number}`, number } },
      table: { slug: world.table.slug, name: "Pöytä" },
      frozenVersion: { draft: "muistio", number: 1, sha256: "0".repeat(64) },
      ...{ approvals: [{ ...person, approvedAt: at }], approvedAt: at, isExample: false },
    };
    await sealIntoChain(trx, { id: world.table.id, slug: world.table.slug }, content, now);
    if (fails) throw new Error("the deed failed after its seal");
  });
const chain = () => sealChain(world.db, world.table.id, world.table.slug);

test("Z2: decisions and minutes that are sealed at the same moment make one chain, and none is lost", async () => {
  const rounds = 8;
  for (let round = 0; round < rounds; round++) {
    const ids = await Promise.all([1, 2].map(() => world.proposed({ key: randomUUID() })));
    for (const id of ids) for (const party of [0, 1, 2]) await world.answer(party, id, "support");
    const [first, , second] = await Promise.all([
      world.state(ids[0]!, "unanimous"),
      sealMinutes(`${round}/2026`),
      world.state(ids[1]!, "unanimous"),
      sealMinutes(`${round}b/2026`),
    ]);
    expect([first.ok, second.ok]).toEqual([true, true]);
  }
  const links = await chain();
  expect(links).toHaveLength(rounds * 4);
  expect(brokenLink(links)).toBeNull();
}, 120_000);

test("Z2: a deed that fails after its seal leaves no gap and no name", async () => {
  const before = await chain();
  const names = async () => (await world.db.selectFrom("sealed_names").select("name_hash").execute()).length;
  const [namesBefore] = [await names()];
  await expect(sealMinutes("99/2026", true)).rejects.toThrow("the deed failed");
  expect([await chain(), await names()]).toEqual([before, namesBefore]);
  await sealMinutes("100/2026");
  expect(brokenLink(await chain())).toBeNull();
});
