import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../../db/client";
import { freshDatabase } from "../support/database";
import {
  databasePid,
  failedStart,
  isRunning,
  type RunningServer,
  startServer,
  stopDatabase,
} from "../support/server";

/** A build may come first. */
const SLOW = 180_000;
const folder = mkdtempSync(path.join(os.tmpdir(), "kp-start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = (text: string) => text.trim().split("\n").filter(Boolean);
const health = async (server: RunningServer) => (await fetch(`${server.origin}/healthz`)).json();
const api = async (server: RunningServer) => {
  const seat = await fetch(`${server.origin}/demo/sign-in`, {
    method: "POST",
    headers: { Origin: server.origin, "Content-Type": "application/x-www-form-urlencoded" },
    body: "seat=liperi",
    redirect: "manual",
  });
  const cookie = seat.headers.get("set-cookie")?.split(";")[0] ?? "";
  const draft = await fetch(`${server.origin}/api/drafts/jarjestoavustusten-jaottelu`, {
    headers: { cookie },
  });
  return draft.text();
};

describe("npm start", { timeout: SLOW }, () => {
  test("from any folder, with spaces and ä in the data's path: ready as the last line, SIGTERM ends it all", async () => {
    const dataDir = path.join(folder, "kansio jossa ä ja välejä");
    const server = await startServer({ dataDir, cwd: os.tmpdir() });
    expect(lines(server.output().stdout).at(-1)).toBe(`Kumppanuuspöytä ready: ${server.origin}`);
    expect(server.output().stderr).toBe("");
    expect(await health(server)).toMatchObject({ ok: true, database: "embedded" });
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
    const database = databasePid(dataDir);
    expect(database && isRunning(database)).toBe(true);

    const again = await failedStart({ dataDir });
    expect(again.code).not.toBe(0);
    expect(lines(again.stderr)).toEqual([expect.stringMatching(/^Another copy is already running/)]);
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);

    const busy = await failedStart({ port: server.port });
    expect(busy.code).not.toBe(0);
    expect(lines(busy.stderr)).toEqual([expect.stringMatching(/^Port \d+ on 127\.0\.0\.1 is in use/)]);

    const ended = await server.stop();
    expect(ended.code).toBe(0);
    expect(ended.stderr).toBe("");
    expect(database && isRunning(database)).toBe(false);
    await server.close();
  });

  test("kill -9 and a new start lose nothing: the database left behind is adopted", async () => {
    const server = await startServer({ dataDir: path.join(folder, "killed") });
    const before = await api(server);
    const database = databasePid(server.dataDir);
    await server.kill9();
    expect(database && isRunning(database)).toBe(true);
    await server.restart();
    expect(databasePid(server.dataDir)).toBe(database);
    expect(await api(server)).toBe(before);
    await server.kill9();
    process.kill(database ?? 0, "SIGKILL"); // the power goes: nothing was stopped in order
    await server.restart();
    expect(await api(server)).toBe(before);
    expect(server.output().stdout).not.toContain("demo workspace");
    await server.close();
  });

  test("the database dies under a running server: not ready for a moment, then served again", async () => {
    const server = await startServer({ dataDir: path.join(folder, "revived") });
    process.kill(databasePid(server.dataDir) ?? 0, "SIGKILL");
    await expect
      .poll(async () => (await fetch(`${server.origin}/readyz`)).status, { timeout: 20_000 })
      .toBe(503);
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    await expect
      .poll(async () => (await fetch(`${server.origin}/readyz`)).status, { timeout: 30_000 })
      .toBe(200);
    await server.close();
  });

  test("a folder that cannot be written to is one clear line", async () => {
    const file = path.join(folder, "a-file");
    writeFileSync(file, "");
    const nowhere = [
      path.join(file, "data"),
      ...(process.platform === "linux" ? ["/proc/nowhere/data"] : []),
    ];
    for (const dataDir of nowhere) {
      const ended = await failedStart({ dataDir });
      expect(ended.code).not.toBe(0);
      expect(lines(ended.stderr)).toEqual([expect.stringMatching(/^Cannot write to DATA_DIR /)]);
    }
  });

  test.each([
    ["postgres://app:hush-hush@127.0.0.1:1/kp", "nothing listens there"],
    ["postgres://app:hush-hush@no-such-host.invalid/kp", "the host is not known"],
    ["nonsense", "must be a postgres:// address"],
  ])("a wrong DATABASE_URL is one clear line without its password: %s", async (DATABASE_URL, why) => {
    const ended = await failedStart({ env: { DATABASE_URL } });
    expect(ended.code).not.toBe(0);
    expect(lines(ended.stderr)).toEqual([expect.stringContaining(why)]);
    expect(ended.stdout + ended.stderr).not.toContain("hush-hush");
  });

  test("a HOST that others reach needs a public origin and a word about the demo", async () => {
    const ended = await failedStart({ env: { HOST: "0.0.0.0" } });
    expect(ended.code).not.toBe(0);
    expect(ended.stderr).toContain("PUBLIC_ORIGIN");
  });

  test("a real installation prints where and with which code it is set up", async () => {
    const server = await startServer({ scenario: "empty" });
    const [setUp, ready] = lines(server.output().stdout).slice(-2);
    expect(setUp).toContain(`${server.origin}/setup`);
    expect(ready).toMatch(/^Kumppanuuspöytä ready: /);
    expect((await fetch(`${server.origin}/demo`)).status).toBe(404);
    await server.close();
  });
});

describe("on a Postgres of one's own", { timeout: SLOW }, () => {
  test("with one address: migrates with it, says what then protects the log, and a wrong password is one line", async () => {
    const database = await freshDatabase();
    const server = await startServer({ env: { DATABASE_URL: database.ownerUrl, DEMO: "on" } });
    expect(server.output().stdout).toContain("the log is protected by triggers only");
    expect(await health(server)).toMatchObject({ database: "external" });
    expect(await api(server)).toContain("Kulttuurityö");
    await server.close();
    const wrong = new URL(database.ownerUrl);
    wrong.password = "hush-hush";
    const refused = await failedStart({ env: { DATABASE_URL: wrong.href } });
    expect(lines(refused.stderr)).toEqual([expect.stringContaining("wrong user or password")]);
    const missing = new URL(database.ownerUrl);
    missing.pathname = "/no_such_database";
    const absent = await failedStart({ env: { DATABASE_URL: missing.href } });
    expect(lines(absent.stderr)).toEqual([expect.stringContaining("there is no such database")]);
    await database.close();
  });

  test("with two: the application's role may add to the log and change nothing in it", async () => {
    const database = await freshDatabase();
    const server = await startServer({
      env: { DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.ownerUrl, DEMO: "on" },
    });
    expect(server.output().stdout).not.toContain("triggers only");
    expect(await api(server)).toContain("Kulttuurityö");
    const app = openDatabase(database.url, { max: 1 });
    await expect(app.deleteFrom("versions").execute()).rejects.toThrow(/permission denied/);
    await expect(app.updateTable("document_updates").set({ seq: 9 }).execute()).rejects.toThrow(
      /permission denied/,
    );
    await app.destroy();
    await expect(database.ownerDb.deleteFrom("versions").execute()).rejects.toThrow(/append-only/);
    await server.close();
    await database.close();
  });
});

describe("while it starts", { timeout: SLOW }, () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  }, SLOW);
  afterAll(() => server.close());

  test("answers on its port and nowhere else", async () => {
    const elsewhere = Object.values(os.networkInterfaces())
      .flat()
      .find((i) => i && i.family === "IPv4" && !i.internal)?.address;
    if (!elsewhere) return;
    const refused = await new Promise((resolve) => {
      const socket = net.connect(server.port, elsewhere, () => resolve(false));
      socket.once("error", () => resolve(true));
    });
    expect(refused).toBe(true);
  });
});

test("a start that was killed in its first seconds leaves nothing that stops the next", {
  timeout: SLOW,
}, async () => {
  const dataDir = path.join(folder, "interrupted");
  mkdirSync(dataDir);
  for (const wait of [150, 600, 1200]) {
    const starting = startServer({ dataDir }).then(
      (server) => server.kill9(),
      () => undefined,
    );
    await new Promise((resolve) => setTimeout(resolve, wait));
    const pid = databasePid(dataDir);
    if (pid && isRunning(pid)) process.kill(pid, "SIGKILL");
    await starting;
  }
  const server = await startServer({ dataDir });
  expect(await api(server)).toContain("Kulttuurityö");
  await server.close();
  await stopDatabase(dataDir);
});
