/**
 * Goal: deriving reads only the last minutes of a history, and still tells what the whole log tells.
 * Method: a log with chosen times, derived update by update, then thrown away and rebuilt at once.
 */
import { createHash, randomUUID } from "node:crypto";
import pino from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import { addCategory, setCategoryFields } from "../../app/collab/documents/split-document";
import type { Sides } from "../../app/domain/split/split";
import { createPostgresLog } from "../../server/collab/log/postgres-log";
import { createChangeDeriver, rebuildChanges } from "../../server/jobs/derive-changes";
import { JOIN_GAP_MILLISECONDS as GAP } from "../../server/jobs/fold-changes";
import { freshDatabase, type TestDatabase } from "../support/database";
import { aCategory } from "../support/splits";

let database: TestDatabase;
let people: string[];
beforeAll(async () => {
  database = await freshDatabase({ scenario: "north-karelia" });
  people = (await database.db.selectFrom("persons").select("id").limit(2).execute()).map(({ id }) => id);
});
afterAll(() => database.close());

interface Written {
  /** Milliseconds from the edit before; negative when the clock was set back. */
  after: number;
  who: 0 | 1;
  sides: Sides;
}

/** A document whose log has a category, then the edits of its sides; derived in runs that end where `run` says. */
async function history(edits: Written[], run: (n: number) => boolean = () => true) {
  const { db } = database;
  const { id: documentId } = await db
    .insertInto("documents")
    .values({ kind: "split", schema_version: 1 })
    .returning("id")
    .executeTakeFirstOrThrow();
  const updateLog = createPostgresLog(db);
  const log = pino({ level: "silent" });
  const derive = () => {
    const deriver = createChangeDeriver({ db, updateLog, log, delay: 60_000, derived: () => undefined });
    return deriver.deriveNow(documentId).then(() => deriver.stop());
  };
  const doc = new Y.Doc();
  let time = Date.UTC(2026, 0, 1);
  let seq = 0;
  const append = async (who: number, change: () => void) => {
    const known = Y.encodeStateVector(doc);
    change();
    const bytes = Buffer.from(Y.encodeStateAsUpdate(doc, known));
    seq += 1;
    await db
      .insertInto("document_updates")
      .values({
        document_id: documentId,
        seq,
        update_id: randomUUID(),
        person_id: people[who]!,
        session_id: null,
        origin: "edit",
        bytes,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        created_at: new Date(time),
      })
      .execute();
    await db.updateTable("documents").set({ last_seq: seq }).where("id", "=", documentId).execute();
  };
  await append(0, () => addCategory(doc, aCategory({ id: "one", sides: "both" })));
  for (const [n, { after, who, sides }] of edits.entries()) {
    time += after;
    await append(who, () => setCategoryFields(doc, "one", { sides }));
    if (run(n)) await derive();
  }
  await derive();
  const events = async () =>
    (
      await db
        .selectFrom("change_events")
        .selectAll()
        .where("document_id", "=", documentId)
        .where("field", "=", "sides")
        .orderBy("last_seq")
        .execute()
    ).map(({ id: _id, ...event }) => event);
  const incremental = await events();
  await rebuildChanges(db, updateLog, documentId);
  expect(incremental).toEqual(await events());
  return incremental.map((event) => [event.first_seq, event.last_seq, event.before, event.after]);
}

it("joins what is just as old as the gap, and not what is a millisecond older", async () => {
  const edits = (after: number): Written[] => [
    { after: 1, who: 0, sides: "region" },
    { after, who: 0, sides: "municipality" },
  ];
  expect(await history(edits(GAP))).toEqual([[2, 3, "both", "municipality"]]);
  expect(await history(edits(GAP + 1))).toEqual([
    [2, 2, "both", "region"],
    [3, 3, "region", "municipality"],
  ]);
});

it("joins to what lies under a change that was taken back, when that is recent enough", async () => {
  const edits = (after: number): Written[] => [
    { after: 1, who: 0, sides: "region" },
    { after: 1, who: 1, sides: "municipality" },
    { after: GAP - 1, who: 1, sides: "region" },
    { after, who: 0, sides: "municipality" },
  ];
  expect(await history(edits(0))).toEqual([[2, 5, "both", "municipality"]]);
  expect(await history(edits(1))).toHaveLength(2);
});

it("is the same in runs of any length and with clocks that were set back", async () => {
  const sides: Sides[] = ["region", "municipality", "both"];
  const steps = [1, GAP, -3 * GAP, 5, GAP + 1, 1000, -GAP, 2 * GAP, 0, GAP - 1];
  const edits = Array.from({ length: 40 }, (_, n): Written => {
    const who = (n * 7) % 5 < 3 ? 0 : 1;
    return { after: steps[(n * 3) % steps.length]!, who, sides: sides[n % 3]! };
  });
  const each = await history(edits);
  expect(each.length).toBeGreaterThan(10);
  expect(await history(edits, (n) => n % 7 === 3)).toEqual(each);
});
