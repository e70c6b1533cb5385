/**
 * Derives `change_events` from the log of splits, a moment after commits, at start and from time to time for what was
 * left. The events and their cursor (`documents.derived_seq`) move in one transaction, so a crash repeats nothing
 * and skips nothing, and it does not matter how many servers derive.
 */
import { type Kysely, sql, type Transaction } from "kysely";
import type { Logger } from "pino";
import type { Database } from "../../db/schema/tables";
import type { UpdateLog } from "../collab/log/update-log";
import { storeChanges } from "./change-store";
import { type FoldedChange, Replay } from "./fold-changes";
import { inSlices } from "./turns";

export interface ChangeDeriver {
  /** Derives the document's changes soon. */
  schedule(documentId: string): void;
  /** Derives now what is not derived yet; resolves when it is stored. */
  deriveNow(documentId: string): Promise<void>;
  /** Schedules every split that is behind its log, now and from time to time. Never throws. */
  catchUp(): void;
  /** Finishes what runs and forgets the rest: it is derived at the next start. Nothing is in flight afterwards. */
  stop(): Promise<void>;
}

export interface ChangeDeriverOptions {
  db: Kysely<Database>;
  updateLog: UpdateLog;
  log: Logger;
  /** Milliseconds from a commit to the deriving. */
  delay: number;
  /** Called when new events of a document are stored. */
  derived: (documentId: string) => void;
}

/** A played document is kept this long for the next changes. */
const REPLAY_KEPT_MILLISECONDS = 60_000;
/** After a failure; each further one doubles it. */
const RETRY_MILLISECONDS = 5000;
const RETRY_DOUBLINGS_MAX = 7;
/** A server that died may have left something that another one must derive. */
const CATCH_UP_MILLISECONDS = 60_000;

export function createChangeDeriver({
  db,
  updateLog,
  log,
  delay,
  derived,
}: ChangeDeriverOptions): ChangeDeriver {
  const timers = new Map<string, NodeJS.Timeout>();
  const replays = new Map<string, { replay: Replay; until: NodeJS.Timeout }>();
  const failures = new Map<string, number>();
  let running: Promise<void> = Promise.resolve();
  let finding: Promise<void> = Promise.resolve();
  let watch: NodeJS.Timeout | null = null;
  let stopped = false;

  function schedule(documentId: string, after = delay): void {
    if (stopped || timers.has(documentId)) return;
    const timer = setTimeout(() => {
      timers.delete(documentId);
      deriveNow(documentId).catch((error) => {
        log.error({ err: error, documentId }, "changes could not be derived");
        const failed = failures.get(documentId) ?? 0;
        failures.set(documentId, Math.min(failed + 1, RETRY_DOUBLINGS_MAX));
        schedule(documentId, RETRY_MILLISECONDS * 2 ** failed);
      });
    }, after);
    timer.unref();
    timers.set(documentId, timer);
  }

  /** One run at a time: deriving must not take the connections from people's edits. */
  function deriveNow(documentId: string): Promise<void> {
    const run = running.catch(() => undefined).then(() => derive(documentId));
    running = run;
    return run;
  }

  async function derive(documentId: string): Promise<void> {
    if (stopped) return;
    const kept = replays.get(documentId);
    replays.delete(documentId);
    clearTimeout(kept?.until);
    const replay = await deriveChanges(db, updateLog, documentId, kept?.replay);
    failures.delete(documentId);
    if (!replay) return;
    const until = setTimeout(() => {
      replays.delete(documentId);
      replay.destroy();
    }, REPLAY_KEPT_MILLISECONDS);
    until.unref();
    replays.set(documentId, { replay, until });
    derived(documentId);
  }

  async function findBehind(): Promise<void> {
    const behind = await db
      .selectFrom("documents")
      .select("id")
      .where("kind", "=", "split")
      .whereRef("derived_seq", "<", "last_seq")
      .execute();
    for (const { id } of behind) schedule(id);
  }

  function catchUp(): void {
    finding = finding
      .then(() => (stopped ? undefined : findBehind()))
      .catch((error) => log.error({ err: error }, "underived documents could not be listed"));
    if (!stopped) watch ??= setInterval(catchUp, CATCH_UP_MILLISECONDS).unref();
  }

  return {
    schedule,
    deriveNow,
    catchUp,
    stop: async () => {
      stopped = true;
      if (watch) clearInterval(watch);
      await finding;
      for (const timer of timers.values()) clearTimeout(timer);
      await running.catch(() => undefined); // a failure was told to whoever asked for the run
      for (const { replay, until } of replays.values()) {
        clearTimeout(until);
        replay.destroy();
      }
    },
  };
}

/**
 * Derives what the log has after the cursor; `played` saves reading the log again. Null when nothing was new, or
 * the document has no change events. When another server derives at the same moment, the later one goes on from there.
 */
async function deriveChanges(
  db: Kysely<Database>,
  updateLog: UpdateLog,
  documentId: string,
  played?: Replay,
): Promise<Replay | null> {
  const cursor = await readCursor(db, documentId);
  if (cursor === null) return null;
  const replay = played?.seq === cursor ? played : new Replay();
  const fresh: FoldedChange[] = [];
  // Read before the transaction: a transaction that waits for a second connection can wait for itself.
  await inSlices(await updateLog.read(documentId, replay.seq), (update) => {
    const changes = replay.apply(update);
    if (update.seq > cursor) fresh.push(...changes);
  });
  if (replay.seq <= cursor) return null;
  const earliest = fresh.reduce((time, change) => Math.min(time, change.startedAt.getTime()), Infinity);
  const stored = await deriving(db, documentId, async (trx) => {
    if ((await readCursor(trx, documentId)) !== cursor) return false;
    await storeChanges(trx, documentId, fresh, replay.joinableFrom(earliest));
    await moveCursor(trx, documentId, replay.seq);
    return true;
  });
  return stored ? replay : deriveChanges(db, updateLog, documentId, replay);
}

/** Throws away the document's change events and derives them from the whole log again. */
export async function rebuildChanges(
  db: Kysely<Database>,
  updateLog: UpdateLog,
  documentId: string,
): Promise<void> {
  if ((await readCursor(db, documentId)) === null) return;
  const replay = new Replay();
  const changes: FoldedChange[] = [];
  await inSlices(await updateLog.read(documentId), (update) => {
    changes.push(...replay.apply(update));
  });
  await deriving(db, documentId, async (trx) => {
    await trx.deleteFrom("change_events").where("document_id", "=", documentId).execute();
    await storeChanges(trx, documentId, changes, 1);
    await moveCursor(trx, documentId, replay.seq);
  });
  replay.destroy();
}

/** How far the document is derived, or null for a kind that has no change events. */
async function readCursor(db: Kysely<Database>, documentId: string): Promise<number | null> {
  const row = await db
    .selectFrom("documents")
    .select(["kind", "derived_seq"])
    .where("id", "=", documentId)
    .executeTakeFirstOrThrow();
  return row.kind === "split" ? row.derived_seq : null;
}

/**
 * Runs `work` in a transaction of its own, one at a time per document, on however many nodes. Its commit does
 * not wait for the disk: after a crash the events and their cursor are lost together and derived again from
 * the log, while people's appends wait for the cursor's row, and so would wait for an fsync that saves nothing.
 */
async function deriving<T>(
  db: Kysely<Database>,
  documentId: string,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  return await db.transaction().execute(async (trx) => {
    await sql`set local synchronous_commit to off`.execute(trx);
    await sql`select pg_advisory_xact_lock(hashtextextended(${documentId}, 7))`.execute(trx);
    return await work(trx);
  });
}

/** The last statement of the transaction: appends wait for this row, and only for this long. */
async function moveCursor(trx: Transaction<Database>, documentId: string, seq: number): Promise<void> {
  await trx.updateTable("documents").set({ derived_seq: seq }).where("id", "=", documentId).execute();
}
