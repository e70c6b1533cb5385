/**
 * Goal: servers tell each other through Redis while it is there, and nothing of them suffers while it is not.
 * Method: buses in this process on a real Redis that is stopped, killed, frozen and flushed; unhandled rejections,
 * a blocked event loop and log lines are counted.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pino from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { NodeMessage } from "../../server/collab/nodes/node-bus";
import { createRedisBus, type RedisBus } from "../../server/collab/nodes/redis-bus";
import { freePort, hasRedis, type RunningRedis, startRedis } from "../support/redis";

const buses: RedisBus[] = [];
const lines: string[] = [];
const log = pino({ level: "info" }, { write: (line) => void lines.push(line) });
const logged = (word: string) => lines.filter((line) => line.includes(word)).length;

function bus(url: string): { bus: RedisBus; heard: NodeMessage[] } {
  const made = createRedisBus(url, log);
  buses.push(made);
  const heard: NodeMessage[] = [];
  made.listen((message) => void heard.push(message));
  return { bus: made, heard };
}
const advanced = (seq: number): NodeMessage => ({ kind: "advanced", documentId: randomUUID(), seq });

/** Tells until the other side hears; the answer is the milliseconds it took. Throws after `within`. */
async function untilHeard(from: RedisBus, heard: NodeMessage[], within = 5_000): Promise<number> {
  const started = Date.now();
  const before = heard.length;
  while (heard.length === before) {
    if (Date.now() - started > within) throw new Error(`nothing was heard in ${within} ms`);
    from.tell(advanced(1));
    await sleep(20);
  }
  return Date.now() - started;
}

const rejections: unknown[] = [];
const onRejection = (reason: unknown) => void rejections.push(reason);
beforeAll(() => void process.on("unhandledRejection", onRejection));
afterEach(async () => {
  await Promise.all(buses.splice(0).map((one) => one.close()));
  lines.length = 0;
  expect(rejections).toEqual([]);
});
afterAll(() => void process.off("unhandledRejection", onRejection));

describe("without Redis", () => {
  test("a bus starts, drops what it is told, blocks nothing, says so once and closes", async () => {
    const { bus: alone } = bus(`redis://:hush-hush@127.0.0.1:${await freePort()}`);
    let turns = 0;
    const ticking = setInterval(() => void turns++, 10);
    const until = Date.now() + 2_500;
    while (Date.now() < until) {
      for (let n = 0; n < 1_000; n++) alone.tell(advanced(n));
      await sleep(10);
    }
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(50);
    expect(alone.connected()).toBe(false);
    expect(logged("Redis is away")).toBe(1);
    expect(lines.join("")).not.toContain("hush-hush");
    const started = Date.now();
    await alone.close();
    expect(Date.now() - started).toBeLessThan(1_000);
  });
});

describe.skipIf(!hasRedis)("with Redis (redis-server)", { timeout: 60_000 }, () => {
  let redis: RunningRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());

  test("every kind of message arrives whole at the others and never at the one who tells", async () => {
    const [one, two, three] = [bus(redis.url), bus(redis.url), bus(redis.url)];
    await untilHeard(one.bus, two.heard);
    await untilHeard(one.bus, three.heard);
    expect(one.heard).toEqual([]);
    await sleep(100);
    two.heard.length = 0;
    const documentId = randomUUID();
    const person = {
      ...{ connectionId: "socket-1", personId: randomUUID(), name: "Liperin edustaja", color: 3 },
      ...{ partyId: randomUUID(), party: "Liperi", open: "sports", editing: null },
    };
    const messages: NodeMessage[] = [
      { kind: "advanced", documentId, seq: 12 },
      { kind: "changed", documentId, what: "versions" },
      {
        ...{ kind: "presence", node: one.bus.node, documentId, whole: true, came: [person] },
        ...{ moved: [{ connectionId: "socket-1", state: { moving: "sports" } }], left: ["socket-2"] },
      },
      { kind: "who", documentId },
      { kind: "recheck-document", documentId },
      { kind: "recheck-person", personId: person.personId },
      { kind: "session-ended", sessionHash: "hash" },
      { kind: "gone", node: one.bus.node },
    ];
    for (const message of messages) one.bus.tell(message);
    await expect.poll(() => two.heard).toEqual(messages);
    expect(one.heard).toEqual([]);
    expect(one.bus.node).not.toBe(two.bus.node);
  });

  test("what is no message of ours is dropped, and a listener that throws takes nothing with it", async () => {
    const [one, two] = [bus(redis.url), bus(redis.url)];
    await untilHeard(one.bus, two.heard);
    await sleep(100);
    two.heard.length = 0;
    two.bus.listen(() => {
      throw new Error("this listener always throws");
    });
    for (const message of [null, 7, { kind: "whatever" }, { kind: "advanced", documentId: "", seq: 1.5 }])
      one.bus.tell(message as unknown as NodeMessage);
    await redis.command("PUBLISH", "kumppanuuspoyta#/#", "not even msgpack");
    one.bus.tell(advanced(7));
    await expect.poll(() => two.heard.length).toBe(1);
    expect(logged("could not be followed")).toBe(1);
  });

  test("stopped, killed and flushed: the buses find each other again within two seconds", async () => {
    const [one, two] = [bus(redis.url), bus(redis.url)];
    await untilHeard(one.bus, two.heard);
    for (const away of ["stop", "kill"] as const) {
      await redis[away]();
      await expect.poll(() => one.bus.connected()).toBe(false);
      for (let n = 0; n < 5_000; n++) one.bus.tell(advanced(n));
      await sleep(1_500);
      await redis.start();
      expect(await untilHeard(one.bus, two.heard)).toBeLessThan(3_000);
      expect(await untilHeard(two.bus, one.heard)).toBeLessThan(3_000);
    }
    await redis.command("FLUSHALL");
    expect(await untilHeard(one.bus, two.heard)).toBeLessThan(500);
    expect(logged("Redis is away")).toBe(4);
    expect(logged("Redis is back")).toBe(4);
    // Nothing was kept for it while it was away, and the adapter's stream stays small.
    expect(two.heard.length).toBeLessThan(200);
    expect(Number(await redis.command("XLEN", "kumppanuuspoyta"))).toBeLessThan(100);
  });

  test("a Redis that swallows everything is given up after a while, and what waits for it is bounded", async () => {
    const [one, two] = [bus(redis.url), bus(redis.url)];
    await untilHeard(one.bus, two.heard);
    redis.freeze();
    const before = process.memoryUsage().rss;
    for (let n = 0; n < 50_000; n++) one.bus.tell(advanced(n));
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    await expect.poll(() => one.bus.connected(), { timeout: 15_000 }).toBe(false);
    redis.thaw();
    expect(await untilHeard(one.bus, two.heard, 15_000)).toBeLessThan(15_000);
  });

  test("a wrong password leaves the server alone, without a word of it in the log", async () => {
    const guarded = await startRedis({ password: "right" });
    const { bus: alone } = bus(guarded.url.replace("right", "hush-hush"));
    await sleep(1_500);
    expect(alone.connected()).toBe(false);
    expect(logged("Redis is away")).toBe(1);
    expect(lines.join("")).not.toContain("hush-hush");
    await guarded.close();
  });
});
