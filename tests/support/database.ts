/** A database of one's own for a test file or a test: a copy of the migrated template. */
import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import { inject } from "vitest";
import { openDatabase, openDriver } from "../../db/client";
import { OWNER_ROLE } from "../../db/embedded";
import { type ScenarioName, seedScenario } from "../../db/scenarios";
import type { Database } from "../../db/schema/tables";

export interface TestDatabase {
  /** As the application sees it: append-only tables are append-only. */
  db: Kysely<Database>;
  /** As the owner of the schema, for what only a migration may do. */
  ownerDb: Kysely<Database>;
  /** Address of `db`: DATABASE_URL for a server under test. */
  url: string;
  /** Address of `ownerDb`: MIGRATION_DATABASE_URL for a server under test. */
  ownerUrl: string;
  /** Closes both and drops the database. */
  close(): Promise<void>;
}

export interface FreshDatabaseOptions {
  /** A scenario to fill it with; empty when left out. */
  scenario?: ScenarioName;
  /** The scenario's clock. */
  clock?: () => Date;
}

/** Makes a migrated database of its own. Close it in afterAll or afterEach. */
export async function freshDatabase({ scenario, clock }: FreshDatabaseOptions = {}): Promise<TestDatabase> {
  const given = inject("postgres");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const superuser = openDriver(given.superuserUrl, { max: 1 });
  await superuser.unsafe(`create database ${name} template ${given.template} owner ${OWNER_ROLE}`);
  const at = (address: string) => {
    const url = new URL(address);
    url.pathname = `/${name}`;
    return url.href;
  };
  const [url, ownerUrl] = [at(given.appUrl), at(given.ownerUrl)];
  const db = openDatabase(url, { max: 5 });
  const ownerDb = openDatabase(ownerUrl, { max: 2 });
  if (scenario) await seedScenario(db, scenario, clock);
  return {
    db,
    ownerDb,
    url,
    ownerUrl,
    close: async () => {
      await Promise.all([db.destroy(), ownerDb.destroy()]);
      await superuser.unsafe(`drop database ${name} with (force)`);
      await superuser.end();
    },
  };
}
