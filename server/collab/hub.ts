/** What the rest of the server may ask of live documents. The implementation is server/collab/gateway.ts. */
import type * as Y from "yjs";
import type { UpdateOrigin } from "./update-log";

export interface Editor {
  personId: string;
  /** Hash of the session, or null for a server command without one. */
  sessionId: string | null;
}

export interface DocumentHub {
  /** The committed state of a document. Throws when the log cannot be read: never an empty document instead. */
  read(documentId: string): Promise<{ doc: Y.Doc; seq: number }>;
  /** A forward change by a server command through the same gate and log as a browser's (promise I5). Returns the last sequence number. */
  transact(
    documentId: string,
    editor: Editor,
    origin: UpdateOrigin,
    change: (doc: Y.Doc) => void,
  ): Promise<number>;
  /** Tells everyone on the document that rows about it changed: ids only. */
  publish(documentId: string, what: "versions" | "draft" | "history" | "remarks"): void;
  /** Rights or state changed: every seat on the document is checked again at once. */
  recheckAccess(documentId: string): Promise<void>;
  /** The person's rights changed at a table: their seats everywhere are checked again at once. */
  recheckPerson(personId: string): Promise<void>;
  /** Signed out: the session's sockets close at once. */
  endSession(sessionHash: string): void;
}
