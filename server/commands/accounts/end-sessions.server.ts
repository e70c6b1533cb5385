/** What proved who somebody is has changed: whoever is signed in by the old proof is signed out. */
import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema/tables";
import type { Services } from "../../services";

/** Ends every session of the person in the caller's transaction. Give the answer to `closeSockets` after the commit. */
export async function endSessionsIn(trx: Kysely<Database>, personId: string): Promise<string[]> {
  const rows = await trx.deleteFrom("sessions").where("person_id", "=", personId).returning("id").execute();
  return rows.map(({ id }) => id);
}

export function closeSockets({ documents }: Services, sessionHashes: string[]): void {
  for (const hash of sessionHashes) documents.endSession(hash);
}
