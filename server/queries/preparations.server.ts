/** What a party's people have prepared: only for who sits for it. */
import type { Kysely } from "kysely";
import type { PreparedPosition } from "../../app/protocol/positions-data";
import type { Database } from "../../db/schema/tables";

/** By category, empty for the draft as a whole. */
export async function preparationsOf(
  db: Kysely<Database>,
  draftId: string,
  partyId: string,
): Promise<Map<string, PreparedPosition>> {
  const rows = await db
    .selectFrom("position_preparations")
    .innerJoin("persons", "persons.id", "position_preparations.prepared_by")
    .select(["category_id", "value", "reason", "persons.name", "prepared_at"])
    .where("draft_id", "=", draftId)
    .where("party_id", "=", partyId)
    .execute();
  return new Map(
    rows.map(({ category_id, value, reason, name, prepared_at }) => [
      category_id,
      { value, reason, by: name, at: prepared_at.toISOString() },
    ]),
  );
}
