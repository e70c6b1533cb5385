/**
 * Goal: every update log keeps the same promises.
 * Method: one suite on each implementation; Postgres is the real one.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MemoryLog } from "../../server/collab/log/memory-log";
import { createPostgresLog } from "../../server/collab/log/postgres-log";
import { CorruptUpdate, type DocumentKind, type NewUpdate } from "../../server/collab/log/update-log";
import { freshDatabase, type TestDatabase } from "../support/database";
import { type LogUnderTest, updateLogContract } from "./update-log.contract";

describe("in memory", () => {
  updateLogContract(async () => {
    const log = new MemoryLog();
    const createDocument = async (kind?: DocumentKind) => {
      const id = randomUUID();
      log.create(id, kind);
      return id;
    };
    return { log, createDocument, personId: randomUUID() };
  });
});

describe("in Postgres", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.close());

  async function setUp(): Promise<LogUnderTest> {
    const { db } = database;
    const person = await db
      .insertInto("persons")
      .values({ name: "Kirjoittaja", language: "fi" })
      .returning("id")
      .executeTakeFirstOrThrow();
    const createDocument = async (kind: DocumentKind = "split") => {
      const row = await db
        .insertInto("documents")
        .values({ kind, schema_version: 1 })
        .returning("id")
        .executeTakeFirstOrThrow();
      return row.id;
    };
    return { log: createPostgresLog(db), createDocument, personId: person.id };
  }
  updateLogContract(setUp);

  it("moves documents.last_seq with the rows, and not for a duplicate", async () => {
    const { log, createDocument, personId } = await setUp();
    const id = await createDocument();
    const update = { updateId: randomUUID(), personId, sessionId: "s", origin: "edit" as const };
    await log.append(id, [{ ...update, bytes: Uint8Array.of(1) }]);
    await log.append(id, [{ ...update, bytes: Uint8Array.of(1) }]);
    const row = await database.db
      .selectFrom("documents")
      .select("last_seq")
      .where("id", "=", id)
      .executeTakeFirst();
    expect(row?.last_seq).toBe(1);
  });

  const update = (personId: string): NewUpdate => ({
    updateId: randomUUID(),
    personId,
    sessionId: 'a "quoted" \\ session, {NULL}',
    origin: "edit",
    bytes: Uint8Array.of(1, 2, 3),
  });

  it("writes session ids as they are, whatever stands in them", async () => {
    const { log, createDocument, personId } = await setUp();
    const id = await createDocument();
    const sent = [update(personId), { ...update(personId), sessionId: null }];
    await log.append(id, sent);
    expect((await log.read(id)).map((r) => r.sessionId)).toEqual(sent.map((u) => u.sessionId));
  });

  it("lets a part that the database refuses fail alone (I13)", async () => {
    const { log, createDocument, personId } = await setUp();
    const ids = await Promise.all(Array.from({ length: 6 }, () => createDocument()));
    const nobody = randomUUID();
    const outcomes = await Promise.allSettled([
      log.append("not an id", [update(personId)]),
      ...ids.map((id, n) => log.append(id, [update(n === 2 ? nobody : personId)])),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      "rejected",
      ...ids.map((_, n) => (n === 2 ? "rejected" : "fulfilled")),
    ]);
    const heads = await log.heads(ids);
    expect(ids.map((id) => heads.get(id))).toEqual(ids.map((_, n) => (n === 2 ? 0 : 1)));
  });

  it("keeps one row and no hole when two servers append the same ids in different orders", async () => {
    const { log, createDocument, personId } = await setUp();
    const second = createPostgresLog(database.db);
    const ids = await Promise.all(Array.from({ length: 8 }, () => createDocument()));
    for (let round = 0; round < 15; round++) {
      const updates = ids.map(() => update(personId));
      const both = await Promise.all([
        Promise.all(ids.map((id, n) => log.append(id, [updates[n]!]))),
        Promise.all([...ids.keys()].reverse().map((n) => second.append(ids[n]!, [updates[n]!]))),
      ]);
      const fresh = both.flat(2).filter((answer) => answer.fresh);
      expect(new Set(fresh.map(({ updateId }) => updateId)).size).toBe(ids.length);
      expect(fresh.length).toBe(ids.length);
    }
    for (const id of ids)
      expect((await log.read(id)).map((r) => r.seq)).toEqual(Array.from({ length: 15 }, (_, n) => n + 1));
  });

  it("notices a row whose bytes are not what was written, and gives what stands before it", async () => {
    const { log, createDocument, personId } = await setUp();
    const id = await createDocument();
    await log.append(id, [update(personId), update(personId)]);
    await database.db
      .insertInto("document_updates")
      .values({
        document_id: id,
        seq: 3,
        update_id: randomUUID(),
        person_id: personId,
        session_id: null,
        origin: "edit",
        bytes: Buffer.from([1, 2]),
        sha256: "0".repeat(64),
      })
      .execute();
    const failure = await log.read(id).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CorruptUpdate);
    expect((failure as CorruptUpdate).good.map((r) => r.seq)).toEqual([1, 2]);
  });

  it("tells a snapshot that is not what was written, and puts a good one in its place", async () => {
    const { log, createDocument } = await setUp();
    const id = await createDocument();
    await log.keepSnapshot(id, { seq: 5, bytes: Uint8Array.of(1, 2, 3) });
    await database.ownerDb
      .updateTable("document_snapshots")
      .set({ bytes: Buffer.from([1, 2, 2]) })
      .where("document_id", "=", id)
      .execute();
    expect(await log.snapshot(id)).toMatchObject({ seq: 5, intact: false });
    await log.keepSnapshot(id, { seq: 5, bytes: Uint8Array.of(1, 2, 3) });
    expect(await log.snapshot(id)).toEqual({ seq: 5, bytes: Uint8Array.of(1, 2, 3), intact: true });
  });
});
