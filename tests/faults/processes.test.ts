/**
 * Goal: what is acknowledged is never missing and there once, whatever happens to servers, database and Redis
 * (I1, I2, I6, I8).
 * Method: real servers and a real Postgres, with a fault proxy before each; ten people type while a fault is made;
 * afterwards log, snapshot, fresh readers and everyone who survived are compared by the checker.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { residentMegabytes } from "../bench/process-stats";
import { scaled } from "../support/checker-seeds";
import { eventually } from "../support/eventually";
import { hasRedis } from "../support/redis";
import { isRunning } from "../support/server";
import { Cluster } from "./cluster";
import { EDITORS, seededFor, survives } from "./typing";

const random = seededFor("processes");
/** People who type. */
const TEN = EDITORS.slice(0, 10);
/** How long a database may be away. Milliseconds. */
const AWAY = scaled(15_000, 60_000);
const GROWTH_MEGABYTES_MAX = 64;
const DRAINED_WITHIN = 15_000;
const BACK_WITHIN = 8_000;

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start({ random });
  for (const seat of TEN) await cluster.join(seat);
});
afterAll(async () => {
  process.stdout.write(`processes: ${cluster.report}\n`);
  await cluster.close();
});

const databaseOf = (node: number) => cluster.nodes[node]!.database;
const everyDatabase = (act: (n: number) => void) => {
  for (const n of cluster.nodes.keys()) act(n);
};
const allConnected = () =>
  cluster.clients.every(({ document }) => ["saved", "saving"].includes(document.state.kind));

describe("a server", () => {
  it("killed in the middle of typing loses nothing", async () => {
    const back: number[] = [];
    await survives(cluster, random, async () => {
      for (let n = 0; n < scaled(4, 50); n++) {
        const { server } = cluster.nodes[n % 2]!;
        cluster.clients[n % 10]!.bot.append();
        await sleep(random() * 500);
        cluster.fault("kill -9 of a server");
        await server.kill9();
        back.push(await eventually(allConnected, "everyone connected again", BACK_WITHIN));
        await server.restart();
      }
    });
    expect(back.sort((a, b) => a - b)[Math.floor(back.length * 0.95)]).toBeLessThan(BACK_WITHIN);
  }, 600_000);

  it("restarted in order, one after the other, loses nothing", async () => {
    await survives(cluster, random, async () => {
      for (let n = 0; n < scaled(1, 5); n++)
        for (const { server } of cluster.nodes) {
          cluster.fault("SIGTERM and restart of a server");
          await server.restart();
          await sleep(500);
        }
    });
  }, 300_000);
});

describe("the database", () => {
  it("killed loses nothing that was acknowledged", async () => {
    await survives(cluster, random, async () => {
      for (let n = 0; n < scaled(1, 10); n++) {
        const { pid } = cluster.postgres;
        cluster.fault("kill -9 of the database");
        process.kill(pid, "SIGKILL");
        await eventually(() => !isRunning(pid) || cluster.postgres.pid !== pid, "the end of the database");
        await eventually(() => cluster.postgres.pid !== pid, "the database", 30_000);
        await sleep(1_000 + random() * 2_000);
      }
    });
  }, 300_000);

  it("away for long acknowledges nobody, is waited for within bounds, and then has everything", async () => {
    const memory = () => cluster.nodes.map(({ server }) => residentMegabytes(server.pid) ?? 0);
    const before = memory();
    let inOutage = 0;
    let grown = 0;
    await survives(cluster, random, async () => {
      cluster.fault(`database away ${AWAY / 1000} s`);
      everyDatabase((n) => databaseOf(n).set({ down: true }));
      await sleep(500); // answers on their way
      const { acked } = cluster.checker.summary;
      await sleep(AWAY);
      inOutage = cluster.checker.summary.acked - acked;
      expect(cluster.clients.every(({ document }) => document.state.kind === "saving")).toBe(true);
      grown = Math.max(...memory().map((now, n) => now - before[n]!));
      everyDatabase((n) => databaseOf(n).calm());
    });
    expect(inOutage).toBe(0);
    expect(grown).toBeLessThan(GROWTH_MEGABYTES_MAX);
    const all = Promise.all(cluster.clients.map(({ document }) => document.whenSaved()));
    expect(await Promise.race([all.then(() => "drained"), sleep(DRAINED_WITHIN, "late")])).toBe("drained");
  }, 200_000);

  it("behind a network that swallows everything is waited for", async () => {
    await survives(cluster, random, async () => {
      cluster.fault("database swallowed by the network");
      everyDatabase((n) => databaseOf(n).set({ stalled: true }));
      await sleep(scaled(4_000, 20_000));
      everyDatabase((n) => databaseOf(n).calm());
    });
  }, 100_000);

  it("slow by seconds makes answers late, never early", async () => {
    let fastest = Number.POSITIVE_INFINITY;
    await survives(
      cluster,
      random,
      async () => {
        cluster.fault(`database slow by ${scaled(1, 2)} s`);
        everyDatabase((n) => databaseOf(n).set({ latency: scaled(500, 1_000), jitter: scaled(250, 500) }));
        await sleep(1_500);
        const end = Date.now() + scaled(5_000, 30_000);
        while (Date.now() < end) {
          const client = cluster.clients[Math.floor(random() * cluster.clients.length)]!;
          const began = Date.now();
          client.bot.append();
          await client.document.whenSaved();
          fastest = Math.min(fastest, Date.now() - began);
        }
        everyDatabase((n) => databaseOf(n).calm());
      },
      5,
    );
    expect(fastest).toBeGreaterThan(scaled(450, 900));
  }, 200_000);

  it("cut off from one server only: that one says so, and its people go on at the other", async () => {
    await survives(cluster, random, async () => {
      const [cut] = cluster.nodes;
      cluster.fault("one server cut off from the database");
      databaseOf(0).set({ down: true });
      const ready = async () => (await fetch(`${cut!.server.origin}/readyz`)).status;
      await eventually(async () => (await ready()) === 503, "the server says that it is not ready");
      const all = cluster.front.targets;
      cluster.front.targets = all.filter((port) => port !== cut!.server.port);
      cluster.front.reset(cut!.server.port); // as a load balancer does
      await eventually(allConnected, "everyone at the other server", BACK_WITHIN);
      const { acked } = cluster.checker.summary;
      await eventually(
        () => cluster.checker.summary.acked > acked + 5,
        "edits are saved at the other server",
      );
      databaseOf(0).calm();
      cluster.front.targets = all;
      await eventually(async () => (await ready()) === 200, "the server is ready again");
    });
  }, 100_000);
});

describe.runIf(hasRedis)("Redis", () => {
  it("killed and come back empty is not missed", async () => {
    await survives(cluster, random, async () => {
      for (let n = 0; n < scaled(1, 5); n++) {
        cluster.fault("Redis killed, and back empty");
        await cluster.redis?.kill();
        await sleep(scaled(3_000, 20_000));
        await cluster.redis?.start();
        await sleep(1_500);
      }
    });
  }, 200_000);

  it("gone, people at two servers still see each other within five seconds (I8)", async () => {
    cluster.fault("Redis away");
    await cluster.redis?.kill();
    const [here, there] = [
      await cluster.join("jane", { node: cluster.nodes[0]! }),
      await cluster.join("liperi", { node: cluster.nodes[1]! }),
    ];
    here.bot.append();
    await here.document.whenSaved();
    const { state } = here.document;
    const seq = state.kind === "saved" ? state.seq : 0;
    const seen = () => there.document.state.kind === "saved" && there.document.state.seq >= seq;
    await eventually(seen, "the edit at the other server", 5_000);
    await cluster.redis?.start();
    await Promise.all([here, there].map((client) => cluster.leave(client)));
    expect(await cluster.verdict()).toEqual([]);
  }, 60_000);
});

if (!hasRedis) process.stdout.write("processes: no redis-server here, its faults are left out\n");
