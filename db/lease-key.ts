import type { Kysely } from "kysely";
import type { Database } from "./schema/tables";

/** The key that signs leases of client ids: made with the database, the same for every server on it, new after a restore. */
export async function readLeaseKey(db: Kysely<Database>): Promise<Uint8Array> {
  const { lease_key } = await db.selectFrom("installation").select("lease_key").executeTakeFirstOrThrow();
  return lease_key;
}
