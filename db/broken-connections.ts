/**
 * Keeps a connection that broke out of use. The driver (postgres 3.4) takes a reserved connection back into its
 * pool even when its socket is gone, and the next write on it throws where nobody can catch it (porsager/postgres
 * issue 1208). A transaction does just that: its statement fails, and then it says rollback.
 */
import type { ReservedSql, Sql } from "postgres";

/** What the driver, the socket or the server says when a connection is gone. */
const GONE = /^(CONNECTION_|CONNECT_TIMEOUT|ECONNRESET|EPIPE|57P0[123])/;

class ConnectionGone extends Error {
  override name = "ConnectionGone";
  code = "CONNECTION_CLOSED";
}

/** Makes every connection that `sql` reserves refuse further use once it broke. Changes `sql` and returns it. */
export function withoutBrokenConnections<T extends Sql>(sql: T): T {
  const reserve = sql.reserve.bind(sql);
  sql.reserve = async () => guard(await reserve());
  return sql;
}

function guard(reserved: ReservedSql): ReservedSql {
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
  };
  return reserved;
}

/** Is this the driver's own failure on a socket that is gone? It concerns one query, not the process. */
export function isDriverOnClosedSocket(error: Error): boolean {
  return error instanceof TypeError && /at .*nextWrite .*postgres[/\\]/.test(error.stack ?? "");
}
