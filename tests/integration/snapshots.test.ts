/**
 * Goal: snapshots are made from the log alone, kept only when they read as the log does, and come by themselves
 * for every document that needs one (I2, I3).
 * Method: documents of each kind in a real Postgres; logs that are damaged, and a snapshot that was made wrong.
 */
import pino from "pino";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { type CollabMetrics, NO_METRICS } from "../../server/collab/collab-metrics";
import { createPostgresLog } from "../../server/collab/log/postgres-log";
import type { DocumentKind, Snapshot, UpdateLog } from "../../server/collab/log/update-log";
import { contentOf, emptyDocument } from "../../server/jobs/document-content";
import { createSnapshotKeeper, makeSnapshot } from "../../server/jobs/make-snapshots";
import { SnapshotDiffers, verify } from "../../server/jobs/snapshot-from-log";
import { freshDatabase, type TestDatabase } from "../support/database";
import { eventually } from "../support/eventually";
import {
  addDocument,
  addPerson,
  appendAll,
  asUpdates,
  flipLogBit,
  flipSnapshotBit,
  splitUpdates,
  textUpdates,
} from "../support/logged-documents";

let database: TestDatabase;
let log: UpdateLog;
let personId: string;
const logger = pino({ level: "silent" });

beforeAll(async () => {
  database = await freshDatabase();
  personId = await addPerson(database);
});
afterAll(() => database.close());
beforeEach(() => {
  log = createPostgresLog(database.db);
});

async function written(kind: DocumentKind, count: number) {
  const documentId = await addDocument(database, kind);
  const { doc, updates } = kind === "split" ? splitUpdates(count) : textUpdates(count);
  await appendAll(log, documentId, asUpdates(personId, updates));
  return { documentId, doc, updates };
}

function opened(kind: DocumentKind, bytes: Uint8Array): Y.Doc {
  const doc = emptyDocument(kind);
  Y.applyUpdate(doc, bytes);
  return doc;
}

for (const kind of ["split", "text"] as const)
  it(`makes a snapshot of a ${kind} that reads as its log, and then one on top of it`, async () => {
    const { documentId, doc, updates } = await written(kind, 450);
    const first = await makeSnapshot(log, documentId);
    expect(first).toMatchObject({ made: true, snapshot: { seq: updates.length, intact: true } });
    expect(contentOf(kind, opened(kind, first!.snapshot.bytes))).toBe(contentOf(kind, doc));
    expect(await log.snapshot(documentId)).toEqual(first!.snapshot);
    expect((await makeSnapshot(log, documentId))?.made).toBe(false);

    const { updates: more } = kind === "split" ? splitUpdates(20) : textUpdates(20);
    await appendAll(log, documentId, asUpdates(personId, more));
    const second = await makeSnapshot(log, documentId);
    expect(second?.snapshot.seq).toBe(updates.length + more.length);
    for (const update of more) Y.applyUpdate(doc, update);
    expect(contentOf(kind, opened(kind, second!.snapshot.bytes))).toBe(contentOf(kind, doc));
  });

it("makes none of an empty document", async () => {
  expect(await makeSnapshot(log, await addDocument(database))).toBeNull();
});

it("makes none when the log rests on something that is missing", async () => {
  const documentId = await addDocument(database);
  const { updates } = splitUpdates(5);
  await log.append(documentId, asUpdates(personId, [updates[0]!, updates[3]!]));
  await expect(makeSnapshot(log, documentId)).rejects.toThrow(/rests on something/);
  expect(await log.snapshot(documentId)).toBeNull();
});

it("refuses a snapshot that holds other content under the same clocks, or less of it", async () => {
  const { doc } = splitUpdates(3);
  const bytes = Y.encodeStateAsUpdate(doc);
  await verify("split", doc, bytes, "it");
  const at = Buffer.from(bytes).indexOf("Tilat");
  expect(at).toBeGreaterThan(0);
  const altered = bytes.slice();
  altered[at] = "t".charCodeAt(0);
  await expect(verify("split", doc, altered, "it")).rejects.toThrow(SnapshotDiffers);
  const { doc: text, updates } = textUpdates(30);
  await verify("text", text, Y.encodeStateAsUpdate(text), "it");
  await expect(verify("text", text, Y.mergeUpdates(updates.slice(0, -1)), "it")).rejects.toThrow(
    SnapshotDiffers,
  );
  const word = Y.encodeStateAsUpdate(text);
  word[Buffer.from(word).indexOf("sana")] = "S".charCodeAt(0);
  await expect(verify("text", text, word, "it")).rejects.toThrow(SnapshotDiffers);
});

it("keeps nothing that reads otherwise than its log", async () => {
  const { documentId, updates } = await written("split", 20);
  const encode = () => Y.mergeUpdates(updates.slice(0, 19));
  await expect(makeSnapshot(log, documentId, { encode })).rejects.toThrow(SnapshotDiffers);
  expect(await log.snapshot(documentId)).toBeNull();
});

interface Told {
  made: { documentId: string; snapshot: Snapshot }[];
  outcomes: string[];
}
function keeper(options: { after?: number; sweep?: number; log?: UpdateLog } = {}) {
  const told: Told = { made: [], outcomes: [] };
  const metrics: CollabMetrics = {
    ...NO_METRICS,
    snapshot: (outcome) => told.outcomes.push(outcome),
    failed: (what) => told.outcomes.push(`failed ${what}`),
  };
  const made = createSnapshotKeeper({
    log,
    logger,
    metrics,
    onMade: (documentId, snapshot) => told.made.push({ documentId, snapshot }),
    ...options,
  });
  return { told, ...made };
}

it("makes one for every document that is behind at the start, and by every sweep", async () => {
  const long = await Promise.all([written("split", 60), written("text", 60)]);
  const short = await written("split", 40);
  const { told, stop } = keeper({ after: 50, sweep: 50 });
  const madeFor = (id: string) => told.made.some(({ documentId }) => documentId === id);
  await eventually(() => long.every(({ documentId }) => madeFor(documentId)), "snapshots of all");
  expect(madeFor(short.documentId)).toBe(false);
  const later = await written("split", 55);
  await eventually(() => madeFor(later.documentId), "one of the later");
  await stop();
  expect((await log.snapshot(later.documentId))?.seq).toBe(55);
});

it("makes one after so many commits of an open document, and not before", async () => {
  const { told, committed, stop } = keeper({ after: 30, sweep: 3_600_000 });
  const { documentId } = await written("split", 10);
  const of = () => told.made.filter((made) => made.documentId === documentId);
  committed(documentId, 10);
  const { updates } = splitUpdates(40);
  for (const [n, one] of asUpdates(personId, updates).entries()) {
    await log.append(documentId, [one]);
    committed(documentId, 11 + n);
  }
  await eventually(() => of().length === 1, "one snapshot");
  await stop();
  expect(of()[0]!.snapshot.seq).toBeGreaterThanOrEqual(39);
});

it("logs a damaged document once, makes those of the others, and never throws", async () => {
  const bad = await written("split", 100);
  await flipLogBit(database, bad.documentId, 7);
  const good = await written("split", 60);
  const { told, stop, committed } = keeper({ after: 50, sweep: 30 });
  await eventually(
    () => told.made.some(({ documentId }) => documentId === good.documentId),
    "one of the whole",
  );
  committed(bad.documentId, 100);
  committed(bad.documentId, 200);
  const failed = () => told.outcomes.filter((outcome) => outcome === "failed snapshot").length;
  const damaged = await damagedDocuments();
  await eventually(() => failed() >= damaged, "a word about each damaged document");
  await new Promise((resolve) => setTimeout(resolve, 200));
  await stop();
  expect(failed()).toBe(damaged);
  expect(await log.snapshot(bad.documentId)).toBeNull();
});

/** Every test shares the database: one failure for each damaged document in it. */
async function damagedDocuments(): Promise<number> {
  let damaged = 0;
  for (const id of await log.behindSnapshots(50, 1000))
    await log.read(id).catch(() => {
      damaged += 1;
    });
  return damaged;
}

it("tells of snapshots that were passed over, and makes a good one", async () => {
  const { documentId } = await written("split", 60);
  await makeSnapshot(log, documentId);
  await flipSnapshotBit(database, documentId);
  await appendAll(log, documentId, asUpdates(personId, splitUpdates(60).updates));
  const { told, stop } = keeper({ after: 50 });
  await eventually(() => told.made.some((made) => made.documentId === documentId), "one of it");
  await stop();
  expect(told.outcomes).toContain("bad");
  expect(await log.snapshot(documentId)).toMatchObject({ seq: 120, intact: true });
});

it("stops with nothing in flight, and survives a log that is away", async () => {
  const away: UpdateLog = {
    ...log,
    behindSnapshots: async () => {
      throw new Error("the database is away");
    },
  };
  await keeper({ log: away, sweep: 5 }).stop();
  let asked = 0;
  const counting: UpdateLog = {
    ...log,
    behindSnapshots: (...given) => {
      asked += 1;
      return log.behindSnapshots(...given);
    },
  };
  const { stop } = keeper({ log: counting, sweep: 5 });
  await eventually(() => asked > 1, "two sweeps");
  await stop();
  const then = asked;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(asked).toBe(then);
});
