/** One transaction on a connection of its own. */
import { Kysely } from "kysely";
import { PostgresJSDialect } from "kysely-postgres-js";
import type { ReservedSql, Sql } from "postgres";
import { openDriver } from "../client";
import type { Database } from "../schema/tables";

/** How COPY writes and reads values, whatever this database or role is set to. */
const SETTINGS = [
  "set local client_encoding to 'UTF8'",
  "set local datestyle to 'ISO, YMD'",
  "set local intervalstyle to 'postgres'",
  "set local timezone to 'UTC'",
  "set local extra_float_digits to 3",
  "set local bytea_output to 'hex'",
  "set local statement_timeout to 0",
  "set local idle_in_transaction_session_timeout to 0",
  "set local lock_timeout to '10s'",
].join("; ");

/** The connection while its transaction is open. */
export type Transaction = ReservedSql;

/**
 * Runs the work in one transaction; commits when it resolves, and changes nothing when it throws. When `signal` is
 * aborted the connection is cut. A failed one is cut too, and not rolled back by a statement: the database does it by
 * itself, and the driver throws where nobody can catch it when a statement follows on a socket that is gone.
 */
export async function inTransaction<T>(
  url: string,
  mode: "read write" | "isolation level repeatable read read only",
  signal: AbortSignal,
  work: (trx: Transaction) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const sql = openDriver(url, { max: 1, applicationName: "kumppanuuspoyta backup" });
  const cut = () => sql.end({ timeout: 0 });
  signal.addEventListener("abort", cut);
  try {
    const trx = await sql.reserve();
    await trx.unsafe(`begin ${mode}; ${SETTINGS}`);
    const result = await work(trx);
    // A commit that is on its way can no longer be cancelled.
    signal.removeEventListener("abort", cut);
    await trx.unsafe("commit");
    trx.release();
    await sql.end({ timeout: 1 });
    return result;
  } catch (cause) {
    await cut();
    throw signal.aborted ? signal.reason : cause;
  } finally {
    signal.removeEventListener("abort", cut);
  }
}

/** A transaction inside the one that is open. */
const NESTED: Record<string, string> = {
  begin: "savepoint nested",
  commit: "release savepoint nested",
  rollback: "rollback to savepoint nested",
};

/** The query builder inside this transaction: migrations run in it, and are undone with it. */
export function kyselyInside(trx: Transaction): Kysely<Database> {
  const unsafe = ((text, ...rest) => trx.unsafe(NESTED[text] ?? text, ...rest)) as ReservedSql["unsafe"];
  const reserve = async () => ({ unsafe, release: () => undefined });
  const driver = Object.assign(() => undefined, { reserve, end: async () => undefined }) as unknown as Sql;
  return new Kysely<Database>({ dialect: new PostgresJSDialect({ postgres: driver }) });
}
