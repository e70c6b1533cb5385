/**
 * Goal: a document opens from its newest good snapshot and the log after it; what is damaged is passed over when
 * it is a cache and told when it is the log; a failed load is never an empty document (I2, I3, I4).
 * Method: a real Postgres whose rows are damaged by the owner with the triggers off.
 */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { categoriesMap, readSplit } from "../../app/collab/documents/split-document";
import { canonicalSplit } from "../../app/domain/split/canonical";
import { openDatabase } from "../../db/client";
import { type LoadedDocument, loadDocument } from "../../server/collab/log/load-document";
import { createPostgresLog } from "../../server/collab/log/postgres-log";
import { CorruptUpdate, DocumentNotFound, type UpdateLog } from "../../server/collab/log/update-log";
import { makeSnapshot } from "../../server/jobs/make-snapshots";
import { freshDatabase, type TestDatabase } from "../support/database";
import {
  addDocument,
  addPerson,
  appendAll,
  asUpdates,
  damageLog,
  flipLogBit,
  flipSnapshotBit,
  splitUpdates,
} from "../support/logged-documents";

let database: TestDatabase;
let log: UpdateLog;
let documentId: string;
/** The content after 30 updates, as its writer has it. */
let written: string;

beforeAll(async () => {
  database = await freshDatabase();
  log = createPostgresLog(database.db);
});
afterAll(() => database.close());

/** A document of 30 updates, with snapshots after 10 and 20. */
beforeEach(async () => {
  documentId = await addDocument(database);
  const { doc, updates } = splitUpdates(30);
  written = canonicalSplit(readSplit(doc));
  const all = asUpdates(await addPerson(database), updates);
  for (let n = 0; n < 30; n += 10) {
    await appendAll(log, documentId, all.slice(n, n + 10));
    if (n < 20) await makeSnapshot(log, documentId);
  }
});

function contentOf({ base, tail }: LoadedDocument): string {
  const doc = new Y.Doc();
  categoriesMap(doc);
  if (base) Y.applyUpdate(doc, base.bytes);
  for (const { bytes } of tail) Y.applyUpdate(doc, bytes);
  return canonicalSplit(readSplit(doc));
}
const seqs = ({ tail }: LoadedDocument) => [tail[0]?.seq, tail.at(-1)?.seq];

it("opens from the newest snapshot and what came after it", async () => {
  const loaded = await loadDocument(log, documentId);
  expect(loaded.base?.seq).toBe(20);
  expect(seqs(loaded)).toEqual([21, 30]);
  expect(loaded).toMatchObject({ head: { kind: "split", seq: 30, epoch: 1 }, bad: null, badSnapshots: [] });
  expect(contentOf(loaded)).toBe(written);
});

it("passes over a snapshot with one bit flipped, and opens from the one before", async () => {
  await flipSnapshotBit(database, documentId, 20);
  const loaded = await loadDocument(log, documentId);
  expect(loaded).toMatchObject({ base: { seq: 10 }, bad: null, badSnapshots: [20] });
  expect(seqs(loaded)).toEqual([11, 30]);
  expect(contentOf(loaded)).toBe(written);
});

it("opens from the whole log when every snapshot is damaged", async () => {
  await flipSnapshotBit(database, documentId);
  const loaded = await loadDocument(log, documentId);
  expect(loaded).toMatchObject({ base: null, bad: null, badSnapshots: [20, 10] });
  expect(seqs(loaded)).toEqual([1, 30]);
  expect(contentOf(loaded)).toBe(written);
});

it("passes over a snapshot that is what was written and does not decode", async () => {
  await log.keepSnapshot(documentId, { seq: 25, bytes: Uint8Array.of(9, 9, 9, 9) });
  const loaded = await loadDocument(log, documentId);
  expect(loaded).toMatchObject({ base: { seq: 20 }, bad: null, badSnapshots: [25] });
});

it("does not believe a snapshot from beyond the log", async () => {
  const { doc } = splitUpdates(3);
  await log.keepSnapshot(documentId, { seq: 31, bytes: Y.encodeStateAsUpdate(doc) });
  const loaded = await loadDocument(log, documentId);
  expect(loaded.base?.seq).toBe(20);
  expect(contentOf(loaded)).toBe(written);
});

it("tells where a row of the log has a bit flipped, and gives what is good before it", async () => {
  await flipLogBit(database, documentId, 25);
  const loaded = await loadDocument(log, documentId);
  expect(loaded.base?.seq).toBe(20);
  expect(seqs(loaded)).toEqual([21, 24]);
  expect(loaded.bad).toEqual({ after: 24, why: expect.stringContaining("seq 25") });
  await expect(makeSnapshot(log, documentId)).rejects.toThrow(CorruptUpdate);
  expect((await log.snapshot(documentId))?.seq).toBe(20);
});

it("does not need a damaged row that a good snapshot covers", async () => {
  await flipLogBit(database, documentId, 15);
  const loaded = await loadDocument(log, documentId);
  expect(loaded).toMatchObject({ base: { seq: 20 }, bad: null });
  expect(contentOf(loaded)).toBe(written);
  await flipSnapshotBit(database, documentId, 20);
  const without = await loadDocument(log, documentId);
  expect(without).toMatchObject({ base: { seq: 10 }, bad: { after: 14 } });
});

it("tells of a row that is missing, in the middle and at the end", async () => {
  await damageLog(database, sql`delete from document_updates where document_id = ${documentId} and seq = 30`);
  const cut = await loadDocument(log, documentId);
  expect(seqs(cut)).toEqual([21, 29]);
  expect(cut.bad).toMatchObject({ after: 29 });
  await damageLog(
    database,
    sql`delete from document_updates where document_id = ${documentId} and seq in (21, 24)`,
  );
  const holed = await loadDocument(log, documentId);
  expect(holed).toMatchObject({ base: { seq: 20 }, tail: [], bad: { after: 20 } });
  await expect(makeSnapshot(log, documentId)).rejects.toThrow(CorruptUpdate);
});

it("tells of a log that lost everything: never an empty document (I4)", async () => {
  await damageLog(database, sql`delete from document_updates where document_id = ${documentId}`);
  await database.db.deleteFrom("document_snapshots").where("document_id", "=", documentId).execute();
  expect(await loadDocument(log, documentId)).toMatchObject({ base: null, tail: [], bad: { after: 0 } });
});

it("opens an empty document as empty, and an unknown one not at all", async () => {
  const empty = await addDocument(database);
  expect(await loadDocument(log, empty)).toMatchObject({
    head: { seq: 0 },
    base: null,
    tail: [],
    bad: null,
  });
  await expect(loadDocument(log, randomUUID())).rejects.toThrow(DocumentNotFound);
});

it("throws when the database is away (I4)", async () => {
  const nowhere = openDatabase("postgres://kp_app:x@127.0.0.1:1/none", { max: 1 });
  await expect(loadDocument(createPostgresLog(nowhere), documentId)).rejects.toThrow();
  await nowhere.destroy();
});

it("takes in what is committed while it reads", async () => {
  const personId = await addPerson(database);
  const { updates } = splitUpdates(2);
  const meanwhile: UpdateLog = {
    ...log,
    head: async (id) => {
      const head = await log.head(id);
      await log.append(id, asUpdates(personId, updates));
      return head;
    },
  };
  const loaded = await loadDocument(meanwhile, documentId);
  expect(loaded).toMatchObject({ head: { seq: 32 }, bad: null });
  expect(seqs(loaded)).toEqual([21, 32]);
});
