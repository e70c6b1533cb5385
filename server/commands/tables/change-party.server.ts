import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { type NewParty, partyProblem } from "./change-parties.server";
import { managedTable } from "./table-subject.server";

/**
 * Changes the names of a party at the table; its address stays, so that links do. A party has one name wherever it
 * sits. 404 for one that is not at this table.
 */
export async function changeParty(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
  partyId: string,
  party: Omit<NewParty, "kind">,
): Promise<Outcome> {
  const table = await managedTable(services, viewer, tableSlug);
  return services.db.transaction().execute(async (trx): Promise<Outcome> => {
    const before = await trx
      .selectFrom("parties")
      .innerJoin("table_parties", "table_parties.party_id", "parties.id")
      .select(["parties.name", "parties.genitive", "parties.short_name as shortName"])
      .where("parties.id", "=", partyId)
      .where("table_parties.table_id", "=", table.tableId)
      .forUpdate("parties")
      .executeTakeFirst();
    if (!before) throw notFound();
    const problem = partyProblem(party);
    if (problem) return problem;
    await trx
      .updateTable("parties")
      .set({ name: JSON.stringify(party.name), genitive: party.genitive, short_name: party.shortName })
      .where("id", "=", partyId)
      .execute();
    await recordAudit(trx, {
      personId: viewer.personId,
      action: "party.changed",
      subjectKind: "party",
      subjectId: partyId,
      detail: { before, after: party },
    });
    return { ok: true };
  });
}
