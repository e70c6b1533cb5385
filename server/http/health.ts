/** For load balancers and people at night: is the process there, and can it serve? */
import { type Kysely, sql } from "kysely";
import type { Database } from "../../db/schema/tables";

/** How long the database may take to answer before it counts as away. Milliseconds. */
const DATABASE_TIMEOUT = 2_000;

/** What GET /healthz answers, also while starting. */
export interface Health {
  ok: true;
  version: string;
  database: "embedded" | "external";
}

/** Does the database answer `select 1` in time? */
export async function databaseAnswers(db: Kysely<Database>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), DATABASE_TIMEOUT);
  });
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
