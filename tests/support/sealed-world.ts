/** A table with decisions that were made and sealed by its own people, the third of them a correction of the first. */
import { type DecisionWorld, decisionWorld } from "./decision-world";

/** Nobody else is called so. */
export const CHAIR = "Sirpa Puheenjohtaja";

export type SealedWorld = DecisionWorld & { decisions: string[] };

export async function sealedWorld(): Promise<SealedWorld> {
  const world = await decisionWorld();
  await world.db.updateTable("persons").set({ name: CHAIR }).where("id", "=", world.chair.personId).execute();
  const decisions: string[] = [];
  for (const [n, outcome] of (["unanimous", "notReached", "unanimous"] as const).entries()) {
    const corrects = n === 2 ? decisions[0]! : "";
    const id = await world.proposed({ text: `Päätetään asia ${n + 1}.`, corrects });
    for (const party of [0, 1]) await world.answer(party, id, "support");
    await world.answer(2, id, outcome === "notReached" ? "object" : "accept", { reason: "Syy" });
    const stated = await world.state(id, outcome);
    if (!stated.ok) throw new Error(stated.error);
    decisions.push(stated.decisionId);
  }
  return { ...world, decisions };
}
