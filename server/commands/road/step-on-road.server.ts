import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema/tables";
import { notFound } from "../../authorize.server";

/** The step, locked, if it is on this draft's road; 404 otherwise. */
export async function stepOnRoad(trx: Kysely<Database>, draftId: string, stepId: string) {
  const step = await trx
    .selectFrom("road_steps")
    .select(["id", "kind", "position", "happens_on as happensOn", "starts", "ends"])
    .where("id", "=", stepId)
    .where("draft_id", "=", draftId)
    .forUpdate()
    .executeTakeFirst();
  if (!step) throw notFound();
  return step;
}
