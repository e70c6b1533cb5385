/** Who sits at a table now, by party: for telling them, and for knowing whom a mention reaches. */
import type { Kysely } from "kysely";
import type { Role } from "../../app/domain/policy";
import type { Database } from "../../db/schema/tables";

export interface SeatedPerson {
  personId: string;
  name: string;
  partyId: string | null;
  role: Role;
  /** Gives the party's positions (rule P3). */
  speaks: boolean;
}

/** Everyone with a seat in force at the table. A person with two seats is there twice. */
export async function seatedAt(db: Kysely<Database>, tableId: string, now: Date): Promise<SeatedPerson[]> {
  return db
    .selectFrom("memberships")
    .innerJoin("persons", "persons.id", "memberships.person_id")
    .select([
      "memberships.person_id as personId",
      "persons.name",
      "memberships.party_id as partyId",
      "memberships.role",
      "memberships.speaks",
    ])
    .where("memberships.table_id", "=", tableId)
    .where("memberships.starts_at", "<=", now)
    .where((w) => w.or([w("memberships.ends_at", "is", null), w("memberships.ends_at", ">", now)]))
    .orderBy("memberships.created_at")
    .orderBy("persons.name")
    .execute();
}

/** A party at a table, in the table's order. */
export interface TableParty {
  id: string;
  slug: string;
  name: string;
  shortName: string;
  genitive: string;
  color: number;
}

/** The parties at a table in its order; names in Finnish. */
export async function partiesAt(db: Kysely<Database>, tableId: string): Promise<TableParty[]> {
  const rows = await db
    .selectFrom("table_parties")
    .innerJoin("parties", "parties.id", "table_parties.party_id")
    .select(["parties.id", "parties.slug", "parties.name", "parties.short_name as shortName"])
    .select(["parties.genitive", "parties.color"])
    .where("table_parties.table_id", "=", tableId)
    .orderBy("table_parties.position")
    .execute();
  return rows.map(({ name, ...party }) => ({ ...party, name: name.fi }));
}
