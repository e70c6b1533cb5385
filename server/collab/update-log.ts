/**
 * The append-only log of a live document: the only truth. One contract suite
 * (tests/contract/update-log.test.ts) runs on every implementation.
 */
export type UpdateOrigin = "edit" | "seed" | "copy" | "restore";

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

export interface UpdateLog {
  /**
   * Appends in order, in one transaction, and returns when it is committed. An update id that is already in
   * the log keeps its first sequence number and makes no second row (promise I7).
   * Throws when nothing was committed; throws DocumentNotFound for an unknown document.
   */
  append(
    documentId: string,
    updates: NewUpdate[],
  ): Promise<{ updateId: string; seq: number; fresh: boolean }[]>;
  /** Updates after `afterSeq`, in order. Throws DocumentNotFound, and CorruptUpdate when a row's bytes are not what was written. */
  read(documentId: string, afterSeq?: number): Promise<LoggedUpdate[]>;
}

export class DocumentNotFound extends Error {
  override name = "DocumentNotFound";
}
export class CorruptUpdate extends Error {
  override name = "CorruptUpdate";
}
