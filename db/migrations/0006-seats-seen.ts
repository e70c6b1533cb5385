import { type Kysely, sql } from "kysely";

/** A seat on a telephone has no socket: when it last asked tells whether it is there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table seat_links add column seen_at timestamptz`.execute(db);
  // Every page of a meeting asks it of each participant.
  await sql`create index seat_links_meeting on seat_links (meeting_id, person_id)`.execute(db);
}
