/** A real Postgres inside the product, for when no DATABASE_URL is set: a thin supervisor over its programs. */
import { openDriver } from "./client";
import { findPlace, initCluster, type Place } from "./cluster/place";
import { type Postmaster, runPostmaster, stopPostmaster, superuserUrl } from "./cluster/postmaster";
import { isAlive } from "./cluster/process";

/** Owns the schema and migrates it. */
export const OWNER_ROLE = "kp_owner";
/** Runs the application; may not change what is append-only. */
export const APP_ROLE = "kp_app";
const DATABASE = "kumppanuuspoyta";

export interface EmbeddedOptions {
  /** Absolute path of DATA_DIR. */
  dataDir: string;
  /** Gets the few lines that a person should know about. */
  say?: (line: string) => void;
  /** Extra Postgres settings, for tests. */
  settings?: Record<string, string>;
}

export interface EmbeddedDatabase {
  /** Address for migrations. */
  ownerUrl: string;
  /** Address for the application. */
  appUrl: string;
  /** Address of the superuser: tests and the copy lock only. */
  superuserUrl: string;
  /** The database process. */
  pid: number;
  /** It was running already. */
  adopted: boolean;
  /** Where the database files are. */
  postgresDir: string;
  /** Stops the process in order. Call it only when this copy holds the copy lock. */
  stop(): Promise<void>;
  /** Leaves the process as it is, and no longer looks after it. */
  leave(): void;
}

/** Starts (or adopts) the database under DATA_DIR. Throws a StartProblem with one clear line. */
export async function startEmbedded({
  dataDir,
  say = () => undefined,
  settings,
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const place = await findPlace(dataDir, say);
  initCluster(place);
  const postmaster = await runPostmaster(place, settings);
  await ensureRoles(place, postmaster);
  const supervised = supervise(place, postmaster, settings);
  const address = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${postmaster.port}/${DATABASE}`;
  return {
    ownerUrl: address(OWNER_ROLE, place.secrets.ownerPassword),
    appUrl: address(APP_ROLE, place.secrets.appPassword),
    superuserUrl: superuserUrl(place, postmaster.port, DATABASE),
    get pid() {
      return supervised.current().pid;
    },
    adopted: postmaster.adopted,
    postgresDir: place.postgresDir,
    stop: () => supervised.stop(),
    leave: () => supervised.leave(),
  };
}

/** Looks every second whether the process is there, and starts it again on the same port if it is not. */
function supervise(place: Place, first: Postmaster, settings?: Record<string, string>) {
  let postmaster = first;
  let reviving: Promise<void> | null = null;
  const revive = async () => {
    try {
      postmaster = await runPostmaster(place, settings);
    } catch {
      // It said why in its log, /readyz answers 503, and the next turn tries again.
      return;
    }
  };
  const watch = setInterval(() => {
    if (reviving || isAlive(postmaster.pid)) return;
    reviving = revive().finally(() => {
      reviving = null;
    });
  }, 1_000);
  watch.unref();
  return {
    current: () => postmaster,
    leave: () => clearInterval(watch),
    stop: async () => {
      clearInterval(watch);
      await reviving;
      await stopPostmaster(postmaster);
    },
  };
}

/** Makes the two roles and the database if they are not there. */
async function ensureRoles(place: Place, postmaster: Postmaster): Promise<void> {
  const sql = openDriver(superuserUrl(place, postmaster.port), {
    max: 1,
    applicationName: "kumppanuuspoyta start",
  });
  const roles: [string, string][] = [
    [OWNER_ROLE, place.secrets.ownerPassword],
    [APP_ROLE, place.secrets.appPassword],
  ];
  try {
    // Statements of this kind take no parameters; names and passwords are our own (base64url: no quotes).
    for (const [role, password] of roles) {
      const known = await sql`select 1 from pg_roles where rolname = ${role}`;
      if (known.length === 0)
        await ignoringDuplicate(sql.unsafe(`create role ${role} login password '${password}'`));
    }
    const there = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (there.length === 0)
      await ignoringDuplicate(sql.unsafe(`create database ${DATABASE} owner ${OWNER_ROLE}`));
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Two first starts at once may both find nothing; the second to make it is told that it is there. */
async function ignoringDuplicate(work: PromiseLike<unknown>): Promise<void> {
  try {
    await work;
  } catch (cause) {
    const code = (cause as { code?: string }).code ?? "";
    if (!["42710", "42P04", "23505"].includes(code)) throw cause;
  }
}
