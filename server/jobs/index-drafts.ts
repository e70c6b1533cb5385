/**
 * Fills `category_texts` and `draft_texts`, which search reads: what each live category and each live text says now.
 * Made from the committed document a moment after its changes, at start for documents that are behind, and never in the
 * way of an edit. All of it can be deleted at any time: the next start makes it again.
 */
import type { Kysely } from "kysely";
import type { Logger } from "pino";
import { readContent } from "../../app/collab/documents/draft-document";
import { saidContent } from "../../app/domain/draft-content";
import type { DraftKind } from "../../app/domain/drafts";
import type { Database } from "../../db/schema/tables";
import type { ReadDocument } from "../collab/hub";
import { documentsBehind, kindOf, storeContent } from "./indexed-drafts";
import { nextTurn } from "./turns";

export interface DraftIndexer {
  /** Indexes the document soon; several changes close to each other are one run. */
  schedule(documentId: string, kind: DraftKind): void;
  /** Indexes now; resolves when it is stored. */
  indexNow(documentId: string): Promise<void>;
  /** Indexes every draft that has changed since it was indexed. Never throws. */
  catchUp(): Promise<void>;
  /** Finishes what runs and forgets the rest: it is indexed at the next start. */
  stop(): Promise<void>;
}

export interface DraftIndexerOptions {
  db: Kysely<Database>;
  /** The committed state of a document. */
  read: (documentId: string) => Promise<ReadDocument>;
  log: Logger;
}

/** Changes that come this close are indexed together. Milliseconds. A text is long, and typed in for hours. */
const TOGETHER_MILLISECONDS: Record<DraftKind, number> = { split: 1000, text: 10_000 };

export function createDraftIndexer({ db, read, log }: DraftIndexerOptions): DraftIndexer {
  const timers = new Map<string, NodeJS.Timeout>();
  let running: Promise<void> = Promise.resolve();
  let catching: Promise<void> = Promise.resolve();
  let stopped = false;

  function schedule(documentId: string, kind: DraftKind): void {
    if (stopped || timers.has(documentId)) return;
    const timer = setTimeout(() => {
      timers.delete(documentId);
      indexNow(documentId).catch(failed(documentId));
    }, TOGETHER_MILLISECONDS[kind]);
    timer.unref();
    timers.set(documentId, timer);
  }

  const failed = (documentId: string) => (error: unknown) =>
    log.error({ err: error, documentId }, "a draft could not be indexed");

  /** One document at a time: indexing must not take the connections from people's edits. */
  function indexNow(documentId: string): Promise<void> {
    const run = running.catch(() => undefined).then(() => (stopped ? undefined : index(documentId)));
    running = run;
    return run;
  }

  async function index(documentId: string): Promise<void> {
    const kind = await kindOf(db, documentId);
    if (!kind) return;
    const { doc, seq } = await read(documentId);
    await storeContent(db, documentId, saidContent(readContent(kind, doc)), seq);
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
