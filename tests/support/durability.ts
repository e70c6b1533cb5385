/**
 * The check of durability, used on the real engine and on engines that were broken on purpose: what was
 * acknowledged is in the log, nobody was told anything that is not in it, nothing that was typed is missing,
 * (or there twice), and everyone reads what the log says.
 */
import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import * as Y from "yjs";
import { categoryText, readSplit } from "../../app/collab/documents/split-document";
import { LOCAL } from "../../app/collab/origins";
import { canonicalSplit } from "../../app/domain/split/canonical";
import type { Database } from "../../db/schema/tables";
import type { Row } from "./checker";
import type { HeadlessDocument } from "./headless";
import type { LiveServer } from "./live-server";

/** How long everyone may take to agree. Milliseconds. */
const CONVERGED_WITHIN = 10_000;
const CATEGORY = "events";
/** Of the block that Unicode leaves for private use. */
const FIRST_LETTER = 0xe000;

/** One thing that is not as promised. */
export interface Broken {
  promise: "acknowledged is kept" | "told is kept" | "typed is kept" | "everyone agrees";
  what: string;
}

/** One content, as everyone compares it. */
export const contentOf = ({ doc }: Pick<HeadlessDocument, "doc">) => canonicalSplit(readSplit(doc));

/** The rows of a document's log, each one what its hash says. Asks the tables and no code of the engine's. */
export async function rowsOfLog(db: Kysely<Database>, documentId: string): Promise<Row[]> {
  const rows = await db
    .selectFrom("document_updates")
    .select(["seq", "update_id", "bytes", "sha256"])
    .where("document_id", "=", documentId)
    .orderBy("seq")
    .execute();
  return rows.map(({ seq, update_id, bytes, sha256 }) => {
    if (createHash("sha256").update(bytes).digest("hex") !== sha256)
      throw new Error(`row ${seq} is not what was written`);
    return { seq, updateId: update_id, bytes };
  });
}

/** The content of updates in order. Throws when one rests on something that is missing. */
export function contentOfUpdates(updates: Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error("the log rests on something missing");
  const content = contentOf({ doc });
  doc.destroy();
  return content;
}

/** The content of the newest snapshot and the log after it, or null when there is no snapshot. */
export async function contentOfSnapshot(db: Kysely<Database>, documentId: string): Promise<string | null> {
  const { rows } = await sql<{ seq: number; bytes: Uint8Array }>`
    select seq, bytes from document_snapshots where document_id = ${documentId} order by seq desc limit 1`.execute(
    db,
  );
  const [snapshot] = rows;
  if (!snapshot) return null;
  const tail = (await rowsOfLog(db, documentId)).filter(({ seq }) => seq > snapshot.seq);
  return contentOfUpdates([snapshot.bytes, ...tail.map(({ bytes }) => bytes)]);
}

/** The document as a fresh reader of the log in Postgres has it. */
export async function contentOfLog({ database, documentId }: Pick<LiveServer, "database" | "documentId">) {
  return contentOfUpdates((await rowsOfLog(database.db, documentId)).map(({ bytes }) => bytes));
}

/** What people typed and what they were told, for `broken` to compare with the log. */
export class Witness {
  private readonly typed: string[] = [];
  private readonly acknowledged: string[] = [];
  private readonly told: string[] = [];

  /** Types a letter of its own, at the end of a category's rationale unless told where. */
  type(document: HeadlessDocument, where?: { text: Y.Text; index: number }): void {
    const letter = String.fromCharCode(FIRST_LETTER + this.typed.length); // one unit: nothing can come in between
    const text = where?.text ?? categoryText(document.doc, CATEGORY, "rationale", "fi")!;
    document.doc.transact(() => text.insert(where?.index ?? text.length, letter), LOCAL);
    this.typed.push(letter);
  }

  /** Notes every letter on the screen of a person who has been told that all is saved. */
  noteSaved(document: HeadlessDocument): void {
    if (document.state.kind === "saved") this.acknowledged.push(...this.lettersIn(document));
  }

  /** Notes every letter that a person who only watches has on the screen. */
  noteTold(document: HeadlessDocument): void {
    this.told.push(...this.lettersIn(document));
  }

  /** Waits until everyone agrees, and answers every promise that is broken. */
  async broken(server: LiveServer, documents: HeadlessDocument[]): Promise<Broken[]> {
    const end = Date.now() + CONVERGED_WITHIN;
    let kept = await contentOfLog(server);
    while (documents.some((document) => contentOf(document) !== kept) && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      kept = await contentOfLog(server);
    }
    const missing = (promise: Broken["promise"], letters: string[]) =>
      [...new Set(letters)]
        .filter((letter) => kept.split(letter).length !== 2) // once, and not twice
        .map((letter): Broken => ({ promise, what: `letter ${letter.charCodeAt(0) - FIRST_LETTER}` }));
    return [
      ...missing("acknowledged is kept", this.acknowledged),
      ...missing("told is kept", this.told),
      ...missing("typed is kept", this.typed),
      ...documents
        .filter((document) => contentOf(document) !== kept)
        .map((_, n): Broken => ({ promise: "everyone agrees", what: `reader ${n}` })),
    ];
  }

  private lettersIn(document: HeadlessDocument): string[] {
    const content = contentOf(document);
    return this.typed.filter((letter) => content.includes(letter));
  }
}
