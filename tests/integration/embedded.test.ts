import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openDriver } from "../../db/client";
import { startEmbedded } from "../../db/embedded";
import { StartProblem } from "../../db/start-problem";

const folder = mkdtempSync(path.join(os.tmpdir(), "kp-embedded-"));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = async (url: string, question: string) => {
  const sql = openDriver(url, { max: 1 });
  try {
    return (await sql.unsafe(question))[0] as Record<string, unknown>;
  } finally {
    await sql.end();
  }
};

describe("the embedded database", () => {
  test("is a real Postgres in the builtin C.UTF-8, listening on loopback only, its secrets for its owner", async () => {
    const dataDir = path.join(folder, "plain");
    const database = await startEmbedded({ dataDir });
    expect(await ask(database.appUrl, "select current_user as who")).toEqual({ who: "kp_app" });
    expect(await ask(database.ownerUrl, "select current_user as who")).toEqual({ who: "kp_owner" });
    expect(
      await ask(
        database.superuserUrl,
        "select datlocprovider as provider, datlocale as locale from pg_database where datname = current_database()",
      ),
    ).toEqual({ provider: "b", locale: "C.UTF-8" });
    expect(await ask(database.superuserUrl, "show listen_addresses")).toEqual({
      listen_addresses: "127.0.0.1",
    });
    expect(await ask(database.superuserUrl, "show fsync")).toEqual({ fsync: "on" });
    expect(statSync(path.join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
    await expect(ask(database.appUrl, "create table mine (x int)")).rejects.toThrow(/permission denied/);
    await database.stop();
    expect(existsSync(path.join(database.postgresDir, "postmaster.pid"))).toBe(false);
  });

  test("a pid file whose number belongs to another program now is only a leftover", async () => {
    const dataDir = path.join(folder, "reused");
    const first = await startEmbedded({ dataDir });
    const pidFile = path.join(first.postgresDir, "postmaster.pid");
    const left = readFileSync(pidFile, "utf8").split("\n");
    await first.stop();
    for (const pid of [process.pid, 1, 4_000_000]) {
      writeFileSync(pidFile, [pid, ...left.slice(1)].join("\n"));
      const again = await startEmbedded({ dataDir });
      expect(again.adopted).toBe(false);
      await again.stop();
    }
  });

  test("two starts at once end with one database", async () => {
    const dataDir = path.join(folder, "at-once");
    const [one, two] = await Promise.all([startEmbedded({ dataDir }), startEmbedded({ dataDir })]);
    expect(one.pid).toBe(two.pid);
    expect(await ask(two.appUrl, "select 1 as one")).toEqual({ one: 1 });
    await one.stop();
  });

  test("another program on its port: it takes a free one", async () => {
    const dataDir = path.join(folder, "port");
    const first = await startEmbedded({ dataDir });
    await first.stop();
    const port = Number(new URL(first.appUrl).port);
    const { createServer } = await import("node:net");
    const squatter = createServer().listen(port, "127.0.0.1");
    await new Promise((resolve) => squatter.once("listening", resolve));
    const second = await startEmbedded({ dataDir });
    expect(new URL(second.appUrl).port).not.toBe(String(port));
    await second.stop();
    await new Promise((resolve) => squatter.close(resolve));
  });

  test("data without its passwords is one clear line, never a new empty database", async () => {
    const dataDir = path.join(folder, "no-secrets");
    const first = await startEmbedded({ dataDir });
    await first.stop();
    rmSync(path.join(dataDir, "secrets.json"));
    await expect(startEmbedded({ dataDir })).rejects.toThrow(StartProblem);
  });

  test.runIf(process.getuid?.() === 0)(
    "as root where no other account may enter: the files go where one can, and one line says where",
    async () => {
      const closed = path.join(folder, "closed");
      mkdirSync(closed, { mode: 0o700 });
      chmodSync(closed, 0o700);
      const dataDir = path.join(closed, "data ä");
      const said: string[] = [];
      const database = await startEmbedded({ dataDir, say: (line) => said.push(line) });
      expect(database.postgresDir.startsWith(closed)).toBe(false);
      expect(said).toEqual([expect.stringContaining(database.postgresDir)]);
      await ask(database.ownerUrl, "create table kept (x int)");
      await database.stop();
      const again = await startEmbedded({ dataDir });
      expect(again.postgresDir).toBe(database.postgresDir);
      expect(await ask(again.ownerUrl, "select count(*)::int as n from kept")).toEqual({ n: 0 });
      await again.stop();
      rmSync(path.dirname(database.postgresDir), { recursive: true, force: true });
    },
  );
});
