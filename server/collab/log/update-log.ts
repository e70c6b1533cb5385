/**
 * Where live documents are kept: the append-only log, which is the only truth, and snapshots, which are caches of
 * it. This interface is all that the live half of the server knows of storage; one contract suite
 * (tests/contract/update-log.test.ts) runs on every implementation.
 */
export type UpdateOrigin = "edit" | "seed" | "copy" | "restore";
/** Decides schema, rights and canonical form of a document. */
export type DocumentKind = "split" | "note" | "text";

export interface NewUpdate {
  updateId: string;
  personId: string;
  sessionId: string | null;
  origin: UpdateOrigin;
  bytes: Uint8Array;
}

export interface LoggedUpdate extends NewUpdate {
  seq: number;
  sha256: string;
  createdAt: Date;
}

/** Where an update stands in the log; `fresh` is false when its id was there already. */
export interface Appended {
  updateId: string;
  seq: number;
  fresh: boolean;
}

export interface DocumentHead {
  kind: DocumentKind;
  schemaVersion: number;
  /** The last committed sequence number; 0 for an empty document. */
  seq: number;
  /** Raised by a restore from a backup: what was read in another epoch may not be continued. */
  epoch: number;
}

/** The state of a document after `seq` updates, as one Yjs update. */
export interface Snapshot {
  seq: number;
  bytes: Uint8Array;
  /** Are the bytes what was written? A snapshot that is not is passed over. */
  intact: boolean;
}

/** Snapshots of a document that are kept, newest first; older ones are forgotten. */
export const SNAPSHOTS_KEPT = 4;

export interface UpdateLog {
  /**
   * Appends in order, in one transaction, and returns when it is committed. An update id that is already in
   * the log keeps its first sequence number and makes no second row (promise I7).
   * Throws when nothing was committed; throws DocumentNotFound for an unknown document.
   */
  append(documentId: string, updates: NewUpdate[]): Promise<Appended[]>;
  /** Updates after `afterSeq`, in order. Throws DocumentNotFound, and CorruptUpdate when a row's bytes are not what was written. */
  read(documentId: string, afterSeq?: number): Promise<LoggedUpdate[]>;
  /** Throws DocumentNotFound. */
  head(documentId: string): Promise<DocumentHead>;
  /** The last sequence number of each; unknown documents are left out. */
  heads(documentIds: string[]): Promise<Map<string, number>>;
  /** The newest snapshot with a sequence number below `before`, or null. */
  snapshot(documentId: string, before?: number): Promise<Snapshot | null>;
  /** Keeps a snapshot that was checked against the log. Once more for the same sequence number changes nothing. */
  keepSnapshot(documentId: string, snapshot: { seq: number; bytes: Uint8Array }): Promise<void>;
  /** Documents whose log is at least `updates` longer than their newest snapshot, at most `limit`, the longest first. */
  behindSnapshots(updates: number, limit: number): Promise<string[]>;
}

export class DocumentNotFound extends Error {
  override name = "DocumentNotFound";
}
/** A row of the log is not what was written. `good` is what stands before it. */
export class CorruptUpdate extends Error {
  override name = "CorruptUpdate";
  constructor(
    message: string,
    readonly good: LoggedUpdate[] = [],
  ) {
    super(message);
  }
}
