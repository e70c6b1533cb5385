/** A decision that is being made at a table, for tests of rights: put to its parties, answered by nobody. */
import { randomUUID } from "node:crypto";
import { proposeDecision } from "../../../server/commands/decisions/propose-decision.server";
import type { Services } from "../../../server/services";

export async function addDecisionPlace(
  services: Services,
  { draftSlug, secretaryId, tableId }: { draftSlug: string; secretaryId: string; tableId: string },
) {
  const membership = services.db.updateTable("memberships").where("person_id", "=", secretaryId);
  // Whoever else sits at the table is a member: for a moment they are the one who proposes.
  await membership.set({ role: "secretary" }).where("table_id", "=", tableId).execute();
  const outcome = await proposeDecision(
    services,
    { personId: secretaryId },
    {
      ...{ draft: draftSlug, version: "1", text: "Päätetään.", meeting: "", item: "", dueOn: "", dueAt: "" },
      ...{ replaces: "", corrects: "", key: randomUUID() },
    },
  );
  await membership.set({ role: "member" }).where("table_id", "=", tableId).execute();
  if (!outcome.ok) throw new Error(outcome.error);
  return { id: outcome.id, key: randomUUID() };
}
