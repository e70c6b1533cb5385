/** Goal: a proposed decision waits where people begin. Method: the first page's query on real Postgres, as the people of a table. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadActor } from "../../server/authorize.server";
import { withdrawProposal } from "../../server/commands/decisions/withdraw-proposal.server";
import { waitingFor } from "../../server/queries/waiting-page.server";
import { type DecisionWorld, decisionWorld } from "../support/decision-world";

let world: DecisionWorld;
beforeAll(async () => {
  world = await decisionWorld();
});
afterAll(() => world.close());

describe("a proposed decision", () => {
  test("P1: it waits on the first page of who speaks for a silent party, and of nobody else", async () => {
    const id = await world.proposed({ version: "1", text: "Odottava päätös." });
    const waits = async ({ personId }: { personId: string }) => {
      const actor = await loadActor(world.services, personId);
      const { decisions } = await waitingFor(world.services, actor, "fi");
      return decisions.filter((one) => one.id === id);
    };
    expect(await waits(world.speaker[0]!)).toEqual([
      { id, text: "Odottava päätös.", party: "Kunta 0", due: null },
    ]);
    expect(await waits(world.secretary)).toEqual([]);
    await world.answer(0, id, "support");
    expect(await waits(world.speaker[0]!)).toEqual([]);
    expect(await waits(world.speaker[1]!)).toHaveLength(1);
    await withdrawProposal(world.services, world.secretary, { id, reason: "Perutaan.", key: "peru-12345" });
    expect(await waits(world.speaker[1]!)).toEqual([]);
  });
});
