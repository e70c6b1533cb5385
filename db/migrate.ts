/** Brings the schema up to date, and gives the application's role its rights. */
import { type Kysely, type Migration, Migrator, sql } from "kysely";
import * as foundation from "./migrations/0001-foundation";
import * as logStorage from "./migrations/0002-log-storage";
import * as betweenMeetings from "./migrations/0003-between-meetings";
import * as texts from "./migrations/0004-texts";
import * as meetings from "./migrations/0005-meetings";
import * as seatsSeen from "./migrations/0006-seats-seen";
import type { Database } from "./schema/tables";

/** Every migration by name. A static list, so that a bundled server carries them. */
const MIGRATIONS: Record<string, Migration> = {
  "0001-foundation": foundation,
  "0002-log-storage": logStorage,
  "0003-between-meetings": betweenMeetings,
  "0004-texts": texts,
  "0005-meetings": meetings,
  "0006-seats-seen": seatsSeen,
};

/** Their names, in order. */
export const MIGRATION_NAMES = Object.keys(MIGRATIONS).sort();

/** What was said is added and never changed: on these the application may only read and insert. */
export const APPEND_ONLY_TABLES = [
  ...["document_updates", "versions", "change_remarks", "audit_events"],
  ...betweenMeetings.APPEND_ONLY,
  ...texts.APPEND_ONLY,
  ...meetings.APPEND_ONLY,
];

/**
 * Runs what is missing (`upTo` a named migration, or all), in one transaction under Kysely's advisory lock, so
 * that two starts at once are safe. Returns the names that ran. Throws the first failure; then nothing was changed.
 */
export async function migrate(ownerDb: Kysely<Database>, upTo?: string): Promise<string[]> {
  const migrator = new Migrator({ db: ownerDb, provider: { getMigrations: async () => MIGRATIONS } });
  const { error, results = [] } = upTo ? await migrator.migrateTo(upTo) : await migrator.migrateToLatest();
  if (error) throw error;
  return results.filter((r) => r.status === "Success").map((r) => r.migrationName);
}

/** Gives `role` what the application needs and no more. Safe to run at every start. */
export async function grantAppRole(ownerDb: Kysely<Database>, role: string): Promise<void> {
  const to = sql.id(role);
  const appendOnly = sql.join(APPEND_ONLY_TABLES.map((table) => sql.table(table)));
  await ownerDb.transaction().execute(async (trx) => {
    await sql`grant usage on schema public to ${to}`.execute(trx);
    await sql`grant select, insert, update, delete on all tables in schema public to ${to}`.execute(trx);
    await sql`revoke update, delete, truncate on ${appendOnly} from ${to}`.execute(trx);
    // A snapshot is made anew or forgotten, and never mended.
    await sql`revoke update, truncate on document_snapshots from ${to}`.execute(trx);
    await sql`revoke insert, update, delete, truncate on installation from ${to}`.execute(trx);
    await sql`revoke insert, update, delete on kysely_migration, kysely_migration_lock from ${to}`.execute(
      trx,
    );
    // A partition is reached through its table, and by no other way.
    const { rows: partitions } = await sql<{ name: string }>`select relname as name from pg_class
      where relispartition and relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(trx);
    await sql`revoke all on ${sql.join(partitions.map(({ name }) => sql.table(name)))} from ${to}`.execute(
      trx,
    );
    await sql`grant usage on all sequences in schema public to ${to}`.execute(trx);
  });
}
