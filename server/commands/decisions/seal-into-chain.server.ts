import type { Transaction } from "kysely";
import {
  canonicalSealContent,
  type DecisionContent,
  type MinutesContent,
  SEAL_VERSION,
  type Seal,
  sealOf,
} from "../../../app/domain/decisions/seal";
import { sha256Hex } from "../../../app/domain/split/canonical";
import type { Database } from "../../../db/schema/tables";

/**
 * Adds the content to the table's chain (rule D5), in the caller's transaction: a deed that is rolled back leaves no seal. Two that
 * seal at once wait for each other.
 */
export async function sealIntoChain(
  trx: Transaction<Database>,
  table: { id: string; slug: string },
  content: DecisionContent | MinutesContent,
  sealedAt: Date,
): Promise<Seal & { id: string }> {
  // The table's row is the chain's lock. It is written, not only locked: a serialisable transaction that began before another's seal
  // would read the old end of the chain, and is run again only because the row has changed.
  await trx
    .updateTable("tables")
    .set((of) => ({ slug: of.ref("slug") }))
    .where("id", "=", table.id)
    .execute();
  const last = await trx
    .selectFrom("seals")
    .select(["place", "sha256"])
    .where("table_id", "=", table.id)
    .orderBy("place", "desc")
    .limit(1)
    .executeTakeFirst();
  const text = canonicalSealContent(content);
  const seal = sealOf({
    ...{ version: SEAL_VERSION, table: table.slug, place: (last?.place ?? 0) + 1, kind: content.kind },
    ...{ contentSha256: sha256Hex(text), previousSha256: last?.sha256 ?? null },
    sealedAt: sealedAt.toISOString(),
  });
  const { id } = await trx
    .insertInto("seals")
    .values({
      ...{ table_id: table.id, place: seal.place, kind: seal.kind, content: text },
      ...{ content_sha256: seal.contentSha256, previous_sha256: seal.previousSha256 },
      ...{ sealed_at: sealedAt, sha256: seal.sha256 },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, ...seal };
}
