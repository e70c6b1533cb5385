import type { Kysely } from "kysely";
import type { Outcome, Refused } from "../../../app/messages/problem";
import type { Database } from "../../../db/schema/tables";

/** Thrown where a transaction finds that a person made a mistake: nothing of it stays. */
export class RefusedInTransaction extends Error {
  override name = "RefusedInTransaction";
  constructor(readonly refused: Refused) {
    super(refused.error);
  }
}

/** Runs the work in a transaction; a refusal rolls it back and is the answer. */
export async function refusable<T extends object>(
  db: Kysely<Database>,
  work: (trx: Kysely<Database>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    return await db.transaction().execute(async (trx) => {
      const outcome = await work(trx);
      if (!outcome.ok) throw new RefusedInTransaction(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof RefusedInTransaction) return error.refused;
    throw error;
  }
}
