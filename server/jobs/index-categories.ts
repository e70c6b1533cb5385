/**
 * Fills `category_texts`, which search reads: what each live category says now. Made from the committed document a
 * moment after its changes are derived, at start for documents that are behind, and never in the way of an edit.
 * All of it can be deleted at any time: the next start makes it again.
 */
import { type Kysely, sql, type Transaction } from "kysely";
import type { Logger } from "pino";
import { readSplit } from "../../app/collab/documents/split-document";
import { categoryContentHash } from "../../app/domain/split/canonical";
import type { Split } from "../../app/domain/split/split";
import type { Database } from "../../db/schema/tables";
import type { ReadDocument } from "../collab/hub";
import { nextTurn } from "./turns";

export interface CategoryIndexer {
  /** Indexes the document soon; several changes close to each other are one run. */
  schedule(documentId: string): void;
  /** Indexes now; resolves when it is stored. */
  indexNow(documentId: string): Promise<void>;
  /** Indexes every split that has changed since it was indexed. Never throws. */
  catchUp(): Promise<void>;
  /** Finishes what runs and forgets the rest: it is indexed at the next start. */
  stop(): Promise<void>;
}

export interface CategoryIndexerOptions {
  db: Kysely<Database>;
  /** The committed state of a document. */
  read: (documentId: string) => Promise<ReadDocument>;
  log: Logger;
}

/** Changes that come this close are indexed together. Milliseconds. */
const TOGETHER_MILLISECONDS = 1000;

export function createCategoryIndexer({ db, read, log }: CategoryIndexerOptions): CategoryIndexer {
  const timers = new Map<string, NodeJS.Timeout>();
  let running: Promise<void> = Promise.resolve();
  let catching: Promise<void> = Promise.resolve();
  let stopped = false;

  function schedule(documentId: string): void {
    if (stopped || timers.has(documentId)) return;
    const timer = setTimeout(() => {
      timers.delete(documentId);
      indexNow(documentId).catch(failed(documentId));
    }, TOGETHER_MILLISECONDS);
    timer.unref();
    timers.set(documentId, timer);
  }

  const failed = (documentId: string) => (error: unknown) =>
    log.error({ err: error, documentId }, "categories could not be indexed");

  /** One document at a time: indexing must not take the connections from people's edits. */
  function indexNow(documentId: string): Promise<void> {
    const run = running.catch(() => undefined).then(() => (stopped ? undefined : index(documentId)));
    running = run;
    return run;
  }

  async function index(documentId: string): Promise<void> {
    const { doc, seq } = await read(documentId);
    await storeTexts(db, documentId, readSplit(doc), seq);
  }

  async function indexBehind(): Promise<void> {
    for (const documentId of await documentsBehind(db)) {
      if (stopped) return;
      await indexNow(documentId).catch(failed(documentId));
      await nextTurn();
    }
  }

  return {
    schedule,
    indexNow,
    catchUp: () => {
      catching = indexBehind().catch((error) => log.error({ err: error }, "documents could not be listed"));
      return catching;
    },
    stop: async () => {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await catching;
      await running.catch(() => undefined); // a failure was told to whoever asked for the run
    },
  };
}

async function documentsBehind(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom("drafts")
    .innerJoin("documents", "documents.id", "drafts.document_id")
    .select("documents.id")
    .where("documents.kind", "=", "split")
    .where("documents.last_seq", ">", (e) =>
      e
        .selectFrom("category_texts")
        .select((c) => sql<number>`coalesce(${c.fn.max("category_texts.seq")}, 0)`.as("seq"))
        .whereRef("category_texts.document_id", "=", "documents.id"),
    )
    .orderBy("documents.created_at")
    .execute();
  return rows.map(({ id }) => id);
}

/** Puts the split's texts in the place of the earlier ones; nothing when another server has read further already. */
async function storeTexts(
  db: Kysely<Database>,
  documentId: string,
  split: Split,
  seq: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Lost in a crash, it is made again: nobody waits for the disk.
    await sql`set local synchronous_commit to off`.execute(trx);
    await sql`select pg_advisory_xact_lock(hashtextextended(${documentId}, 8))`.execute(trx);
    if ((await indexedSeq(trx, documentId)) >= seq) return;
    await trx.deleteFrom("category_texts").where("document_id", "=", documentId).execute();
    if (split.categories.length === 0) return;
    await trx
      .insertInto("category_texts")
      .values(
        split.categories.map((category) => ({
          document_id: documentId,
          category_id: category.id,
          label: JSON.stringify(category.label),
          rationale: JSON.stringify(category.rationale),
          question: category.question?.text || null,
          status: category.status,
          content_hash: categoryContentHash(category),
          seq,
        })),
      )
      .execute();
  });
}

async function indexedSeq(trx: Transaction<Database>, documentId: string): Promise<number> {
  const row = await trx
    .selectFrom("category_texts")
    .select((c) => c.fn.max("seq").as("seq"))
    .where("document_id", "=", documentId)
    .executeTakeFirst();
  return row?.seq ?? 0;
}
