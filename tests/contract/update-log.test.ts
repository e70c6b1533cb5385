/**
 * Goal: every update log keeps the same promises.
 * Method: one suite on each implementation; Postgres is the real one.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MemoryLog } from "../../server/collab/memory-log";
import { createPostgresLog } from "../../server/collab/postgres-log";
import { CorruptUpdate } from "../../server/collab/update-log";
import { freshDatabase, type TestDatabase } from "../support/database";
import { type LogUnderTest, updateLogContract } from "./update-log.contract";

describe("in memory", () => {
  updateLogContract(async () => {
    const log = new MemoryLog();
    const createDocument = async () => {
      const id = randomUUID();
      log.create(id);
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
    const createDocument = async () => {
      const row = await db
        .insertInto("documents")
        .values({ kind: "split", schema_version: 1 })
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

  it("notices a row whose bytes are not what was written", async () => {
    const { log, createDocument, personId } = await setUp();
    const id = await createDocument();
    await database.db
      .insertInto("document_updates")
      .values({
        document_id: id,
        seq: 1,
        update_id: randomUUID(),
        person_id: personId,
        session_id: null,
        origin: "edit",
        bytes: Buffer.from([1, 2]),
        sha256: "0".repeat(64),
      })
      .execute();
    await expect(log.read(id)).rejects.toThrow(CorruptUpdate);
  });
});
