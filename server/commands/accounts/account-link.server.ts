/** Links of accounts: to a new password, and from a new e-mail address. Looking uses nothing; a person's button does. */
import { type Kysely, sql } from "kysely";
import { LINKS_PER_HOUR_MAX } from "../../../app/domain/people";
import type { Database } from "../../../db/schema/tables";

export type AccountLinkState = "open" | "used" | "expired";
const HOUR_MS = 3_600_000;

export function accountLinkState(
  row: { used_at: Date | null; expires_at: Date },
  now: Date,
): AccountLinkState {
  if (row.used_at) return "used";
  return row.expires_at <= now ? "expired" : "open";
}

/** Whether the person had all the links that an hour allows. The person's row is locked: links are counted one by one. */
export async function hadEnoughLinks(
  trx: Kysely<Database>,
  now: Date,
  table: "password_resets" | "email_changes",
  personId: string,
): Promise<boolean> {
  await trx.selectFrom("persons").select("id").where("id", "=", personId).forUpdate().execute();
  const { count } = await trx
    .selectFrom(table)
    .select(sql<number>`count(*)::int`.as("count"))
    .where("person_id", "=", personId)
    .where("created_at", ">", new Date(now.getTime() - HOUR_MS))
    .executeTakeFirstOrThrow();
  return count >= LINKS_PER_HOUR_MAX;
}

/** Every open link of the person to a new password and to a new address stops working. */
export async function closeLinks(trx: Kysely<Database>, now: Date, personId: string): Promise<void> {
  for (const table of ["password_resets", "email_changes"] as const)
    await trx
      .updateTable(table)
      .set({ used_at: now })
      .where("person_id", "=", personId)
      .where("used_at", "is", null)
      .execute();
}
