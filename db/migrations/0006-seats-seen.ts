import { type Kysely, sql } from "kysely";

/** A seat on a telephone has no socket: when it last asked tells whether it is there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table seat_links add column seen_at timestamptz`.execute(db);
}
