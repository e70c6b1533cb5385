/** The lock that servers hold, as a command asks for it. */
import { openDriver } from "../client";
import { SERVER_LOCK } from "../copy-lock";

/** Runs the work while no server holds the lock and none can take it. Resolves with false, without it, when one does. */
export async function withoutServers(url: string, work: () => Promise<void>): Promise<boolean> {
  const sql = openDriver(url, { max: 1, applicationName: "kumppanuuspoyta lock" });
  try {
    const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${SERVER_LOCK}) as taken`;
    if (!row?.taken) return false;
    await work();
    return true;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
