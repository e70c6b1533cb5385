/** Opens the database. The only place that knows the driver. */
import { Kysely } from "kysely";
import { PostgresJSDialect } from "kysely-postgres-js";
import postgres from "postgres";
import { withoutBrokenConnections } from "./broken-connections";
import { withPreparedStatements } from "./prepared";
import type { Database } from "./schema/tables";

export interface DatabaseOptions {
  /** Most connections at once. */
  max?: number;
  /** What the connections call themselves in pg_stat_activity. */
  applicationName?: string;
  /** Connections are kept for good: what a session holds (an advisory lock) would end with them. */
  lasting?: boolean;
}

/** How long a connection may take to open, in seconds. */
const CONNECT_TIMEOUT_SECONDS = 5;

/**
 * How values cross the wire: int8 is a number (our sequence numbers stay far below 2^53), a date is plain
 * 'YYYY-MM-DD' (a Date would shift it by the time zone), jsonb is given as JSON text and read as a value.
 */
const TYPES = {
  int8: { to: 20, from: [20], serialize: String, parse: Number },
  day: { to: 1082, from: [1082], serialize: String, parse: (text: string) => text },
  json: {
    to: 3802,
    from: [114, 3802],
    serialize: (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value)),
    parse: (text: string) => JSON.parse(text) as unknown,
  },
};

/** A driver connection pool with our types. For the rare work outside the query builder: locks, COPY, role set-up. */
export function openDriver(
  url: string,
  { max = 10, applicationName = "kumppanuuspoyta", lasting = false }: DatabaseOptions = {},
) {
  return postgres(url, {
    max,
    types: TYPES,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    ...(lasting && { max_lifetime: null }), // the driver's own is some 45 minutes
    connection: { application_name: applicationName, TimeZone: "UTC" },
    onnotice: () => undefined,
  });
}

/** Opens the database at `url`. Nothing is sent before the first query; `destroy()` closes the pool. */
export function openDatabase(url: string, options?: DatabaseOptions): Kysely<Database> {
  const driver = withoutBrokenConnections(withPreparedStatements(openDriver(url, options)));
  return new Kysely<Database>({ dialect: new PostgresJSDialect({ postgres: driver }) });
}
