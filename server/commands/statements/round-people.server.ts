/** Who is told of what happens in a round. */
import type { Kysely } from "kysely";
import type { Database } from "../../../db/schema/tables";
import { seatedAt } from "../../queries/party-people.server";

/** Everyone who sits for the party at the table; an observer sits for nobody. */
export async function peopleOfParty(
  db: Kysely<Database>,
  tableId: string,
  partyId: string,
  now: Date,
): Promise<string[]> {
  const seated = await seatedAt(db, tableId, now);
  return seated
    .filter((person) => person.partyId === partyId && person.role !== "observer")
    .map(({ personId }) => personId);
}

/** The table's secretaries and preparers. */
export async function peopleWhoAsk(db: Kysely<Database>, tableId: string, now: Date): Promise<string[]> {
  const seated = await seatedAt(db, tableId, now);
  return seated
    .filter(({ role }) => role === "secretary" || role === "preparer")
    .map(({ personId }) => personId);
}
