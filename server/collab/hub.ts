/** What the rest of the server may ask of live documents. The implementation is server/collab/engine.ts. */
import type * as Y from "yjs";
import type { ChangedWhat } from "../../app/protocol/collab";
import type { UpdateOrigin } from "./log/update-log";

export interface Editor {
  personId: string;
  /** Hash of the session, or null for a server command without one. */
  sessionId: string | null;
}

/** The committed state of a document. */
export interface ReadDocument {
  /** To be read, never written. */
  doc: Y.Doc;
  seq: number;
  /** It cannot follow its log: this is its last good state, and nothing new may rest on it. */
  quarantined: boolean;
}

export interface DocumentHub {
  /** The committed state, what other servers committed included. Throws when the log cannot be read: never an empty document instead. */
  read(documentId: string): Promise<ReadDocument>;
  /**
   * A forward change by a server command through the same gate and log as a browser's (promise I5). Returns the
   * last sequence number. Throws DocumentQuarantined for a document that may only be read.
   */
  transact(
    documentId: string,
    editor: Editor,
    origin: UpdateOrigin,
    change: (doc: Y.Doc) => void,
  ): Promise<number>;
  /** Tells everyone on the document that rows about it changed: ids only. */
  publish(documentId: string, what: ChangedWhat): void;
  /** Rights or state changed: every seat on the document is checked again at once. */
  recheckAccess(documentId: string): Promise<void>;
  /** The person's rights changed at a table: their seats everywhere are checked again at once. */
  recheckPerson(personId: string): Promise<void>;
  /** Signed out: the session's sockets close at once. */
  endSession(sessionHash: string): void;
}

export class DocumentQuarantined extends Error {
  override name = "DocumentQuarantined";
}
