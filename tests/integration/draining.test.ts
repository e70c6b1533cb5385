/**
 * Goal: a server that is stopped saves what is on its way to the disk, and ends within its time either way.
 * Method: a real server process with one page whose edit waits, since somebody holds the log.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { setCategoryFields } from "../../app/collab/documents/split-document";
import { openDriver } from "../../db/client";
import { freshDatabase } from "../support/database";
import { openDocument } from "../support/headless";
import { type RunningServer, startServer } from "../support/server";

/** A build may come first. */
const SLOW = 240_000;
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

describe("a server that stops while an edit is on its way to the disk", { timeout: SLOW }, () => {
  /** A server with one page whose edit waits: somebody holds the log. */
  async function withWaitingEdit() {
    const database = await freshDatabase({ scenario: "north-karelia" });
    undo.push(() => database.close());
    const server = await startServer({
      env: { DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.ownerUrl, DEMO: "on" },
    });
    undo.push(() => server.close());
    const seat = await fetch(`${server.origin}/demo/sign-in`, {
      ...{ method: "POST", headers: { Origin: server.origin }, redirect: "manual" },
      body: new URLSearchParams({ seat: "liperi" }),
    });
    const cookie = seat.headers.get("set-cookie")!.split(";")[0]!;
    const { document_id: documentId } = await database.db
      .selectFrom("drafts")
      .select("document_id")
      .executeTakeFirstOrThrow();
    const page = await openDocument({ origin: server.origin, cookie, documentId });
    undo.push(() => page.close());
    const holder = openDriver(database.ownerUrl, { max: 1 });
    undo.push(() => holder.end({ timeout: 1 }));
    const held = await holder.reserve();
    await held`begin`;
    await held`lock table document_updates in access exclusive mode`;
    setCategoryFields(page.doc, "sports", { legalBasis: "written at the last moment" }, "test");
    await sleep(300);
    expect(page.state.kind).toBe("saving");
    const release = async () => {
      await held`commit`;
      held.release();
    };
    return { database, documentId, server, page, release };
  }
  const ready = async (server: RunningServer) => {
    const answer = await fetch(`${server.origin}/readyz`);
    return [answer.status, ((await answer.json()) as { server: string }).server];
  };

  test("is not ready at once, lives until the edit is saved, and ends in order", async () => {
    const { database, documentId, server, page, release } = await withWaitingEdit();
    expect(await ready(server)).toEqual([200, "running"]);
    const started = Date.now();
    const ended = server.stop();
    await sleep(100);
    expect(await ready(server)).toEqual([503, "draining"]);
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    await release();
    const { code, stderr } = await ended;
    expect([code, stderr]).toEqual([0, ""]);
    expect(Date.now() - started).toBeLessThan(10_000);
    // The page may have left before the answer came: it asks again, and is told of the same row.
    await server.restart();
    await page.whenSaved();
    const rows = await database.db
      .selectFrom("document_updates")
      .select("seq")
      .where("document_id", "=", documentId)
      .where("origin", "=", "edit")
      .execute();
    expect(rows).toHaveLength(1);
  });

  test("ends within ten seconds although the disk never takes it", async () => {
    const { server, page, release } = await withWaitingEdit();
    const started = Date.now();
    await server.stop();
    expect(Date.now() - started).toBeLessThan(10_500);
    expect(page.state.kind).not.toBe("saved");
    await release();
  });
});
