/**
 * Goal: it does not matter how many servers derive changes from one log, nor what else lies in the log; and a
 * deriver that stopped leaves nothing in flight.
 * Method: several derivers on one real Postgres, compared with the events of one that worked alone.
 */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import pino from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createPostgresLog } from "../../server/collab/log/postgres-log";
import { createChangeDeriver, rebuildChanges } from "../../server/jobs/derive-changes";
import { freshDatabase, type TestDatabase } from "../support/database";
import { eventually } from "../support/eventually";
import {
  addDocument,
  addPerson,
  appendAll,
  asUpdates,
  splitUpdates,
  textUpdates,
} from "../support/logged-documents";

let database: TestDatabase;
let personId: string;
beforeAll(async () => {
  database = await freshDatabase();
  personId = await addPerson(database);
});
afterAll(() => database.close());

/** A server's deriver, with what it logged. */
function deriver(delay = 1) {
  const logged: string[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => void logged.push(line) });
  const updateLog = createPostgresLog(database.db);
  return {
    logged,
    updateLog,
    ...createChangeDeriver({ db: database.db, updateLog, log, delay, derived: () => undefined }),
  };
}

async function events(documentId: string) {
  const rows = await database.db
    .selectFrom("change_events")
    .selectAll()
    .where("document_id", "=", documentId)
    .orderBy("first_seq")
    .orderBy("field")
    .execute();
  return rows.map(({ id: _id, ...row }) => row);
}

async function derivedTo(documentId: string): Promise<number> {
  const row = await database.db
    .selectFrom("documents")
    .select("derived_seq")
    .where("id", "=", documentId)
    .executeTakeFirstOrThrow();
  return row.derived_seq;
}

it("gives the events of one when three derive at once, while people write, and logs nothing", async () => {
  const servers = [deriver(), deriver(), deriver()];
  const documentId = await addDocument(database);
  const updates = asUpdates(personId, splitUpdates(60).updates);
  for (let n = 0; n < updates.length; n += 4) {
    await appendAll(servers[0]!.updateLog, documentId, updates.slice(n, n + 4));
    await Promise.all(servers.map((server) => server.deriveNow(documentId)));
  }
  expect(await derivedTo(documentId)).toBe(60);
  expect(servers.flatMap(({ logged }) => logged)).toEqual([]);
  const together = await events(documentId);
  await rebuildChanges(database.db, servers[0]!.updateLog, documentId);
  expect(together.length).toBeGreaterThan(0);
  expect(together).toEqual(await events(documentId));
  await Promise.all(servers.map((server) => server.stop()));
});

it("derives what a server left behind, at the start of another", async () => {
  const { updateLog, catchUp, stop, logged } = deriver();
  const documentId = await addDocument(database);
  await appendAll(updateLog, documentId, asUpdates(personId, splitUpdates(3).updates));
  catchUp();
  await eventually(async () => (await derivedTo(documentId)) === 3, "what was left behind");
  await stop();
  expect(logged).toEqual([]);
});

it("skips documents that are no splits", async () => {
  const { updateLog, catchUp, deriveNow, schedule, stop, logged } = deriver();
  const text = await addDocument(database, "text");
  await appendAll(updateLog, text, asUpdates(personId, textUpdates(5).updates));
  await deriveNow(text);
  await rebuildChanges(database.db, updateLog, text);
  schedule(text);
  catchUp();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await stop();
  expect(logged).toEqual([]);
  expect(await events(text)).toEqual([]);
});

it("logs a log that cannot be derived, and does not try again at once", async () => {
  const { updateLog, schedule, stop, logged } = deriver();
  const documentId = await addDocument(database);
  const garbage = { updateId: randomUUID(), personId, sessionId: null, origin: "edit" as const };
  await updateLog.append(documentId, [{ ...garbage, bytes: Uint8Array.of(255, 255) }]);
  schedule(documentId);
  await eventually(() => logged.length > 0, "a word about it");
  await new Promise((resolve) => setTimeout(resolve, 300));
  await stop();
  expect(logged.length).toBe(1);
});

it("leaves nothing in flight when it has stopped: the database closes at once", async () => {
  const own = await freshDatabase();
  const updateLog = createPostgresLog(own.db);
  const documentId = await addDocument(own);
  const writer = await addPerson(own);
  await appendAll(updateLog, documentId, asUpdates(writer, splitUpdates(30).updates));
  const log = pino({ level: "silent" });
  const options = { db: own.db, updateLog, log, delay: 0, derived: () => undefined };
  const [other, { catchUp, stop }] = [createChangeDeriver(options), createChangeDeriver(options)];
  const whileLocked = (work: () => void) =>
    own.ownerDb.transaction().execute(async (trx) => {
      await sql`lock table documents in access exclusive mode`.execute(trx);
      work();
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
  // A run waits for a lock when it is told to stop; then, in another deriver, the listing of documents does.
  let asked: Promise<void> | undefined;
  await whileLocked(() => {
    asked = other.deriveNow(documentId);
    void other.stop();
  });
  await Promise.all([other.stop(), asked]);
  let stopping: Promise<number> | undefined;
  await whileLocked(() => {
    catchUp();
    stopping = new Promise((resolve) => setTimeout(resolve, 50)).then(async () => {
      const since = performance.now();
      await stop();
      return performance.now() - since;
    });
  });
  expect(await stopping).toBeGreaterThan(50); // the lock was held for 200
  const closed = await Promise.race([
    own.close().then(() => true),
    new Promise((resolve) => setTimeout(() => resolve(false), 5000)),
  ]);
  expect(closed).toBe(true);
  catchUp();
  await stop();
});
