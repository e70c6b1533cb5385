/** The running database process: found, started, proved and stopped. */
import { execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDriver } from "../client";
import { StartProblem } from "../start-problem";
import { postgresEnv } from "./binaries";
import type { Place } from "./place";
import { isAlive } from "./process";
import { saveSecrets } from "./secrets";

/** How long a start may take: recovery after a crash included. Milliseconds. */
const START_TIMEOUT = 60_000;
/** How long a fast stop may take before it becomes an immediate one. Milliseconds. */
const STOP_TIMEOUT = 6_000;

export interface Postmaster {
  pid: number;
  port: number;
  /** It was running already: left behind by a server that was killed, or belonging to another copy. */
  adopted: boolean;
}

/** The superuser's address of one database of the cluster. */
export function superuserUrl(place: Place, port: number, database = "postgres"): string {
  return `postgres://postgres:${place.secrets.superuserPassword}@127.0.0.1:${port}/${database}`;
}

/** Connects, and asks which files are served: the only proof that it is ours and ready. */
async function provesItself(place: Place, port: number): Promise<boolean> {
  const sql = openDriver(superuserUrl(place, port), { max: 1, applicationName: "kumppanuuspoyta start" });
  try {
    const [row] = await sql<{ dir: string }[]>`select current_setting('data_directory') as dir`;
    return row !== undefined && realpathSync(row.dir) === realpathSync(place.postgresDir);
  } catch {
    return false; // not listening, still starting, or somebody else's database
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** What postmaster.pid says, if it says anything. */
function pidFile(place: Place): { pid: number; port: number } | null {
  const file = path.join(place.postgresDir, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** Is the process a postmaster on our files? By its command line, for one that does not answer (yet). */
function looksLikeOurs(place: Place, pid: number): boolean {
  if (!isAlive(pid)) return false;
  try {
    return execFileSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" }).includes(
      place.postgresDir,
    );
  } catch {
    // There is no ps, or the process ended while it was asked about.
    const file = `/proc/${pid}/cmdline`;
    try {
      return readFileSync(file, "utf8").includes(place.postgresDir);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "ENOENT" || isAlive(pid)) throw cause;
      return false;
    }
  }
}

/** The process that already serves our files, or null. A pid file that is only a leftover is taken away. */
async function adopt(place: Place, deadline: number): Promise<Postmaster | null> {
  for (;;) {
    const found = pidFile(place);
    if (!found) return null;
    if (isAlive(found.pid) && found.port > 0 && (await provesItself(place, found.port)))
      return { ...found, adopted: true };
    if (!looksLikeOurs(place, found.pid)) {
      // Dead, or the number now belongs to some other program, which Postgres itself would take for its own.
      rmSync(path.join(place.postgresDir, "postmaster.pid"), { force: true });
      return null;
    }
    if (Date.now() > deadline)
      throw new StartProblem(`The database in ${place.postgresDir} (pid ${found.pid}) does not answer.`);
    await sleep(50); // starting up or shutting down
  }
}

/** A port nobody listens on, preferring the one used last. */
async function freePort(preferred: number): Promise<number> {
  const listen = (port: number) =>
    new Promise<number | null>((resolve) => {
      const probe = net.createServer();
      probe.once("error", () => resolve(null));
      probe.listen(port, "127.0.0.1", () => {
        const { port: got } = probe.address() as net.AddressInfo;
        probe.close(() => resolve(got));
      });
    });
  return (preferred && (await listen(preferred))) || (await listen(0)) || 0;
}

/** Starts the process; resolves when it answers, or with what it last said when it ended. */
async function launch(
  place: Place,
  settings: Record<string, string>,
  deadline: number,
): Promise<Postmaster | string> {
  const port = await freePort(place.secrets.port);
  if (port !== place.secrets.port) {
    place.secrets.port = port;
    saveSecrets(place.dataDir, place.secrets);
  }
  const all = { listen_addresses: "127.0.0.1", unix_socket_directories: "", jit: "off", ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(place.logFile, "a", 0o600);
  // Its own process group: Ctrl-C in a terminal must reach the server only, which then stops the database in order.
  const child = spawn(
    path.join(place.binaries, "bin", "postgres"),
    ["-D", place.postgresDir, "-p", String(port), ...options],
    {
      ...place.account,
      cwd: place.postgresDir,
      env: postgresEnv(),
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  let ended: string | null = null;
  child.once("error", (error) => {
    ended = error.message;
  });
  child.once("exit", () => {
    ended =
      readFileSync(place.logFile, "utf8")
        .trim()
        .split("\n")
        .findLast((line) => line.includes("FATAL")) ?? "it ended at once";
  });
  child.unref();
  for (;;) {
    if (ended !== null) return ended;
    if (child.pid && (await provesItself(place, port))) return { pid: child.pid, port, adopted: false };
    if (Date.now() > deadline) throw new StartProblem(`The database did not start; see ${place.logFile}.`);
    await sleep(15);
  }
}

/**
 * The database process on the place's files: adopted if one runs, otherwise started. Throws a StartProblem
 * with the database's own words when it will not start.
 */
export async function runPostmaster(
  place: Place,
  settings: Record<string, string> = {},
): Promise<Postmaster> {
  const deadline = Date.now() + START_TIMEOUT;
  let said = "";
  // A second try helps when somebody took the port, another start won the race, or the processes of a killed
  // database have not all gone yet.
  for (let attempt = 0; attempt < 8; attempt++) {
    const running = (await adopt(place, deadline)) ?? (await launch(place, settings, deadline));
    if (typeof running !== "string") return running;
    said = running;
    await sleep(100 * (attempt + 1));
  }
  throw new StartProblem(`The database did not start: ${said} (log: ${place.logFile})`);
}

/** Stops in order: a fast shutdown with a checkpoint, and an immediate one if that takes too long. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  const send = (signal: NodeJS.Signals) => {
    if (isAlive(pid)) process.kill(pid, signal);
  };
  const gone = async (deadline: number) => {
    while (isAlive(pid)) {
      if (Date.now() > deadline) return false;
      await sleep(15);
    }
    return true;
  };
  send("SIGINT");
  if (await gone(Date.now() + STOP_TIMEOUT)) return;
  send("SIGQUIT");
  await gone(Date.now() + STOP_TIMEOUT);
}
