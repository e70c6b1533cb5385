/** The server's parts in this process: real Postgres, real live documents, a bare HTTP server. */
import pino from "pino";
import type { Role } from "../../app/domain/policy";
import { readLeaseKey } from "../../db/lease-key";
import { createGateway } from "../../server/collab/gateway";
import type { Config } from "../../server/config";
import { createImporter } from "../../server/import/importer";
import { createPasswords } from "../../server/passwords.server";
import type { Services } from "../../server/services";
import { createSessions, type Viewer } from "../../server/session.server";
import type { TestDatabase } from "./database";

/** Configuration of tests; only what a test names differs. */
export function testConfig(given: Partial<Config> = {}): Config {
  return {
    version: "test",
    host: "127.0.0.1",
    port: 0,
    publicOrigin: "http://127.0.0.1:3000",
    allowedOrigins: ["http://127.0.0.1:3000"],
    databaseUrl: null,
    migrationDatabaseUrl: null,
    redisUrl: null,
    metricsToken: null,
    dataDir: "",
    demo: false,
    clockFile: null,
    smtpUrl: null,
    mailFrom: null,
    logLevel: "silent",
    trustProxy: 0,
    sessionIdleDays: 7,
    sessionAbsoluteDays: 30,
    ...given,
  };
}

/** Services on a test's own database, with the machine's clock unless another is given. Close them before the database. */
export async function openServices(
  { db }: Pick<TestDatabase, "db">,
  clock: () => Date = () => new Date(),
): Promise<Services & { close(): Promise<void> }> {
  const config = testConfig();
  const log = pino({ level: "silent" });
  const sessions = createSessions({ db, config, clock });
  const leaseKey = await readLeaseKey(db);
  const documents = createGateway({ db, config, log, clock, sessions, leaseKey, shared: false });
  const importer = createImporter();
  return {
    db,
    config,
    log,
    clock,
    sessions,
    passwords: createPasswords(),
    documents,
    importer,
    setupCode: null,
    close: async () => {
      await importer.close();
      await documents.close();
    },
  };
}

/** A table in a region of its own. */
export async function addTable({ db }: Pick<TestDatabase, "db">, slug: string) {
  const region = await db
    .insertInto("regions")
    .values({ slug: `${slug}-region`, name: JSON.stringify({ fi: "Alue" }) })
    .returning("id")
    .executeTakeFirstOrThrow();
  const table = await db
    .insertInto("tables")
    .values({
      region_id: region.id,
      slug,
      kind: "partnershipTable",
      name: JSON.stringify({ fi: "Pöytä" }),
      purpose: JSON.stringify({ fi: "" }),
      background: "[]",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id: table.id, regionId: region.id, slug };
}

/** A person, with a role at the table if one is given, as a signed-in viewer. */
export async function addViewer(
  { db }: Pick<TestDatabase, "db">,
  seat: { tableId: string; role: Role } | null,
): Promise<Viewer> {
  const name = seat ? `${seat.role} of the test` : "Guest of the test";
  const person = await db
    .insertInto("persons")
    .values({ name, language: "fi" })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (seat)
    await db
      .insertInto("memberships")
      .values({ person_id: person.id, table_id: seat.tableId, role: seat.role, speaks: false })
      .execute();
  return {
    personId: person.id,
    name,
    language: "fi",
    isAdministrator: false,
    demoSeat: null,
    sessionHash: `session-of-${person.id}`,
    provenAt: new Date(),
  };
}

/** The status of the answer that a command or query throws; null when it throws none. */
export async function statusOf(attempt: Promise<unknown>): Promise<number | null> {
  try {
    await attempt;
    return null;
  } catch (error) {
    if (error instanceof Response) return error.status;
    throw error;
  }
}
