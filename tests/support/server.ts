/** The built server as a child process, as npm start runs it: for end-to-end tests, faults and benches. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** A first start may have to build. Milliseconds. */
const READY_TIMEOUT = 120_000;
const READY = /^Kumppanuuspöytä ready: (http:\/\/\S+)$/m;

export interface ServerOptions {
  /** Added to the environment; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  /** DATA_DIR; a folder of its own under the system's temporary folder when left out. */
  dataDir?: string;
  /** "north-karelia" is the demo; "empty" is a real installation before its set-up. */
  scenario?: "north-karelia" | "empty";
  /** The folder it is started from. */
  cwd?: string;
  /** In a process group of its own: Ctrl-C at the terminal does not reach it. */
  detached?: boolean;
}

/** How a server process ended, and everything it said. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunningServer {
  /** For example http://127.0.0.1:41234. */
  origin: string;
  port: number;
  pid: number;
  dataDir: string;
  /** What it has said so far. */
  output(): { stdout: string; stderr: string };
  /** Repeats to the stream what it says on standard error from now on. */
  forward(stream: NodeJS.WritableStream): void;
  /** SIGTERM, and waits for the end. */
  stop(): Promise<Ended>;
  /** SIGKILL to the server alone: its database is left behind, as after a crash. */
  kill9(): Promise<void>;
  /** Starts again on the same data and port; stops first what still runs. */
  restart(): Promise<void>;
  /** Stops everything, a database left behind too, and removes the data. */
  close(): Promise<void>;
}

interface Launched {
  child: ChildProcess;
  said: { stdout: string; stderr: string };
  ended: Promise<Ended>;
}

function launch(options: ServerOptions, dataDir: string, port: number): Launched {
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), DATA_DIR: dataDir };
  for (const name of [
    "NODE_ENV",
    "DATABASE_URL",
    "MIGRATION_DATABASE_URL",
    "HOST",
    "PUBLIC_ORIGIN",
    "DEMO",
    "REDIS_URL",
    "SMTP_URL",
    "MAIL_FROM",
    "CLOCK_FILE",
  ])
    delete env[name];
  if (options.scenario === "empty") env.DEMO = "off";
  for (const [name, value] of Object.entries(options.env ?? {})) {
    if (value === undefined) delete env[name];
    else env[name] = value;
  }
  const child = spawn(process.execPath, [path.join(ROOT, "server/start.js")], {
    env,
    cwd: options.cwd ?? ROOT,
    detached: options.detached ?? false,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said.stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said.stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, ...said })));
  return { child, said, ended };
}

/** Resolves with the address of the ready line. Throws with what was said when it ended or took too long. */
async function ready({ child, said, ended }: Launched): Promise<string> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const deadline = Date.now() + READY_TIMEOUT;
  for (;;) {
    const origin = READY.exec(said.stdout)?.[1];
    if (origin) return origin;
    if (over || Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`The server did not get ready.\n${said.stdout}${said.stderr}`);
    }
    await sleep(20);
  }
}

const newDataDir = () => path.join(mkdtempSync(path.join(os.tmpdir(), "kp-server-")), "data");

/** Starts a server on a free port and waits until it is ready. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? newDataDir();
  let running = launch(options, dataDir, 0);
  const origin = await ready(running);
  const port = Number(new URL(origin).port);
  const stop = async () => {
    running.child.kill("SIGTERM");
    return running.ended;
  };
  return {
    origin,
    port,
    get pid() {
      return running.child.pid ?? 0;
    },
    dataDir,
    output: () => ({ ...running.said }),
    forward: (stream) => void running.child.stderr?.on("data", (text: string) => stream.write(text)),
    stop,
    kill9: async () => {
      running.child.kill("SIGKILL");
      await running.ended;
    },
    restart: async () => {
      if (running.child.exitCode === null && running.child.signalCode === null) await stop();
      running = launch(options, dataDir, port);
      await ready(running);
    },
    close: async () => {
      if (running.child.exitCode === null && running.child.signalCode === null) await stop();
      await stopDatabase(dataDir);
      rmSync(options.dataDir ?? path.dirname(dataDir), { recursive: true, force: true });
    },
  };
}

/** Runs a server that is expected not to start, and tells how it ended. */
export async function failedStart(options: ServerOptions & { port?: number } = {}): Promise<Ended> {
  const dataDir = options.dataDir ?? newDataDir();
  const running = launch(options, dataDir, options.port ?? 0);
  const timer = setTimeout(() => running.child.kill("SIGKILL"), READY_TIMEOUT);
  void ready(running).then(
    () => running.child.kill("SIGTERM"),
    () => undefined,
  );
  const ended = await running.ended;
  clearTimeout(timer);
  if (!options.dataDir) {
    await stopDatabase(dataDir);
    rmSync(path.dirname(dataDir), { recursive: true, force: true });
  }
  return ended;
}

/** The id of the database process on this data, or null. */
export function databasePid(dataDir: string): number | null {
  const secrets = path.join(dataDir, "secrets.json");
  const elsewhere = existsSync(secrets) ? JSON.parse(readFileSync(secrets, "utf8")).postgresDir : undefined;
  const file = path.join(elsewhere ?? path.join(dataDir, "postgres"), "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

/** Is there a process with this id? */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Stops a database that a killed server left behind. */
export async function stopDatabase(dataDir: string): Promise<void> {
  const pid = databasePid(dataDir);
  if (pid === null || !isRunning(pid)) return;
  process.kill(pid, "SIGINT");
  while (isRunning(pid)) await sleep(20);
}
