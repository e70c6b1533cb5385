/** A database with the demo and edits in its log, and what a restore must give back of it. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as Y from "yjs";
import { categoriesMap, categoryText, readSplit } from "../../app/collab/documents/split-document";
import { canonicalSplit } from "../../app/domain/split/canonical";
import { backUp } from "../../db/backup/back-up";
import { checkBackup, restore } from "../../db/backup/restore";
import { openDriver } from "../../db/client";
import { APP_ROLE } from "../../db/embedded";
import { createPostgresLog } from "../../server/collab/log/postgres-log";
import type { TestDatabase } from "./database";

/** Never aborted. */
export const forever = new AbortController().signal;

/** A folder for backups of a test file. */
export function backupFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "kp-backup-"));
  return {
    file: (name: string) => path.join(folder, name),
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Backs up into the file; gives its manifest and the lines that were said. */
export async function backUpTo(file: string, { ownerUrl }: Pick<TestDatabase, "ownerUrl">, signal = forever) {
  const said: string[] = [];
  const made = await backUp({ url: ownerUrl, file, version: "0.0.0", say: (l) => said.push(l), signal });
  return { ...made, said };
}

/** Checks the file and restores it, as the command does. */
export async function restoreInto(
  { ownerUrl }: Pick<TestDatabase, "ownerUrl">,
  file: string,
  { replace = false, signal = forever }: { replace?: boolean; signal?: AbortSignal } = {},
) {
  const manifest = await checkBackup(file, signal);
  const options = { url: ownerUrl, appRole: APP_ROLE, file, replace, say: () => undefined, signal };
  return restore(options, manifest);
}

/** The document of the demo's draft. */
export async function demoDocument({ db }: Pick<TestDatabase, "db">) {
  const draft = await db
    .selectFrom("drafts")
    .selectAll()
    .where("kind", "=", "split")
    .executeTakeFirstOrThrow();
  const person = await db.selectFrom("persons").select("id").limit(1).executeTakeFirstOrThrow();
  return { documentId: draft.document_id, personId: person.id };
}

/** Appends `count` edits to the demo's document: a word at the end of a label each. */
export async function edit(database: TestDatabase, words: string[]): Promise<void> {
  const { documentId, personId } = await demoDocument(database);
  const log = createPostgresLog(database.db);
  const doc = await rebuilt(database, documentId);
  const [id] = [...categoriesMap(doc).keys()].sort();
  for (const word of words) {
    const before = Y.encodeStateVector(doc);
    categoryText(doc, id ?? "", "label", "fi")?.insert(0, `${word} `);
    const bytes = Y.encodeStateAsUpdate(doc, before);
    await log.append(documentId, [
      { updateId: randomUUID(), personId, sessionId: null, origin: "edit", bytes },
    ]);
  }
}

async function rebuilt({ db }: Pick<TestDatabase, "db">, documentId: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  for (const { bytes } of await createPostgresLog(db).read(documentId)) Y.applyUpdate(doc, bytes);
  return doc;
}

/** The canonical content of the demo's draft, rebuilt from the log alone. */
export async function contentOf(database: Pick<TestDatabase, "db">): Promise<string> {
  const { documentId } = await demoDocument(database);
  return canonicalSplit(readSplit(await rebuilt(database, documentId)));
}

/** Every row of every table that a backup keeps, as text, without the epochs that a restore raises. */
export async function rowsOf({
  ownerUrl,
}: Pick<TestDatabase, "ownerUrl">): Promise<Record<string, string[]>> {
  const sql = openDriver(ownerUrl, { max: 1 });
  try {
    const tables = await sql<{ name: string }[]>`select relname::text as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
        and relname not in ('sessions', 'document_snapshots', 'installation', 'kysely_migration', 'kysely_migration_lock',
          'password_resets', 'email_changes', 'mailed_links', 'seat_links', 'calendar_links', 'category_texts', 'draft_texts', 'imports')
      order by relname`;
    const all: Record<string, string[]> = {};
    for (const { name } of tables) {
      const rows = await sql.unsafe(
        `select (to_jsonb(t) - 'epoch')::text as row from public."${name}" t order by 1`,
      );
      all[name] = rows.map((row) => row.row as string);
    }
    return all;
  } finally {
    await sql.end();
  }
}

/** The epoch of every document, by id. */
export async function epochsOf({ db }: Pick<TestDatabase, "db">): Promise<Record<string, number>> {
  const rows = await db.selectFrom("documents").select(["id", "epoch"]).execute();
  return Object.fromEntries(rows.map(({ id, epoch }) => [id, epoch]));
}

/** This installation's key, in hex. */
export async function leaseKeyOf({ ownerDb }: Pick<TestDatabase, "ownerDb">): Promise<string> {
  const row = await ownerDb.selectFrom("installation").select("lease_key").executeTakeFirstOrThrow();
  return Buffer.from(row.lease_key).toString("hex");
}
