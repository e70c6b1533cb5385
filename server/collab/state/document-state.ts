/**
 * The state of an open document, as its room uses it. Two implementations: `split-state.ts` keeps a Y.Doc and checks
 * the split's schema before anything is kept; `text-state.ts` (notes, texts) keeps only clocks, depths and bytes, so
 * that no Y.Doc stands on the way of a keystroke. Both go through the one gate.
 */
import type * as Y from "yjs";
import type { Refusal } from "../../../app/protocol/collab";
import type { Authors } from "./suggestion-guard";

export type Accepted = { ok: true; bytes: Uint8Array } | { ok: false; refusal: Refusal };

/** What the gate must know of who sends. */
export interface Sender {
  maxBytes: number;
  /** Client ids that one update may carry. */
  maxClients: number;
  /** Is this client id leased to the sender? */
  leased: (clientId: number) => boolean;
  /** Who sends. Texts remember whose suggestions are whose. */
  personId?: string;
  /** The sender may only suggest: texts look at what it would change (rule E10). */
  suggests?: boolean;
}

export interface DocumentState {
  /**
   * Lets the bytes through the gate and adds them to what is accepted. The answer holds the bytes to be kept:
   * without what was known already, so that every copy gets the first content of a clock. `waiting` is what was
   * accepted and is not committed yet. Never throws; a refused update leaves nothing behind.
   */
  accept(bytes: Uint8Array, sender: Sender, waiting: Uint8Array[]): Accepted;
  /**
   * Gets ready for senders that may only suggest; null when it is. Rejects when nobody can tell the authors of what is
   * committed now.
   */
  guarded(authorsOf: () => Promise<Authors>): Promise<void> | null;
  /** Adds committed bytes. Throws when they do not apply: the document is then not usable (it is quarantined). */
  commit(bytes: Uint8Array, alreadyAccepted: boolean, personId?: string): void;
  /** Accepted becomes what is committed and what waits. */
  rollback(waiting: Uint8Array[]): void;
  /** The whole committed document, as updates to apply in order. The caller keeps nothing that changes. */
  whole(): Uint8Array[];
  /** The committed document, to be read and never written; valid until the next commit. */
  read(): Y.Doc;
  /** Runs a server's change on a scratch copy and gives its bytes, or null when it changed nothing. */
  propose(change: (doc: Y.Doc) => void): { bytes: Uint8Array; clientId: number } | null;
  /** sha256 (hex) of the canonical committed content, or null for kinds that are not compared. */
  hash(): string | null;
  /** The document so far as one update: what was held for it may be dropped. */
  compact(snapshot: Uint8Array, seq: number): void;
  destroy(): void;
}
