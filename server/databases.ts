/** Opens the configured database, or the embedded one, brings it up to date, and closes it in order. */
import type { Kysely } from "kysely";
import { openDatabase } from "../db/client";
import { oneStartAtATime, type ServerLock, takeServerLock } from "../db/copy-lock";
import { APP_ROLE, startEmbedded } from "../db/embedded";
import { installJobQueue } from "../db/job-queue";
import { grantAppRole, migrate } from "../db/migrate";
import { isEmpty, seedScenario } from "../db/scenarios";
import type { Database } from "../db/schema/tables";
import { StartProblem } from "../db/start-problem";
import type { Config } from "./config";

/** Registers what must be undone when the server stops; undone in reverse order. */
export type OnStop = (undo: () => Promise<unknown>) => void;

/** What a start says to the person who started it. */
export type Say = (line: string) => void;

interface Addresses {
  app: string;
  owner: string;
  /** The role that runs the application, when it is not the owner. */
  appRole: string | null;
}

export interface OpenOptions {
  config: Config;
  clock: () => Date;
  say: Say;
  onStop: OnStop;
  /** The database may have become another one under this server: it must not go on. */
  onLost: (error: StartProblem) => void;
}

export interface OpenedDatabase {
  db: Kysely<Database>;
  /** Nobody is here yet: a real installation before its set-up. */
  empty: boolean;
}

/**
 * The database with its lock taken, migrated, and with the demo in it when the configuration asks for it. Any number
 * of servers may start on one database at once. Throws a StartProblem with one clear line.
 */
export async function openMigrated(options: OpenOptions): Promise<OpenedDatabase> {
  const { config, say, onStop } = options;
  const addresses = config.databaseUrl ? await external(options) : await embedded(options);
  return reaching(addresses.owner, () =>
    oneStartAtATime(addresses.owner, async () => {
      await bringUpToDate(addresses, say);
      const db = openDatabase(addresses.app);
      onStop(() => db.destroy());
      // An application role of one's own may have another password: found out now, not at the first page.
      const empty = await reaching(addresses.app, () => isEmpty(db));
      if (!empty || !config.demo) return { db, empty };
      await seedScenario(db, "north-karelia", options.clock);
      say("The demo workspace of North Karelia is set up.");
      return { db, empty: false };
    }),
  );
}

async function bringUpToDate({ owner, appRole }: Addresses, say: Say): Promise<void> {
  const db = openDatabase(owner, { max: 1, applicationName: "kumppanuuspoyta migrate" });
  try {
    const ran = await migrate(db);
    if (ran.length) say(`Database brought up to date: ${ran.join(", ")}`);
    if (appRole) await grantAppRole(db, appRole);
  } finally {
    await db.destroy();
  }
  await installJobQueue(owner, appRole);
}

/** One server only: it stops the database when it stops. */
async function embedded({ config, say, onStop, onLost }: OpenOptions): Promise<Addresses> {
  const postgres = await startEmbedded({ dataDir: config.dataDir, say });
  // A second copy leaves the first one's database alone: only the holder of the lock may stop it.
  const lock: ServerLock = await takeServerLock(postgres.superuserUrl, "exclusive", {
    onLost: () => onLost(new StartProblem("Another copy took over the same data.")),
  });
  onStop(() => postgres.stop());
  onStop(() => lock.release());
  return { app: postgres.appUrl, owner: postgres.ownerUrl, appRole: APP_ROLE };
}

/** Beside others, but never beside a restore. */
async function external({ config, say, onStop, onLost }: OpenOptions): Promise<Addresses> {
  const addresses = externalAddresses(config, say);
  const lock = await reaching(addresses.owner, () =>
    takeServerLock(addresses.owner, "shared", {
      onLost: () => onLost(new StartProblem("The database is being restored under this server.")),
    }),
  );
  onStop(() => lock.release());
  return addresses;
}

function externalAddresses({ databaseUrl, migrationDatabaseUrl }: Config, say: Say): Addresses {
  const app = databaseUrl ?? "";
  if (!migrationDatabaseUrl) {
    say("MIGRATION_DATABASE_URL is not set: the log is protected by triggers only.");
    return { app, owner: app, appRole: null };
  }
  const role = decodeURIComponent(new URL(app).username);
  const owner = decodeURIComponent(new URL(migrationDatabaseUrl).username);
  return { app, owner: migrationDatabaseUrl, appRole: role && role !== owner ? role : null };
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "the host is not known",
  EAI_AGAIN: "the host is not known",
  CONNECT_TIMEOUT: "no answer",
  CONNECTION_CLOSED: "the connection was closed",
  "28P01": "wrong user or password",
  "28000": "this user may not connect",
  "3D000": "there is no such database",
  "42501": "this user's rights are not enough",
  "42P01": "a table is missing or may not be read",
};

/** Runs the work; what goes wrong with the connection becomes one line, without the password. */
export async function reaching<T>(address: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof StartProblem) throw cause;
    const code = String((cause as { code?: unknown }).code ?? "");
    const url = new URL(address);
    const where = `${url.host}${url.pathname}`;
    const why = REASONS[code] ?? (cause instanceof Error ? cause.message.split("\n")[0] : code);
    throw new StartProblem(
      `Cannot use the database at ${where}: ${why}${code && !REASONS[code] ? ` (${code})` : ""}.`,
      { cause },
    );
  }
}
