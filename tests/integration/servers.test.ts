/**
 * Goal: any number of servers run on one database, and none of them beside a restore.
 * Method: real server processes on a real, empty database, started at the same moment; the lock with its
 * connections cut.
 */
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, inject, test } from "vitest";
import { openDriver } from "../../db/client";
import { SERVER_LOCK, type ServerLock, takeServerLock } from "../../db/copy-lock";
import { OWNER_ROLE } from "../../db/embedded";
import { failedStart, type RunningServer, startServer } from "../support/server";

/** A build may come first. */
const SLOW = 240_000;
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

/** A database with nothing in it, and its addresses. */
async function emptyDatabase() {
  const given = inject("postgres");
  const name = `empty_${randomBytes(6).toString("hex")}`;
  const superuser = openDriver(given.superuserUrl, { max: 1 });
  await superuser.unsafe(`create database ${name} owner ${OWNER_ROLE}`);
  undo.push(async () => {
    await superuser.unsafe(`drop database ${name} with (force)`);
    await superuser.end();
  });
  const at = (address: string) => {
    const url = new URL(address);
    url.pathname = `/${name}`;
    return url.href;
  };
  return { url: at(given.appUrl), ownerUrl: at(given.ownerUrl), superuserUrl: at(given.superuserUrl) };
}
type Empty = Awaited<ReturnType<typeof emptyDatabase>>;

const envOf = (database: Empty) => ({
  ...{ DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.ownerUrl, DEMO: "on" },
});
const lines = (text: string) => text.trim().split("\n").filter(Boolean);
const told = (servers: RunningServer[], words: string) =>
  servers.filter((server) => server.output().stdout.includes(words)).length;

async function counts({ superuserUrl }: Empty) {
  const sql = openDriver(superuserUrl, { max: 1 });
  const [row] = await sql`select (select count(*) from regions) as regions,
    (select count(*) from documents) as documents, (select count(*) from versions) as versions`;
  await sql.end();
  return { ...row };
}

describe("servers on one database", { timeout: SLOW }, () => {
  test("started at the same moment on an empty one: migrated once, seeded once, all ready; five times", async () => {
    for (let round = 0; round < 5; round++) {
      const database = await emptyDatabase();
      const servers = await Promise.all([0, 1].map(() => startServer({ env: envOf(database) })));
      undo.push(() => Promise.all(servers.map((server) => server.close())));
      expect(told(servers, "Database brought up to date")).toBe(1);
      expect(told(servers, "The demo workspace")).toBe(1);
      expect(await counts(database)).toEqual({ regions: 2, documents: 30, versions: 6 });
      for (const server of servers) {
        expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
        const ended = await server.stop();
        expect([ended.code, ended.stderr]).toEqual([0, ""]);
      }
    }
  });

  test("while one runs nobody has the database alone, and nobody starts while somebody does", async () => {
    const database = await emptyDatabase();
    const server = await startServer({ env: envOf(database) });
    undo.push(() => server.close());
    await expect(
      takeServerLock(database.ownerUrl, "exclusive", { busy: "A server runs on this database." }),
    ).rejects.toThrow("A server runs on this database.");
    await server.stop();
    const restore = await takeServerLock(database.ownerUrl, "exclusive");
    const refused = await failedStart({ env: envOf(database) });
    expect(refused.code).not.toBe(0);
    expect(lines(refused.stderr)).toEqual([expect.stringMatching(/^The database is being restored/)]);
    await restore.release();
    await server.restart();
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  });
});

describe("the lock of servers", () => {
  /** Takes it and counts how often it was lost. */
  async function take(url: string, mode: "shared" | "exclusive"): Promise<ServerLock & { lost: number }> {
    const counted = { lost: 0 };
    const lock = await takeServerLock(url, mode, {
      onLost: () => {
        counted.lost++;
      },
    });
    undo.push(() => lock.release());
    return Object.assign(counted, lock);
  }
  const holders = async (sql: ReturnType<typeof openDriver>) => {
    const rows = await sql<{ pid: number }[]>`
      select pid from pg_locks where locktype = 'advisory' and objid = ${SERVER_LOCK} and granted
      and database = (select oid from pg_database where datname = current_database())`;
    return rows.map(({ pid }) => pid);
  };

  test("is taken again after its connection broke, shared and alone", async () => {
    for (const mode of ["shared", "exclusive"] as const) {
      const database = await emptyDatabase();
      const sql = openDriver(database.superuserUrl, { max: 1 });
      undo.push(() => sql.end());
      const lock = await take(database.ownerUrl, mode);
      const [before] = await holders(sql);
      await sql`select pg_terminate_backend(${before ?? 0})`;
      const others = async () => (await holders(sql)).filter((pid) => pid !== before).length;
      await expect.poll(others, { timeout: 6_000 }).toBe(1);
      await sleep(4_500);
      expect(await holders(sql)).toHaveLength(1); // once, however often it was looked at
      expect(lock.lost).toBe(0);
    }
  });

  test("says that it is lost when somebody got between", async () => {
    const database = await emptyDatabase();
    const sql = openDriver(database.superuserUrl, { max: 1 });
    undo.push(() => sql.end());
    const lock = await take(database.ownerUrl, "shared");
    const restore = take(database.ownerUrl, "exclusive");
    const [server] = await holders(sql);
    await sql`select pg_terminate_backend(${server ?? 0})`;
    await restore;
    await expect.poll(() => lock.lost, { timeout: 6_000 }).toBe(1);
  });
});
