/**
 * Goal: /readyz tells the truth, part by part, and costs one commit a second at most.
 * Method: a real database that commits, refuses writes, and goes away; the rest is told.
 */
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../../tests/support/database";
import { createReadiness, type Phase } from "./health";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const ask = (given: Partial<Parameters<typeof createReadiness>[0]> = {}) =>
  createReadiness({ phase: { now: "running" }, db: database.db, appendsFail: () => false, ...given })();

/** How far the log of the whole database server has come, in bytes. */
async function written(): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`select pg_current_wal_flush_lsn() - '0/0' as bytes`.execute(
    database.ownerDb,
  );
  return Number(rows[0]?.bytes);
}

test("ready is: running, the database commits, appends do not fail", async () => {
  expect(await ask()).toEqual({
    ...{ ready: true, server: "running", database: "ok", log: "ok", redis: "off" },
  });
  expect(await ask({ appendsFail: () => true })).toMatchObject({ ready: false, log: "failing" });
  for (const now of ["starting", "draining"] as const)
    expect(await ask({ phase: { now } })).toMatchObject({ ready: false, server: now, database: "ok" });
});

test("Redis is told and does not matter", async () => {
  expect(await ask({ redis: () => true })).toMatchObject({ ready: true, redis: "ok" });
  expect(await ask({ redis: () => false })).toMatchObject({ ready: true, redis: "away" });
});

test("the phase is read at once, the database once a second, however many ask", async () => {
  let questions = 0;
  const db = database.db.withPlugin({
    transformQuery: ({ node }) => {
      questions++;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const phase: Phase = { now: "running" };
  const readiness = createReadiness({ phase, db, appendsFail: () => false });
  const before = await written();
  expect(await readiness()).toMatchObject({ ready: true });
  expect(await written()).toBeGreaterThan(before); // a commit on the disk, not a word
  await Promise.all(Array.from({ length: 200 }, readiness));
  expect(questions).toBe(1);
  phase.now = "draining";
  expect(await readiness()).toMatchObject({ ready: false, server: "draining", database: "ok" });
  expect(questions).toBe(1);
});

test("a database that is away is not ready", async () => {
  const gone = await freshDatabase();
  await gone.close();
  expect(await ask({ db: gone.db })).toMatchObject({ ready: false, database: "away" });
});
