/**
 * What an open document is made of: the newest good snapshot and the log after it. A snapshot that is not what was
 * written is passed over; a log that is not is never passed over.
 */
import * as Y from "yjs";
import {
  CorruptUpdate,
  type DocumentHead,
  type LoggedUpdate,
  type Snapshot,
  type UpdateLog,
} from "./update-log";

export interface LoadedDocument {
  /** `seq` is that of the last update in `base` and `tail`, unless the document is bad. */
  head: DocumentHead;
  /** The state after `seq` updates, or null: then `tail` begins with the first update. */
  base: { seq: number; bytes: Uint8Array } | null;
  /** The updates after `base`, without holes. */
  tail: LoggedUpdate[];
  /** The log is damaged after this sequence number: the document may be read so far, and not be changed. */
  bad: { after: number; why: string } | null;
  /** Sequence numbers of snapshots that were passed over, newest first. */
  badSnapshots: number[];
}

/** Throws DocumentNotFound, and what the database throws: a failed load is never an empty document (promise I4). */
export async function loadDocument(log: UpdateLog, documentId: string): Promise<LoadedDocument> {
  const head = await log.head(documentId);
  const { base, badSnapshots } = await newestGoodSnapshot(log, documentId, head.seq);
  const after = base?.seq ?? 0;
  const { rows, corrupt } = await readGood(log, documentId, after);
  const hole = rows.findIndex(({ seq }, n) => seq !== after + n + 1);
  const tail = hole < 0 ? rows : rows.slice(0, hole);
  const last = tail.at(-1)?.seq ?? after;
  let why: string | null = hole < 0 ? corrupt : `seq ${last + 1} is missing`;
  // What was committed between the two readings only makes the log longer.
  if (why === null && last < head.seq) why = `seq ${last + 1} is missing at the end`;
  const bad = why === null ? null : { after: last, why };
  return { head: bad ? head : { ...head, seq: last }, base, tail, bad, badSnapshots };
}

async function newestGoodSnapshot(
  log: UpdateLog,
  documentId: string,
  seq: number,
): Promise<{ base: LoadedDocument["base"]; badSnapshots: number[] }> {
  const badSnapshots: number[] = [];
  let before: number | undefined;
  for (;;) {
    const snapshot = await log.snapshot(documentId, before);
    if (!snapshot) return { base: null, badSnapshots };
    before = snapshot.seq;
    // One that was made after the head was read is only too new for this reading.
    if (snapshot.seq > seq) continue;
    if (isGood(snapshot)) return { base: { seq: snapshot.seq, bytes: snapshot.bytes }, badSnapshots };
    badSnapshots.push(snapshot.seq);
  }
}

function isGood({ intact, bytes }: Snapshot): boolean {
  if (!intact) return false;
  try {
    Y.decodeUpdate(bytes);
    return true;
  } catch {
    return false;
  }
}

async function readGood(
  log: UpdateLog,
  documentId: string,
  after: number,
): Promise<{ rows: LoggedUpdate[]; corrupt: string | null }> {
  try {
    return { rows: await log.read(documentId, after), corrupt: null };
  } catch (error) {
    if (!(error instanceof CorruptUpdate)) throw error;
    return { rows: error.good, corrupt: error.message };
  }
}
