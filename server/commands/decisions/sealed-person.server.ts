import { randomBytes } from "node:crypto";
import type { Transaction } from "kysely";
import { nameHash, type SealedPerson } from "../../../app/domain/decisions/seal";
import type { Database } from "../../../db/schema/tables";

const SALT_BYTES = 16;

/**
 * The person as a seal holds one, with the party sat for at the table at that moment (rule Z4). The name and a fresh salt are kept
 * beside it, where they can be erased.
 */
export async function sealedPerson(
  trx: Transaction<Database>,
  of: { tableId: string; personId: string; role: string; at: Date },
): Promise<SealedPerson> {
  const { name } = await trx
    .selectFrom("persons")
    .select("name")
    .where("id", "=", of.personId)
    .executeTakeFirstOrThrow();
  const seat = await trx
    .selectFrom("memberships")
    .innerJoin("parties", "parties.id", "memberships.party_id")
    .select("parties.slug")
    .where("memberships.person_id", "=", of.personId)
    .where("memberships.table_id", "=", of.tableId)
    .where("memberships.starts_at", "<=", of.at)
    .where((w) => w.or([w("memberships.ends_at", "is", null), w("memberships.ends_at", ">", of.at)]))
    .orderBy("memberships.starts_at", "desc")
    .orderBy("memberships.id")
    .limit(1)
    .executeTakeFirst();
  const salt = randomBytes(SALT_BYTES).toString("hex");
  const hash = nameHash(name, salt);
  await trx
    .insertInto("sealed_names")
    .values({ name_hash: hash, table_id: of.tableId, person_id: of.personId, name, salt, created_at: of.at })
    .execute();
  return { role: of.role, party: seat?.slug ?? null, nameHash: hash };
}
