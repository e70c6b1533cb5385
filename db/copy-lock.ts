/**
 * Who uses a database: every server on it holds this lock together with the others; what needs it alone (a restore,
 * or the one server of an embedded database) takes it alone.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { openDriver } from "./client";
import { StartProblem } from "./start-problem";

/** The advisory lock of servers: "kump" in ASCII. */
export const SERVER_LOCK = 0x6b756d70;
/** The advisory lock of a start: migrations, rights and first rows, one start after the other. */
const START_LOCK = SERVER_LOCK + 1;
/** A killed server's connection may take a moment to be noticed. Milliseconds. */
const PATIENCE = 3_000;
/** Milliseconds between looks whether the lock is still held. */
const WATCH = 2_000;

export type ServerLockMode = "shared" | "exclusive";

const BUSY: Record<ServerLockMode, string> = {
  shared: "The database is being restored. Start the server when that is done.",
  exclusive: "Another copy is already running on the same data. Stop it first, or set another DATA_DIR.",
};

export interface ServerLockOptions {
  /** The one line to say when the lock cannot be had; by default what fits a server. */
  busy?: string;
  /**
   * The connection broke, and when it was there again somebody else had the lock in a way that leaves no room for
   * us: what is in memory may be of another database. Called at most once.
   */
  onLost?: () => void;
}

export interface ServerLock {
  release(): Promise<void>;
}

/**
 * Takes the lock on a connection of its own and holds it until `release()`; a connection that breaks is made
 * again and the lock taken again. `url` may be any role's: the lock belongs to the database.
 * Throws a StartProblem when others leave no room, and the driver's error when the database is not reached.
 */
export async function takeServerLock(
  url: string,
  mode: ServerLockMode,
  { busy = BUSY[mode], onLost = () => undefined }: ServerLockOptions = {},
): Promise<ServerLock> {
  const sql = openDriver(url, { max: 1, applicationName: "kumppanuuspoyta lock", lasting: true });
  /** The database's process that holds the lock: another one after the connection broke. */
  let holder = 0;
  // A session takes an advisory lock as often as it is asked for it: only a new one is asked.
  const hold = async () => {
    const [row] = await sql<{ pid: number; taken: boolean }[]>`
      select pid, case
        when pid = ${holder} then true
        when ${mode} = 'shared' then pg_try_advisory_lock_shared(${SERVER_LOCK})
        else pg_try_advisory_lock(${SERVER_LOCK})
      end as taken from (select pg_backend_pid() as pid) as session`;
    if (row?.taken) holder = row.pid;
    return row?.taken ?? false;
  };
  const end = () => sql.end({ timeout: 1 });
  const deadline = Date.now() + PATIENCE;
  try {
    while (!(await hold())) {
      if (Date.now() > deadline) throw new StartProblem(busy);
      await sleep(100);
    }
  } catch (cause) {
    await end();
    throw cause;
  }
  let looking = false;
  const watch = setInterval(async () => {
    if (looking) return;
    looking = true;
    try {
      if (!(await hold())) {
        clearInterval(watch);
        onLost();
      }
    } catch {
      // The database is away: /readyz says so, and the next turn looks again.
      return;
    } finally {
      looking = false;
    }
  }, WATCH);
  watch.unref();
  return {
    release: async () => {
      clearInterval(watch);
      await end();
    },
  };
}

/** Runs the work of a start while no other start on the same database does; waits for its turn. */
export async function oneStartAtATime<T>(url: string, work: () => Promise<T>): Promise<T> {
  const sql = openDriver(url, { max: 1, applicationName: "kumppanuuspoyta start" });
  try {
    await sql`select pg_advisory_lock(${START_LOCK})`;
    return await work();
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Runs the work while no server holds the lock and none can take it. Returns false, without it, when one does. */
export async function withoutServers(url: string, work: () => Promise<void>): Promise<boolean> {
  const sql = openDriver(url, { max: 1, applicationName: "kumppanuuspoyta lock", lasting: true });
  try {
    const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${SERVER_LOCK}) as taken`;
    if (!row?.taken) return false;
    await work();
    return true;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
