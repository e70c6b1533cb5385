/** A sealed decision of a table, for tests of rights: its rows as stating writes them, without the positions that would lead to it. */
import { randomUUID } from "node:crypto";
import { sealIntoChain } from "../../../server/commands/decisions/seal-into-chain.server";
import { sealedPerson } from "../../../server/commands/decisions/sealed-person.server";
import type { Services } from "../../../server/services";
import { aDecisionContent } from "../sealed-content";
import { addDecisionPlace } from "./decision-place";

export async function addSealedPlace(
  services: Services,
  of: { draftSlug: string; secretaryId: string; tableId: string },
) {
  const proposed = await addDecisionPlace(services, of);
  const { tableId, secretaryId: personId } = of;
  const at = services.clock();
  return services.db.transaction().execute(async (trx) => {
    const { slug } = await trx
      .selectFrom("tables")
      .select("slug")
      .where("id", "=", tableId)
      .executeTakeFirstOrThrow();
    const { sha256 } = await trx
      .selectFrom("proposed_decisions")
      .select("version_sha256 as sha256")
      .where("id", "=", proposed.id)
      .executeTakeFirstOrThrow();
    const [id, person] = [randomUUID(), await sealedPerson(trx, { tableId, personId, role: "chair", at })];
    const content = aDecisionContent({
      ...{ decisionId: id, number: "1/2026", table: { slug, name: slug }, outcome: "unanimous" },
      ...{ frozenVersion: { number: 1, sha256, logPosition: 0 }, statedAt: at.toISOString() },
      ...{ positions: [], statedBy: person, recordedBy: person },
    });
    const seal = await sealIntoChain(trx, { id: tableId, slug }, content, at);
    await trx
      .insertInto("decisions")
      .values({
        ...{ id, table_id: tableId, number: 1, year: 2026, proposed_decision_id: proposed.id },
        ...{ seal_id: seal.id, outcome: "unanimous", corrects_id: null, stated_by: personId, stated_at: at },
        key: randomUUID(),
      })
      .execute();
    return { id, sha256: seal.sha256, nameHash: person.nameHash };
  });
}
