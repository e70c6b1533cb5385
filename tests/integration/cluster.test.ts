/**
 * Goal: two servers on one database are one product: edits cross, rights end everywhere, and losing Redis or one of
 * the servers costs a moment and no edit (promises I2, I6, I8, I17).
 * Method: two real server processes behind a proxy without sticky sessions, a real Redis that is killed and flushed.
 */

import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSplit, setCategoryFields } from "../../app/collab/documents/split-document";
import { canonicalSplit } from "../../app/domain/split/canonical";
import { createSessions, type Sessions } from "../../server/session.server";
import { type Cluster, startCluster } from "../support/cluster";
import { freshDatabase, type TestDatabase } from "../support/database";
import { eventually } from "../support/eventually";
import { type HeadlessDocument, openDocument } from "../support/headless";
import { freePort, hasRedis, type RunningRedis, startRedis } from "../support/redis";

/** Two servers start beside each other, and a build may come first. */
const START = 240_000;
/** Categories of the demo draft that the tests write into, one for each server. */
const [ONE, OTHER] = ["sports", "culture"];

interface World {
  database: TestDatabase;
  sessions: Sessions;
  cluster: Cluster;
  documentId: string;
  /** Opens the draft at the seat on that server. */
  open(node: number, seat: string): Promise<HeadlessDocument & { cookie: string }>;
  close(): Promise<void>;
}

async function startWorld(redisUrl?: string): Promise<World> {
  const database = await freshDatabase({ scenario: "north-karelia" });
  const { db } = database;
  const cluster = await startCluster({ database, redisUrl });
  const config = { publicOrigin: cluster.origin, sessionIdleDays: 7, sessionAbsoluteDays: 30 };
  const sessions = createSessions({ db, config, clock: () => new Date() });
  const { document_id: documentId } = await db
    .selectFrom("drafts")
    .select("document_id")
    .executeTakeFirstOrThrow();
  const opened: HeadlessDocument[] = [];
  return {
    database,
    sessions,
    cluster,
    documentId,
    open: async (node, seat) => {
      const person = await db
        .selectFrom("persons")
        .select("id")
        .where("demo_seat", "=", seat)
        .executeTakeFirstOrThrow();
      const cookie = (await sessions.create(person.id, "a test")).split(";")[0]!;
      cluster.use(node);
      const document = await openDocument({ origin: cluster.origin, cookie, documentId });
      cluster.use();
      opened.push(document);
      return Object.assign(document, { cookie });
    },
    close: async () => {
      await Promise.all(opened.map((document) => document.close()));
      await cluster.close();
      await database.close();
    },
  };
}

const contentOf = ({ doc }: HeadlessDocument) => canonicalSplit(readSplit(doc));
const write = ({ doc }: HeadlessDocument, category: string, legalBasis: string) =>
  setCategoryFields(doc, category, { legalBasis }, "test");
const shows = ({ doc }: HeadlessDocument, category: string, legalBasis: string) =>
  readSplit(doc).categories.find(({ id }) => id === category)?.legalBasis === legalBasis;

/** Milliseconds from an edit at one page until the other shows it. */
async function crossing(from: HeadlessDocument, to: HeadlessDocument, category: string, text: string) {
  const started = performance.now();
  write(from, category, text);
  await eventually(() => shows(to, category, text), `${text} at the other server`);
  return performance.now() - started;
}
const middle = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** Each update is in the log once, and the numbers have no hole (promise I2). */
async function expectWholeLog({ database, documentId }: World): Promise<void> {
  const rows = await database.db
    .selectFrom("document_updates")
    .select(["seq", "update_id"])
    .where("document_id", "=", documentId)
    .orderBy("seq")
    .execute();
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, n) => n + 1));
  expect(new Set(rows.map(({ update_id }) => update_id)).size).toBe(rows.length);
}

/** Signs out through the other server; the milliseconds until this page's connection knows. */
async function signOutElsewhere(world: World, node: number, seat: string): Promise<number> {
  const page = await world.open(node, seat);
  const { nodes, origin } = world.cluster;
  const elsewhere = nodes[node === 0 ? 1 : 0]!;
  const started = performance.now();
  // Straight to the other server, under the name that people use.
  const status = await new Promise<number>((resolve, reject) => {
    const headers = {
      ...{ host: new URL(origin).host, origin, cookie: page.cookie },
      ...{ "content-type": "application/x-www-form-urlencoded", "content-length": 0 },
    };
    http
      .request(
        { host: "127.0.0.1", port: elsewhere.port, path: "/sign-out", method: "POST", headers },
        (res) => {
          res.resume().once("end", () => resolve(res.statusCode ?? 0));
        },
      )
      .once("error", reject)
      .end();
  });
  expect(status).toBe(302);
  await eventually(() => page.connection.state === "ended", "the session's end at the other server", 5_000);
  return performance.now() - started;
}

describe("two servers without Redis", { timeout: 120_000 }, () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  }, START);
  afterAll(() => world.close());

  test("I8 edits cross both ways within two seconds, at the same moment too", async () => {
    const [a, b] = [await world.open(0, "liperi"), await world.open(1, "joensuu")];
    expect(await crossing(a, b, ONE, "laki 1")).toBeLessThan(2_000);
    expect(await crossing(b, a, ONE, "laki 2")).toBeLessThan(2_000);
    for (let n = 0; n < 20; n++) {
      write(a, ONE, `a ${n}`);
      write(b, OTHER, `b ${n}`);
      if (n === 10) write(b, ONE, "both");
      await sleep(20);
    }
    await Promise.all([a.whenSaved(), b.whenSaved()]);
    expect(await eventually(() => contentOf(a) === contentOf(b), "the same content")).toBeLessThan(2_000);
    expect(shows(a, OTHER, "b 19")).toBe(true);
    const late = await world.open(1, "kitee");
    expect(contentOf(late)).toBe(contentOf(a));
    await expectWholeLog(world);
  });

  test("I17 signing out at one server closes the connection at the other within two seconds", async () => {
    expect(await signOutElsewhere(world, 0, "outokumpu")).toBeLessThan(2_000);
    expect(await signOutElsewhere(world, 1, "outokumpu")).toBeLessThan(2_000);
  });

  test("I17 a seat taken away in the database closes at whichever server within two seconds", async () => {
    const page = await world.open(1, "lieksa");
    const { db } = world.database;
    await db
      .deleteFrom("memberships")
      .where("person_id", "in", db.selectFrom("persons").select("id").where("demo_seat", "=", "lieksa"))
      .execute();
    await eventually(() => page.state.kind !== "saved", "the closed seat", 2_000);
  });

  test("a server that stops says so at once, and its pages go on at the other with every edit", async () => {
    const [a, b] = [await world.open(0, "polvijarvi"), await world.open(1, "ilomantsi")];
    await crossing(a, b, ONE, "before");
    let written = 0;
    const typing = setInterval(() => {
      written++;
      write(a, ONE, `typed ${written}`);
      write(b, OTHER, `typed ${written}`);
    }, 25);
    await sleep(300);
    const [stopping] = world.cluster.nodes;
    const ended = stopping!.stop();
    await sleep(1_500);
    clearInterval(typing);
    const { code, stderr } = await ended;
    expect([code, stderr]).toEqual([0, ""]);
    await Promise.all([a.whenSaved(), b.whenSaved()]);
    await eventually(() => contentOf(a) === contentOf(b), "the same content", 5_000);
    expect(shows(b, ONE, `typed ${written}`)).toBe(true);
    expect(shows(a, OTHER, `typed ${written}`)).toBe(true);
    await expectWholeLog(world);
    expect((await fetch(`${world.cluster.origin}/readyz`)).status).toBe(200);
  });
});

test("with a Redis that is not there two servers start, say so once and work from the database", {
  timeout: START,
}, async () => {
  const world = await startWorld(`redis://:hush-hush@127.0.0.1:${await freePort()}`);
  const [a, b] = [await world.open(0, "liperi"), await world.open(1, "joensuu")];
  expect(await crossing(a, b, ONE, "laki")).toBeLessThan(2_000);
  const answer = await fetch(`${world.cluster.origin}/readyz`);
  expect([answer.status, await answer.json()]).toMatchObject([200, { ready: true, redis: "away" }]);
  for (const node of world.cluster.nodes) {
    const { stderr } = node.output();
    expect(stderr.trim().split("\n")).toEqual([expect.stringContaining("Redis is away")]);
    expect(stderr).not.toContain("hush-hush");
  }
  await world.close();
});

describe.skipIf(!hasRedis)("two servers with Redis (redis-server)", { timeout: 120_000 }, () => {
  let redis: RunningRedis;
  let world: World;
  beforeAll(async () => {
    redis = await startRedis();
    world = await startWorld(redis.url);
  }, START);
  afterAll(async () => {
    await world.close();
    await redis.close();
  });

  test("edits cross in far less than a third of a second", async () => {
    const [a, b] = [await world.open(0, "liperi"), await world.open(1, "joensuu")];
    await crossing(a, b, ONE, "first");
    const times: number[] = [];
    for (let n = 0; n < 20; n++)
      times.push(await crossing(...((n % 2 ? [a, b] : [b, a]) as [typeof a, typeof b]), ONE, `edit ${n}`));
    process.stdout.write(`one server to the other: p50 ${middle(times).toFixed(1)} ms\n`);
    expect(middle(times)).toBeLessThan(150);
    await expectWholeLog(world);
  });

  test("people at both servers see each other, and see each other go", async () => {
    const [a, b] = [await world.open(0, "kitee"), await world.open(1, "tohmajarvi")];
    const sees = (page: HeadlessDocument, name: string) =>
      page.status.people.some((person) => person.name === name);
    const names = await world.database.db.selectFrom("persons").select(["demo_seat", "name"]).execute();
    const nameOf = (seat: string) => names.find((person) => person.demo_seat === seat)!.name;
    await eventually(() => sees(a, nameOf("tohmajarvi")) && sees(b, nameOf("kitee")), "each other", 3_000);
    await b.close();
    await eventually(() => !sees(a, nameOf("tohmajarvi")), "the other's leaving", 3_000);
  });

  test("I8 Redis killed, flushed and started again while people edit: nothing is lost, nobody waits long", async () => {
    const [a, b] = [await world.open(0, "heinavesi"), await world.open(1, "raakkyla")];
    let written = 0;
    const typing = setInterval(() => {
      written++;
      write(a, ONE, `typed ${written}`);
      write(b, OTHER, `typed ${written}`);
    }, 25);
    await sleep(400);
    await redis.command("FLUSHALL");
    await sleep(400);
    await redis.kill();
    await sleep(1_000);
    clearInterval(typing);
    await Promise.all([a.whenSaved(), b.whenSaved()]);
    expect(await eventually(() => contentOf(a) === contentOf(b), "the same content")).toBeLessThan(2_500);
    expect(shows(b, ONE, `typed ${written}`)).toBe(true);
    await redis.start();
    await sleep(2_500);
    const times: number[] = [];
    for (let n = 0; n < 9; n++) times.push(await crossing(a, b, ONE, `after ${n}`));
    expect(middle(times)).toBeLessThan(150);
    await expectWholeLog(world);
    for (const node of world.cluster.nodes)
      expect(
        node
          .output()
          .stderr.trim()
          .split("\n")
          .map((line) => JSON.parse(line).msg),
      ).toEqual([expect.stringContaining("Redis is away"), "Redis is back"]);
  });

  test("I17 signing out at one server closes the connection at the other", async () => {
    expect(await signOutElsewhere(world, 0, "outokumpu")).toBeLessThan(2_000);
  });
});
