/**
 * Makes a snapshot of a document: from its log alone, never from what a room holds, and kept only when what was
 * written reads as what the log says. In slices, so that nobody waits for it.
 */
import * as Y from "yjs";
import { loadDocument } from "../collab/log/load-document";
import { CorruptUpdate, type DocumentKind, type Snapshot, type UpdateLog } from "../collab/log/update-log";
import { contentOf, emptyDocument } from "./document-content";
import { inSlices, nextTurn } from "./turns";

/** The snapshot would not read as the log does. Nothing was kept. */
export class SnapshotDiffers extends Error {
  override name = "SnapshotDiffers";
}

export interface MadeSnapshot {
  snapshot: Snapshot;
  /** False when the newest one was new enough. */
  made: boolean;
  /** Older snapshots that were not what was written. */
  badSnapshots: number[];
}

interface MakeOptions {
  /** Updates after the last good snapshot for which a new one is made. */
  atLeast?: number;
  encode?: (doc: Y.Doc) => Uint8Array;
}

/**
 * The document's newest snapshot, made now when the log is at least `atLeast` updates longer than the last good
 * one. Null when there is nothing to make one of. Throws CorruptUpdate when the log is damaged, SnapshotDiffers,
 * and what the log throws.
 */
export async function makeSnapshot(
  log: UpdateLog,
  documentId: string,
  { atLeast = 1, encode = Y.encodeStateAsUpdate }: MakeOptions = {},
): Promise<MadeSnapshot | null> {
  const { head, base, tail, bad, badSnapshots } = await loadDocument(log, documentId);
  if (bad) throw new CorruptUpdate(`${documentId}: ${bad.why}`, tail);
  if (tail.length < atLeast || tail.length === 0)
    return base && { snapshot: { ...base, intact: true }, made: false, badSnapshots };
  const doc = emptyDocument(head.kind);
  try {
    const updates = [...(base ? [base] : []), ...tail];
    await inSlices(
      updates,
      ({ bytes }) => Y.applyUpdate(doc, bytes),
      (slice) => doc.transact(slice),
    );
    if (doc.store.pendingStructs || doc.store.pendingDs)
      throw new CorruptUpdate(`${documentId}: an update rests on something that is missing`, tail);
    const bytes = encode(doc);
    await nextTurn();
    await verify(head.kind, doc, bytes, documentId);
    await log.keepSnapshot(documentId, { seq: head.seq, bytes });
    return { snapshot: { seq: head.seq, bytes, intact: true }, made: true, badSnapshots };
  } finally {
    doc.destroy();
  }
}

/** Throws SnapshotDiffers unless the bytes alone give the document again. */
export async function verify(
  kind: DocumentKind,
  doc: Y.Doc,
  bytes: Uint8Array,
  documentId: string,
): Promise<void> {
  const again = emptyDocument(kind);
  try {
    Y.applyUpdate(again, bytes);
    await nextTurn();
    // Equal updates alone prove little: contents can differ under one clock.
    const sameUpdates = Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(again));
    const content = contentOf(kind, doc);
    await nextTurn();
    if (!sameUpdates || content !== contentOf(kind, again)) throw new SnapshotDiffers(documentId);
  } finally {
    again.destroy();
  }
}
