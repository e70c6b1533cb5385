/**
 * A split that is open, as two copies: `committed` (what readers and joiners get) and `accepted` (committed and
 * what is on its way to the log). An update is tried on `accepted`; when it breaks it, `accepted` is made again.
 */
import * as Y from "yjs";
import { categoriesMap, readSplit } from "../../../app/collab/documents/split-document";
import { canonicalSplit, sha256Hex } from "../../../app/domain/split/canonical";
import { inspectUpdate } from "../gate/gate";
import { KIND_RULES } from "../gate/gate-rules";
import { readsTheSame } from "../gate/split-agreement";
import { type Changed, keepsSchema } from "../gate/split-schema";
import type { Accepted, DocumentState, Sender } from "./document-state";
import { proposeOn } from "./document-state-propose";

export class SplitState implements DocumentState {
  private readonly committed = emptyDocument();
  private accepted = emptyDocument();
  private changed: Changed[] = [];
  /** Of what is committed; null after a commit, until somebody asks. */
  private encoded: Uint8Array | null = null;
  private hashed: string | null = null;
  private readonly known = {
    rules: KIND_RULES.split,
    nextClock: (client: number) => Y.getState(this.accepted.store, client),
  };

  constructor(base: Uint8Array | null = null) {
    this.listen();
    if (base) this.commit(base, false);
  }

  accept(bytes: Uint8Array, sender: Sender, waiting: Uint8Array[]): Accepted {
    if (sender.suggests) return { ok: false, refusal: "read-only" };
    const inspected = inspectUpdate(bytes, sender, this.known);
    if (!inspected.ok) return inspected;
    const { kept } = inspected;
    this.changed = [];
    try {
      Y.applyUpdate(this.accepted, kept);
    } catch {
      // Bytes can throw after a part of them was applied: the copy is made again either way.
      this.rollback(waiting);
      return { ok: false, refusal: "malformed" };
    }
    if (hasPending(this.accepted)) {
      this.rollback(waiting);
      return { ok: false, refusal: "gap" };
    }
    const sound = this.changed.every((changed) => keepsSchema(this.accepted, changed));
    if (!sound || !readsTheSame(this.accepted, inspected.parts)) {
      this.rollback(waiting);
      return { ok: false, refusal: "invalid-content" };
    }
    return { ok: true, bytes: kept };
  }

  /** Suggestions to a split are rows, not edits. */
  guarded(): null {
    return null;
  }

  commit(bytes: Uint8Array, alreadyAccepted: boolean): void {
    this.encoded = null;
    this.hashed = null;
    Y.applyUpdate(this.committed, bytes);
    if (hasPending(this.committed)) throw new Error("a committed update rests on something that is missing");
    if (!alreadyAccepted) Y.applyUpdate(this.accepted, bytes);
  }

  rollback(waiting: Uint8Array[]): void {
    this.accepted.destroy();
    this.accepted = this.copy(waiting);
    this.listen();
  }

  whole(): Uint8Array[] {
    // Joiners with nothing come in bursts: encoded once for all of them.
    this.encoded ??= Y.encodeStateAsUpdate(this.committed);
    return [this.encoded];
  }

  read(): Y.Doc {
    return this.committed;
  }

  propose(change: (doc: Y.Doc) => void): { bytes: Uint8Array; clientId: number } | null {
    const scratch = emptyDocument();
    Y.applyUpdate(scratch, Y.encodeStateAsUpdate(this.accepted));
    return proposeOn(scratch, change);
  }

  hash(): string {
    this.hashed ??= sha256Hex(canonicalSplit(readSplit(this.committed)));
    return this.hashed;
  }

  compact(): void {
    // Holds no bytes that a snapshot could replace.
  }

  destroy(): void {
    this.committed.destroy();
    this.accepted.destroy();
  }

  private copy(waiting: Uint8Array[]): Y.Doc {
    const doc = emptyDocument();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.committed));
    for (const bytes of waiting) Y.applyUpdate(doc, bytes);
    return doc;
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
