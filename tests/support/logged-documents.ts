/** Documents whose log is written by the test, and damage that only the owner of the schema can do. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import * as Y from "yjs";
import { addCategory, categoryText, editText } from "../../app/collab/documents/split-document";
import type { DocumentKind, NewUpdate, UpdateLog } from "../../server/collab/log/update-log";
import type { TestDatabase } from "./database";
import { aCategory } from "./splits";

/** An empty document in the database. */
export async function addDocument({ db }: Pick<TestDatabase, "db">, kind: DocumentKind = "split") {
  const row = await db
    .insertInto("documents")
    .values({ kind, schema_version: 1 })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function addPerson({ db }: Pick<TestDatabase, "db">): Promise<string> {
  const row = await db
    .insertInto("persons")
    .values({ name: "Kirjoittaja", language: "fi" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Bytes as updates of one person. */
export const asUpdates = (personId: string, all: Uint8Array[]): NewUpdate[] =>
  all.map((bytes) => ({ updateId: randomUUID(), personId, sessionId: null, origin: "edit", bytes }));

/** `count` updates of a split: a category, and then one edit of its label after another. */
export function splitUpdates(count: number): { doc: Y.Doc; updates: Uint8Array[] } {
  const { doc, updates } = recorded();
  addCategory(doc, aCategory({ id: "tilat" }));
  for (let n = 1; n < count; n++)
    editText(categoryText(doc, "tilat", "label", "fi")!, `Tilat ${n} ${"å😀".repeat(n % 5)}`);
  return { doc, updates };
}

/** `count` updates of a text: paragraphs, bold words and deletions. */
export function textUpdates(count: number): { doc: Y.Doc; updates: Uint8Array[] } {
  const { doc, updates } = recorded();
  const content = doc.getXmlFragment("content");
  for (let n = 0; n < count; n++) {
    if (n % 10 === 0)
      doc.transact(() => {
        const paragraph = new Y.XmlElement("paragraph");
        paragraph.insert(0, [new Y.XmlText("Kappale ")]);
        content.push([paragraph]);
        paragraph.setAttribute("level", `${n}`);
      });
    else {
      const text = (content.get(content.length - 1) as Y.XmlElement).get(0) as Y.XmlText;
      if (n % 4 === 0) text.delete(0, 2);
      else text.insert(text.length, `sana ${n} `, n % 3 === 0 ? { bold: true } : undefined);
    }
  }
  return { doc, updates };
}

function recorded() {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  return { doc, updates };
}

/** Appends in portions, so that a test with thousands of updates stays quick. */
export async function appendAll(log: UpdateLog, documentId: string, updates: NewUpdate[]): Promise<void> {
  for (let n = 0; n < updates.length; n += 500) await log.append(documentId, updates.slice(n, n + 500));
}

/** What a disk or a careless hand may do: a statement on the log with its triggers off. */
export async function damageLog({ ownerDb }: TestDatabase, statement: ReturnType<typeof sql>): Promise<void> {
  await ownerDb.transaction().execute(async (trx) => {
    await sql`alter table document_updates disable trigger user`.execute(trx);
    await statement.execute(trx);
    await sql`alter table document_updates enable trigger user`.execute(trx);
  });
}

/** One bit of a row of the log, flipped. */
export const flipLogBit = (database: TestDatabase, documentId: string, seq: number) =>
  damageLog(
    database,
    sql`update document_updates set bytes = set_bit(bytes, 12, 1 - get_bit(bytes, 12))
      where document_id = ${documentId} and seq = ${seq}`,
  );

/** One bit of snapshots, flipped: of the one at `seq`, or of all. */
export async function flipSnapshotBit({ ownerDb }: TestDatabase, documentId: string, seq?: number) {
  await sql`update document_snapshots set bytes = set_bit(bytes, 12, 1 - get_bit(bytes, 12))
    where document_id = ${documentId} and (seq = ${seq ?? null}::bigint or ${seq ?? null}::bigint is null)`.execute(
    ownerDb,
  );
}
