/**
 * `npm run cluster`: a Postgres, a Redis if the machine has one, and two servers behind one address without sticky
 * sessions. `PORT` is the address's (3000); the data stays in `.data/cluster`. Ctrl-C stops all in order.
 */
import path from "node:path";
import { startEmbedded } from "../../db/embedded";
import { startCluster } from "../support/cluster";
import { hasRedis, startRedis } from "../support/redis";
import { ROOT } from "../support/server";

const say = (line: string) => void process.stdout.write(`${line}\n`);
const undo: (() => Promise<unknown>)[] = [];
let stopping = false;

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await started;
  for (const one of undo.reverse()) await one().catch((error: unknown) => say(`While stopping: ${error}`));
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(0));

async function start(): Promise<void> {
  const postgres = await startEmbedded({ dataDir: path.join(ROOT, ".data/cluster"), say });
  undo.push(() => postgres.stop());
  say(`Postgres       127.0.0.1:${new URL(postgres.ownerUrl).port}`);

  const redis = hasRedis ? await startRedis({ detached: true }) : null;
  if (redis) undo.push(() => redis.close());
  say(
    redis
      ? `Redis          127.0.0.1:${redis.port}`
      : "Redis          none: install redis-server (Debian: apt-get install redis-server) to have one; without it servers hear of each other within two seconds",
  );

  const cluster = await startCluster({
    database: { url: postgres.appUrl, ownerUrl: postgres.ownerUrl },
    redisUrl: redis?.url,
    port: Number(process.env.PORT || 3000),
    env: { LOG_LEVEL: process.env.LOG_LEVEL ?? "warn" },
  });
  undo.push(() => cluster.close());
  for (const [n, node] of cluster.nodes.entries()) {
    node.forward(process.stderr);
    say(`Server ${n + 1}       ${node.origin}/readyz (process ${node.pid})`);
  }
  if (!stopping) say(`Cluster ready: ${cluster.origin}`);
}

const started = start().catch((error: unknown) => {
  say(`The cluster could not start: ${error instanceof Error ? error.message : String(error)}`);
  setImmediate(() => void stop(1));
});
