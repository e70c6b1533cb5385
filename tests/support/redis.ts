/** A real Redis of one's own on a free port, when the machine has one. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";

/** Is redis-server there? Tests that need it say so and are skipped without it. */
export const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;

export interface RunningRedis {
  url: string;
  port: number;
  /** SIGKILL: everything in it is gone. */
  kill(): Promise<void>;
  /** SIGTERM, in order. */
  stop(): Promise<void>;
  /** Starts again on the same port. */
  start(): Promise<void>;
  /** SIGSTOP and SIGCONT: connections stay and nobody answers. */
  freeze(): void;
  thaw(): void;
  /** Runs one command and gives its answer. */
  command(name: string, ...args: string[]): Promise<unknown>;
  /** Stops it and removes its folder. */
  close(): Promise<void>;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface RedisOptions {
  /** A free one when left out. */
  port?: number;
  /** None when left out. */
  password?: string;
  /** In a process group of its own: Ctrl-C at the terminal does not reach it. */
  detached?: boolean;
}

/** Starts one that keeps nothing on disk. */
export async function startRedis(given: RedisOptions = {}): Promise<RunningRedis> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "kp-redis-"));
  const port = given.port ?? (await freePort());
  const secret = given.password ? `:${given.password}@` : "";
  const url = `redis://${secret}127.0.0.1:${port}`;
  let child: ChildProcess;
  let ended: Promise<unknown>;

  async function start(): Promise<void> {
    const settings = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
    const password = given.password ? ["--requirepass", given.password] : [];
    child = spawn("redis-server", ["--port", String(port), ...settings, ...password], {
      stdio: "ignore",
      detached: given.detached ?? false,
    });
    ended = new Promise((resolve) => child.once("close", resolve));
    for (let n = 0; !(await answers()); n++) {
      if (n > 100) throw new Error("redis-server does not answer");
      await sleep(50);
    }
  }
  async function answers(): Promise<boolean> {
    const socket = net.connect(port, "127.0.0.1");
    const open = await new Promise<boolean>((resolve) => {
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    });
    socket.destroy();
    return open;
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    child.kill(signal);
    await ended;
  }

  await start();
  return {
    url,
    port,
    start,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    command: async (name, ...args) => {
      const client = new Redis(url);
      try {
        return await client.call(name, ...args);
      } finally {
        client.disconnect();
      }
    },
    close: async () => {
      await end("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
