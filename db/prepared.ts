/**
 * Statements that the database keeps parsed and planned. The driver (postgres 3.4) asks for the parameters'
 * types before each unprepared statement, one round trip more, and the database plans it anew.
 */
import type { Sql } from "postgres";

/**
 * At the front of a statement that is to be prepared: its first words, or `modifyFront(sql.raw(PREPARED))`. Only for few texts that are run often: each stays on every
 * connection that ran it until the connection closes.
 */
export const PREPARED = "/* prepared */";
/** Characters of a statement that are looked at. */
const FRONT = 40;

/** Makes connections that `sql` reserves prepare the statements that say so. Changes `sql` and returns it. */
export function withPreparedStatements<T extends Sql>(sql: T): T {
  const reserve = sql.reserve.bind(sql);
  sql.reserve = async () => {
    const reserved = await reserve();
    const { unsafe } = reserved;
    reserved.unsafe = ((text, parameters, options) =>
      unsafe(
        text,
        parameters,
        text.slice(0, FRONT).includes(PREPARED) ? { ...options, prepare: true } : options,
      )) as typeof unsafe;
    return reserved;
  };
  return sql;
}
