/**
 * The two copies of an open document: `committed` (what readers and joiners get) and `accepted` (committed and
 * what is on its way to the log). An update is tried on `accepted`; when it breaks it, `accepted` is made again.
 */
import * as Y from "yjs";
import { categoriesMap } from "../../app/collab/documents/split-document";
import type { Refusal } from "../../app/protocol/collab";
import { type GateContext, inspectUpdate } from "./gate";
import { type Changed, keepsSchema } from "./split-schema";

export type Accepted = { ok: true; bytes: Uint8Array } | { ok: false; refusal: Refusal };

export class DocumentState {
  readonly committed = emptyDocument();
  private accepted = emptyDocument();
  private changed: Changed[] = [];

  constructor() {
    this.listen();
  }

  /** Applies committed bytes to both copies. Throws when they do not apply: the document is then not usable. */
  commit(bytes: Uint8Array, alreadyAccepted: boolean): void {
    Y.applyUpdate(this.committed, bytes);
    if (hasPending(this.committed)) throw new Error("a committed update rests on something that is missing");
    if (!alreadyAccepted) Y.applyUpdate(this.accepted, bytes);
  }

  /**
   * Lets the bytes through the gate and applies them to `accepted`. The answer holds the bytes to be kept:
   * without what was known already, so that every copy gets the first content of a clock. `waiting` is what was
   * accepted and is not committed yet.
   */
  accept(
    bytes: Uint8Array,
    sender: Pick<GateContext, "maxBytes" | "leased">,
    waiting: Uint8Array[],
  ): Accepted {
    const nextClock = (client: number) => Y.getState(this.accepted.store, client);
    const refusal = inspectUpdate(bytes, { ...sender, nextClock });
    if (refusal) return { ok: false, refusal };
    let kept = bytes;
    this.changed = [];
    try {
      const { from } = Y.parseUpdateMeta(bytes);
      if ([...from].some(([client, clock]) => clock < nextClock(client)))
        kept = Y.diffUpdate(bytes, Y.encodeStateVector(this.accepted));
      Y.applyUpdate(this.accepted, kept);
    } catch {
      // Bytes can throw after a part of them was applied: the copy is made again either way.
      this.rebuild(waiting);
      return { ok: false, refusal: "malformed" };
    }
    if (hasPending(this.accepted)) {
      this.rebuild(waiting);
      return { ok: false, refusal: "gap" };
    }
    if (!this.changed.every((changed) => keepsSchema(this.accepted, changed))) {
      this.rebuild(waiting);
      return { ok: false, refusal: "invalid-content" };
    }
    return { ok: true, bytes: kept };
  }

  /** Makes `accepted` again from what is committed and what waits. */
  rebuild(waiting: Uint8Array[]): void {
    this.accepted.destroy();
    this.accepted = emptyDocument();
    Y.applyUpdate(this.accepted, Y.encodeStateAsUpdate(this.committed));
    for (const bytes of waiting) Y.applyUpdate(this.accepted, bytes);
    this.listen();
  }

  /** Runs a server's change on a scratch copy and gives its bytes, or null when it changed nothing. */
  propose(change: (doc: Y.Doc) => void): { bytes: Uint8Array; clientId: number } | null {
    const scratch = new Y.Doc();
    Y.applyUpdate(scratch, Y.encodeStateAsUpdate(this.accepted));
    const updates: Uint8Array[] = [];
    scratch.on("update", (update: Uint8Array) => updates.push(update));
    try {
      scratch.transact(() => change(scratch));
      if (updates.length === 0) return null;
      return { bytes: Y.mergeUpdates(updates), clientId: scratch.clientID };
    } finally {
      scratch.destroy();
    }
  }

  destroy(): void {
    this.committed.destroy();
    this.accepted.destroy();
  }

  private listen(): void {
    this.accepted.on("afterTransaction", (transaction: Y.Transaction) =>
      this.changed.push(transaction.changed),
    );
  }
}

/** The root is named before anything is applied: Yjs would put another object in its place at the first reading. */
function emptyDocument(): Y.Doc {
  const doc = new Y.Doc();
  categoriesMap(doc);
  return doc;
}

const hasPending = (doc: Y.Doc) => doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
