/**
 * Keeps snapshots coming, in the background and one at a time: after so many commits of an open document, and by
 * a sweep for what nobody told of (imports, crashes, other servers), so that nobody's first open pays.
 */
import type { Logger } from "pino";
import type { CollabMetrics } from "../collab/collab-metrics";
import { CorruptUpdate, type Snapshot, type UpdateLog } from "../collab/log/update-log";
import { makeSnapshot, SnapshotDiffers } from "./snapshot-from-log";
import { nextTurn } from "./turns";

export { makeSnapshot } from "./snapshot-from-log";

export interface SnapshotKeeperOptions {
  log: UpdateLog;
  logger: Logger;
  metrics: CollabMetrics;
  /** Updates between two snapshots of a document. */
  after?: number;
  /** Between two sweeps. Milliseconds. */
  sweep?: number;
  /** Called with a document's newest snapshot: rooms may drop what they held for it. */
  onMade?: (documentId: string, snapshot: Snapshot) => void;
}

export interface SnapshotKeeper {
  /** A document's log has come to `seq`. Never throws and never waits. */
  committed(documentId: string, seq: number): void;
  /** Finishes the snapshot under way and makes no more. Nothing is in flight afterwards. */
  stop(): Promise<void>;
}

const AFTER_UPDATES = 200;
const SWEEP_MILLISECONDS = 60_000;
/** Documents of one look at the log. */
const SWEEP_LIMIT = 100;
/** A damaged document is left alone so long: its log does not mend itself. Milliseconds. */
const DAMAGED_REST = 60 * 60_000;
/** Documents whose last snapshot is remembered; a forgotten one is found by the sweep. */
const KNOWN_MAX = 10_000;

export function createSnapshotKeeper(options: SnapshotKeeperOptions): SnapshotKeeper {
  const { log, logger, metrics, onMade } = options;
  const { after = AFTER_UPDATES, sweep = SWEEP_MILLISECONDS } = options;
  /** The sequence number from which commits are counted, by document. */
  const countedFrom = new Map<string, number>();
  /** Documents that failed, and until when (epoch milliseconds) they are left alone. */
  const failed = new Map<string, number>();
  const waiting = new Set<string>();
  let making: string | null = null;
  let working: Promise<void> | null = null;
  let sweeping: Promise<void> = Promise.resolve();
  let stopped = false;

  function countFrom(documentId: string, seq: number): void {
    countedFrom.delete(documentId);
    countedFrom.set(documentId, seq);
    if (countedFrom.size > KNOWN_MAX) countedFrom.delete(countedFrom.keys().next().value!);
  }

  const rests = (documentId: string) => (failed.get(documentId) ?? 0) > Date.now();

  function committed(documentId: string, seq: number): void {
    const from = countedFrom.get(documentId);
    if (from === undefined) countFrom(documentId, seq - 1);
    else if (seq - from >= after && documentId !== making) schedule(documentId);
  }

  function schedule(documentId: string): void {
    if (stopped || rests(documentId)) return;
    waiting.add(documentId);
    working ??= work();
  }

  async function work(): Promise<void> {
    await nextTurn();
    for (const documentId of waiting) {
      if (stopped) break;
      waiting.delete(documentId);
      await makeOne(documentId);
    }
    working = null;
  }

  async function makeOne(documentId: string): Promise<void> {
    making = documentId;
    try {
      // Another server may just have made one.
      const done = await makeSnapshot(log, documentId, { atLeast: after });
      failed.delete(documentId);
      if (!done) return;
      if (done.made) metrics.snapshot("made");
      for (const seq of done.badSnapshots) tellBad(documentId, seq);
      countFrom(documentId, done.snapshot.seq);
      onMade?.(documentId, done.snapshot);
    } catch (error) {
      const damaged = error instanceof CorruptUpdate || error instanceof SnapshotDiffers;
      failed.set(documentId, Date.now() + (damaged ? DAMAGED_REST : sweep));
      metrics.failed("snapshot");
      logger.error({ err: error, documentId }, "no snapshot could be made");
    }
    making = null;
  }

  function tellBad(documentId: string, seq: number): void {
    metrics.snapshot("bad");
    logger.warn({ documentId, seq }, "a snapshot is not what was written and was passed over");
  }

  /** Until nobody is behind, but for those that failed. */
  async function sweepAll(): Promise<void> {
    try {
      for (;;) {
        const behind = await log.behindSnapshots(after, SWEEP_LIMIT + failed.size);
        const todo = behind.filter((id) => !rests(id));
        if (stopped || todo.length === 0) return;
        for (const id of todo) schedule(id);
        await working;
        if (todo.length < SWEEP_LIMIT) return;
      }
    } catch (error) {
      logger.warn({ err: error }, "documents without a new snapshot could not be listed");
    }
  }

  const startSweep = () => {
    sweeping = sweeping.then(sweepAll);
  };
  startSweep();
  const timer = setInterval(startSweep, sweep);
  timer.unref();

  return {
    committed,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      waiting.clear();
      await working;
      await sweeping;
    },
  };
}
