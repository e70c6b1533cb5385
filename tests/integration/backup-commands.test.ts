/**
 * Goal: the two commands as a person uses them: beside a running server and without one, cancelled, and misspelt;
 * and a page that was open over a restore merges nothing silently and loses nothing.
 * Method: the built product and the commands as processes, the embedded database and one of one's own.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import type * as Y from "yjs";
import { categoriesMap, categoryText, readSplit } from "../../app/collab/documents/split-document";
import { canonicalSplit } from "../../app/domain/split/canonical";
import { runCommand, startCommand } from "../support/backup-command";
import { backupFolder, demoDocument } from "../support/backups";
import { freshDatabase } from "../support/database";
import { openDocument } from "../support/headless";
import { databasePid, isRunning, type RunningServer, startServer } from "../support/server";

/** A build may come first. */
const SLOW = 240_000;
const place = backupFolder();
afterAll(() => place.remove());

const lines = (text: string) => text.trim().split("\n").filter(Boolean);
const databaseRuns = (dataDir: string) => {
  const pid = databasePid(dataDir);
  return pid !== null && isRunning(pid);
};

/** Signs in at a demo seat; gives the Cookie header. */
async function signIn({ origin }: RunningServer, seat = "liperi"): Promise<string> {
  const answer = await fetch(`${origin}/demo/sign-in`, {
    method: "POST",
    headers: { Origin: origin, "Content-Type": "application/x-www-form-urlencoded" },
    body: `seat=${seat}`,
    redirect: "manual",
  });
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}
const live = async (server: RunningServer, cookie: string) => {
  const answer = await fetch(`${server.origin}/api/drafts/jarjestoavustusten-jaottelu`, {
    headers: { cookie },
  });
  return { status: answer.status, text: await answer.text() };
};

describe("the commands", { timeout: SLOW }, () => {
  test("beside a running server and without one; the database is left as it was found", async () => {
    const server = await startServer();
    const env = { DATA_DIR: server.dataDir };
    try {
      const before = await live(server, await signIn(server));
      const beside = await runCommand(["backup", "own.tar.gz"], env, place.folder);
      expect(beside).toMatchObject({ code: 0, stderr: "" });
      expect(lines(beside.stdout).at(-1)).toMatch(/^Backup ready: .*own\.tar\.gz \(.* 6 drafts, 6 versions/);
      expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);

      const file = place.file("own.tar.gz");
      const refused = await runCommand(["restore", file, "--replace"], env);
      expect(refused.code).toBe(1);
      expect(lines(refused.stderr)).toEqual([expect.stringMatching(/^A server is running on this database/)]);
      expect(await live(server, await signIn(server))).toEqual(before);
      await server.stop();
      expect(databaseRuns(server.dataDir)).toBe(false);

      const without = await runCommand(["backup"], env);
      expect(without).toMatchObject({ code: 0, stderr: "" });
      expect(readdirSync(path.join(server.dataDir, "backups"))).toEqual([
        expect.stringMatching(/^kumppanuuspoyta-[\dT-]+Z\.tar\.gz$/),
      ]);
      const full = await runCommand(["restore", file], env);
      expect(full.code).toBe(1);
      expect(lines(full.stderr)).toEqual([expect.stringMatching(/not empty.*--replace/)]);
      const over = await runCommand(["restore", file, "--replace"], env);
      expect(over).toMatchObject({ code: 0, stderr: "" });
      expect(lines(over.stdout).at(-1)).toBe("Restored. Everybody signs in again.");

      const empty = { DATA_DIR: path.join(place.folder, "another ä") };
      expect(await runCommand(["restore", file], empty)).toMatchObject({ code: 0, stderr: "" });
      expect([databaseRuns(server.dataDir), databaseRuns(empty.DATA_DIR)]).toEqual([false, false]);

      await server.restart();
      expect(server.output().stderr).toBe("");
      expect(await live(server, await signIn(server))).toEqual(before);
    } finally {
      await server.close();
    }
  });

  test("one clear line for what cannot be done, and no file or folder is left of it", async () => {
    const env = { DATA_DIR: place.file("nothing") };
    const tries: [string[], RegExp][] = [
      [["restore"], /^Usage: npm run restore -- file \[--replace\]$/],
      [["restore", "a", "b"], /^Usage: npm run restore/],
      [["backup", "--replace"], /^Usage: npm run backup/],
      [["restore", place.file("none")], /^Cannot read .*ENOENT/],
      [["backup", place.file("x")], /^There is no database in /],
    ];
    for (const [args, line] of tries) {
      const ended = await runCommand(args, env);
      expect(ended.code).toBe(1);
      expect(lines(ended.stderr)).toEqual([expect.stringMatching(line)]);
    }
    const away = { ...env, DATABASE_URL: "postgres://someone:secret@127.0.0.1:1/none" };
    const ended = await runCommand(["backup", place.file("x")], away);
    expect(lines(ended.stderr)).toEqual([
      "Cannot use the database at 127.0.0.1:1/none: nothing listens there.",
    ]);
    expect([existsSync(env.DATA_DIR), existsSync(place.file("x"))]).toEqual([false, false]);
  });

  test("Ctrl-C in the middle: cancelled, nothing left behind, the started database stopped", async () => {
    const dataDir = place.file("cancelled");
    expect((await runCommand(["restore", place.file("own.tar.gz")], { DATA_DIR: dataDir })).code).toBe(0);
    for (const args of [
      ["backup", place.file("cut.tar.gz")],
      ["restore", place.file("own.tar.gz"), "--replace"],
    ]) {
      const running = startCommand(args, { DATA_DIR: dataDir });
      while (!databaseRuns(dataDir)) await sleep(5);
      running.child.kill("SIGINT");
      expect(await running.ended).toMatchObject({ code: 130, stderr: "Cancelled. Nothing was changed.\n" });
      expect(databaseRuns(dataDir)).toBe(false);
    }
    expect(readdirSync(place.folder).filter((name) => /^cut/.test(name))).toEqual([]);
    const after = await runCommand(["backup", place.file("after.tar.gz")], { DATA_DIR: dataDir });
    expect(after.code).toBe(0);
    expect(statSync(place.file("after.tar.gz")).size).toBeGreaterThan(10_000);
  });
});

/** Writes a word at the beginning of a label. */
function writeIn(doc: Y.Doc, word: string): void {
  const [id] = [...categoriesMap(doc).keys()].sort();
  categoryText(doc, id ?? "", "label", "fi")?.insert(0, `${word} `);
}
const contentOf = (doc: Y.Doc) => canonicalSplit(readSplit(doc));

describe("a page that was open over a restore", { timeout: SLOW }, () => {
  test("is signed out, gets what it had as a copy to look through, and merges nothing by itself", async () => {
    const database = await freshDatabase({ scenario: "north-karelia" });
    const env = { DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.ownerUrl, DEMO: "on" };
    const server = await startServer({ env });
    const { documentId } = await demoDocument(database);
    const open = async (cookie: string) => openDocument({ origin: server.origin, cookie, documentId });
    const page = await open(await signIn(server));
    try {
      const content = () => contentOf(page.doc);
      const write = (word: string) => writeIn(page.doc, word);
      write("varmuuskopioitu");
      await page.whenSaved();
      const backedUp = content();
      const file = place.file("story.tar.gz");
      expect((await runCommand(["backup", file], env)).code).toBe(0);
      write("tallennettu");
      await page.whenSaved();
      await server.stop();
      write("tallentamaton");
      const held = content();

      const restored = await runCommand(["restore", file, "--replace"], env);
      expect(restored).toMatchObject({ code: 0, stderr: "" });
      await server.restart();
      await expect.poll(() => page.connection.state, { timeout: 30_000 }).toBe("ended");
      expect(content()).toBe(held);

      // Meanwhile somebody else goes on, further than this page had come.
      const other = await open(await signIn(server, "hyvinvointialue"));
      expect(contentOf(other.doc)).toBe(backedUp);
      for (const word of ["a", "b", "c"]) {
        writeIn(other.doc, word);
        await other.whenSaved();
      }
      // Signed in again in this page's browser.
      const opts = page.connection.socket.io.opts as { extraHeaders: { cookie: string } };
      opts.extraHeaders.cookie = await signIn(server);
      page.connection.retry();
      await expect.poll(() => page.status.review !== null, { timeout: 30_000 }).toBe(true);
      await expect.poll(content, { timeout: 30_000 }).toBe(contentOf(other.doc));
      const { review } = page.status;
      expect(review && contentOf(review.doc)).toBe(held);
      expect(held).toContain("tallentamaton tallennettu varmuuskopioitu ");

      // And it goes on: what is written now is saved, and seen.
      write("uusi");
      await page.whenSaved();
      await expect.poll(() => contentOf(other.doc)).toBe(content());
      expect(content()).toContain("uusi c b a varmuuskopioitu ");
      expect(content()).not.toContain("tallennettu");
      await other.close();
    } finally {
      await page.close();
      await server.close();
      await database.close();
    }
  });
});
