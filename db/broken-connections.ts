/**
 * Keeps a connection that broke out of use. The driver (postgres 3.4) takes a reserved connection back into its
 * pool even when its socket is gone, and the next write on it throws where nobody can catch it (porsager/postgres
 * issue 1208). A transaction does just that: its statement fails, and then it says rollback.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { ReservedSql, Sql } from "postgres";

/** What the driver, the socket or the server says when a connection is gone. */
const GONE = /^(CONNECTION_|CONNECT_TIMEOUT|ECONNRESET|EPIPE|57P0[123])/;

/** Queries that are under way when the database is closed may take this long. Milliseconds. */
const END_PATIENCE = 5_000;

/**
 * A connection may take this long to come, the wait for a free one included. The driver forgets some who wait while
 * the database is away: without an end they, and whoever waits for them, would wait for ever. Milliseconds.
 */
const RESERVE_PATIENCE = 10_000;

class ConnectionGone extends Error {
  override name = "ConnectionGone";
  code = "CONNECTION_CLOSED";
}

/**
 * Makes every connection that `sql` reserves refuse further use once it broke, and lets `end()` wait for those that
 * are reserved: the driver's own would wait for them for ever. Changes `sql` and returns it.
 */
export function withoutBrokenConnections<T extends Sql>(sql: T): T {
  const reserve = sql.reserve.bind(sql);
  const end = sql.end.bind(sql);
  const reserved = new Set<Promise<void>>();
  sql.reserve = async () => {
    let free = (): void => undefined;
    const freed = new Promise<void>((resolve) => {
      free = resolve;
    }).then(() => void reserved.delete(freed));
    reserved.add(freed);
    try {
      return guard(await inTime(reserve()), free);
    } catch (error) {
      free();
      throw error;
    }
  };
  sql.end = async (options) => {
    await Promise.race([Promise.all(reserved), sleep(END_PATIENCE, undefined, { ref: false })]);
    await end({ timeout: 1, ...options });
  };
  return sql;
}

/** The connection; an error when it does not come in time, and then one that comes later is given back. */
async function inTime(coming: Promise<ReservedSql>): Promise<ReservedSql> {
  const over = new AbortController();
  const late = sleep(RESERVE_PATIENCE, null, { ref: false, signal: over.signal }).catch(() => null);
  const reserved = await Promise.race([coming, late]).finally(() => over.abort());
  if (reserved) return reserved;
  coming.then(
    (connection) => connection.release(),
    () => undefined,
  );
  throw new ConnectionGone("No connection to the database came in time.");
}

function guard(reserved: ReservedSql, free: () => void): ReservedSql {
  let broken = false;
  const { unsafe, release } = reserved;
  reserved.unsafe = ((...given: Parameters<typeof unsafe>) => {
    if (broken) return Promise.reject(new ConnectionGone("The connection to the database is gone."));
    const query = unsafe(...given);
    query.catch((error: { code?: string }) => {
      if (GONE.test(error.code ?? "")) broken = true;
    });
    return query;
  }) as typeof unsafe;
  reserved.release = () => {
    if (!broken) release(); // the driver has set a broken one aside by itself
    free();
  };
  return reserved;
}

/** Is this the driver's own failure on a socket that is gone? It concerns one query, not the process. */
export function isDriverOnClosedSocket(error: Error): boolean {
  return error instanceof TypeError && /at .*nextWrite .*postgres[/\\]/.test(error.stack ?? "");
}
