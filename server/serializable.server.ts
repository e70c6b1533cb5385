/** Transactions that behave as if they ran one after another. */
import type { Kysely, Transaction } from "kysely";
import type { Database } from "../db/schema/tables";

/** Tries before giving up; forty parties that answer in one second need a few. */
const TRIES_MAX = 12;
/** Waits up to this long before the second try, twice as long before each further one. Milliseconds. */
const PAUSE_MILLISECONDS = 8;
const PAUSE_MILLISECONDS_MAX = 400;
/** Postgres: it could not be put in an order with others, or waited in a circle. */
const AGAIN = new Set(["40001", "40P01"]);

/**
 * Runs `work` in a serialisable transaction, and again when it could not be put in an order with others: `work` must do nothing that
 * a second run would do twice. Throws what `work` throws, and after TRIES_MAX the database's own refusal.
 */
export async function serializable<T>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().setIsolationLevel("serializable").execute(work);
    } catch (error) {
      const code = (error as { code?: string }).code ?? "";
      if (!AGAIN.has(code) || tries >= TRIES_MAX) throw error;
      const most = Math.min(PAUSE_MILLISECONDS * 2 ** tries, PAUSE_MILLISECONDS_MAX);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * most));
    }
  }
}
