/** One server on one database: rooms live in memory, so a second copy would not see the first one's edits. */
import { setTimeout as sleep } from "node:timers/promises";
import { openDriver } from "./client";
import { StartProblem } from "./start-problem";

/** The advisory lock's number: "kump" in ASCII. */
const LOCK = 0x6b756d70;
/** A killed copy's connection may take a moment to be noticed. Milliseconds. */
const PATIENCE = 3_000;

/**
 * Takes the lock on a connection of its own and holds it until `release()`. Throws a StartProblem when
 * another copy has it. `onLost` is called if the connection breaks and another copy got in between.
 */
export async function takeCopyLock(url: string, onLost: () => void): Promise<{ release(): Promise<void> }> {
  const sql = openDriver(url, { max: 1, applicationName: "kumppanuuspoyta lock" });
  const take = async () => {
    const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${LOCK}) as taken`;
    return row?.taken ?? false;
  };
  const end = () => sql.end({ timeout: 1 });
  const deadline = Date.now() + PATIENCE;
  try {
    while (!(await take())) {
      if (Date.now() > deadline)
        throw new StartProblem(
          "Another copy is already running on the same data. Stop it first, or set another DATA_DIR.",
        );
      await sleep(100);
    }
  } catch (cause) {
    await end();
    throw cause;
  }
  // A session holds the lock as often as it took it; only a new session (after a broken connection) needs a new one.
  const holds = async () => {
    const [row] = await sql<{ held: boolean }[]>`select exists (
      select 1 from pg_locks where locktype = 'advisory' and objid = ${LOCK} and pid = pg_backend_pid() and granted) as held`;
    return row?.held ?? false;
  };
  const watch = setInterval(async () => {
    try {
      if (!(await holds()) && !(await take())) onLost();
    } catch {
      // The database is away: /readyz says so, and the next turn looks again.
      return;
    }
  }, 10_000);
  watch.unref();
  return {
    release: async () => {
      clearInterval(watch);
      await end();
    },
  };
}
