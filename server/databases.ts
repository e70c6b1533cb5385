/** Opens the configured database, or the embedded one, brings it up to date, and closes it in order. */
import type { Kysely } from "kysely";
import { openDatabase } from "../db/client";
import { takeCopyLock } from "../db/copy-lock";
import { APP_ROLE, startEmbedded } from "../db/embedded";
import { grantAppRole, migrate } from "../db/migrate";
import { isEmpty } from "../db/scenarios";
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

/**
 * The database, migrated, with this copy's lock taken. Throws a StartProblem with one clear line.
 * `onLost` is called when another copy took the lock while the connection was broken.
 */
export async function openMigrated(
  config: Config,
  say: Say,
  onStop: OnStop,
  onLost: () => void,
): Promise<Kysely<Database>> {
  const addresses = config.databaseUrl ? external(config, say) : await embedded(config, say, onStop, onLost);
  if (config.databaseUrl) {
    const lock = await reaching(addresses.owner, () => takeCopyLock(addresses.owner, onLost));
    onStop(() => lock.release());
  }
  const owner = openDatabase(addresses.owner, { max: 1, applicationName: "kumppanuuspoyta migrate" });
  try {
    const ran = await reaching(addresses.owner, () => migrate(owner));
    if (ran.length) say(`Database brought up to date: ${ran.join(", ")}`);
    if (addresses.appRole) await grantAppRole(owner, addresses.appRole);
  } finally {
    await owner.destroy();
  }
  const db = openDatabase(addresses.app);
  onStop(() => db.destroy());
  // An application role of one's own may have another password: found out now, not at the first page.
  await reaching(addresses.app, () => isEmpty(db));
  return db;
}

async function embedded(config: Config, say: Say, onStop: OnStop, onLost: () => void): Promise<Addresses> {
  const postgres = await startEmbedded({ dataDir: config.dataDir, say });
  // A second copy leaves the first one's database alone: only the holder of the lock may stop it.
  const lock = await takeCopyLock(postgres.superuserUrl, onLost);
  onStop(() => postgres.stop());
  onStop(() => lock.release());
  return { app: postgres.appUrl, owner: postgres.ownerUrl, appRole: APP_ROLE };
}

function external({ databaseUrl, migrationDatabaseUrl }: Config, say: Say): Addresses {
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
async function reaching<T>(address: string, work: () => Promise<T>): Promise<T> {
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
