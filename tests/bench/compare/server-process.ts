/** A server under test: a process of its own, on a core of its own where the system can do that. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import { cpuMilliseconds, residentMegabytes } from "../process-stats";

/** Milliseconds until a server must listen. A first start of a database takes its time. */
const PATIENCE = 60_000;
const LISTENING = /^listening (\d+)$/m;

export const canPin = ((): boolean => {
  try {
    execFileSync("taskset", ["-V"], { stdio: "ignore" });
    return os.cpus().length > 1;
  } catch {
    return false; // not this system
  }
})();

/** The command line on one core: servers take the last one, load generators the one before. */
export function pinned(side: "server" | "load", command: string[]): [string, string[]] {
  const core = os.cpus().length - (side === "server" ? 1 : 2);
  const [first, ...rest] = canPin ? ["taskset", "-c", String(core), ...command] : command;
  return [first!, rest];
}

export interface ServerProcess {
  port: number;
  /** Processor time of the process and its children (a database of its own) so far, in milliseconds. */
  cpu(): number;
  /** Of the process alone. */
  ownCpu(): number;
  /** Resident memory of the process alone, in MB. */
  memory(): number;
  /** What it holds after collecting garbage, in MB. Only of ours with BENCH_GC; others never answer. */
  held(): Promise<number>;
  stop(): Promise<void>;
  /** SIGKILL to it and all its children, as if the power went. */
  kill9(): Promise<void>;
}

/** Servers that still run. */
const running = new Set<ServerProcess>();

/** Ends what a failed run left behind. */
export async function endAll(): Promise<void> {
  for (const server of running) await server.kill9();
}

export interface Launch {
  command: string[];
  env: Record<string, string>;
}

/** Starts a server and waits for its "listening" line. Throws with what it said when it ends before. */
export async function startPinned({ command, env }: Launch): Promise<ServerProcess> {
  const [first, rest] = pinned("server", command);
  const child = spawn(first, rest, {
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const pid = child.pid!;
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      if (said.length < 100_000) said += text;
    });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const port = await listening(child, ended, () => said);
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(late);
  };
  const server: ServerProcess = {
    port,
    cpu: () => [pid, ...descendants(pid)].reduce((sum, one) => sum + (cpuMilliseconds(one) ?? 0), 0),
    ownCpu: () => cpuMilliseconds(pid) ?? Number.NaN,
    memory: () => residentMegabytes(pid) ?? Number.NaN,
    held: () =>
      new Promise((resolve) => {
        child.stdout?.once("data", (text: string) => resolve(Number(/held (\S+)/.exec(text)?.[1])));
        child.kill("SIGUSR2");
      }),
    stop: () => stop("SIGTERM"),
    kill9: async () => {
      for (const one of descendants(pid)) kill(one);
      await stop("SIGKILL");
    },
  };
  running.add(server);
  void ended.then(() => running.delete(server));
  return server;
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself.
  }
}

async function listening(child: ChildProcess, ended: Promise<void>, said: () => string): Promise<number> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const port = LISTENING.exec(said())?.[1];
    if (port) return Number(port);
    if (over || Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`a server did not start:\n${said()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Processes that a process started, and those that they started. Linux only: elsewhere none. */
function descendants(pid: number): number[] {
  const parents = new Map<number, number[]>();
  let names: string[] = [];
  try {
    names = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return []; // no /proc here
  }
  for (const name of names) {
    const parent = parentOf(name);
    if (parent !== null) parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const below = (one: number): number[] =>
    (parents.get(one) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

function parentOf(name: string): number | null {
  try {
    const fields = readFileSync(`/proc/${name}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return Number(fields[1]);
  } catch {
    return null; // it ended meanwhile
  }
}
