/**
 * A note or a text that is open: bytes, clocks and depths, and no Y.Doc on the way of a keystroke. The clocks and
 * depths of what is there already are made at the first edit, so that who only reads pays nothing for them.
 */
import * as Y from "yjs";
import type { Refusal } from "../../../app/protocol/collab";
import { Depths } from "../gate/depths";
import { type ClientPart, type GateDocument, inspectUpdate, settle } from "../gate/gate";
import { KIND_RULES, TEXT_ROOT } from "../gate/gate-rules";
import type { Accepted, DocumentState, Sender } from "./document-state";
import { proposeOn } from "./document-state-propose";
import { type Authors, SuggestionGuard } from "./suggestion-guard";

/** Updates merged into one piece: merging is superlinear. */
const PIECE = 64;
/** Pieces made for one reader; the next one goes on. */
const PIECES_AT_ONCE = 16;

/** A client's next clock before an update moved it. */
type Step = [client: number, clock: number];
interface Waiting {
  steps: Step[];
  personId: string | null;
}

/** A copy for suggesters that nobody needed for so long is dropped at the next snapshot. Milliseconds. */
const GUARD_KEPT = 60_000;

export class TextState implements DocumentState {
  /** Committed updates after the base, in the log's order. */
  private tail: Uint8Array[] = [];
  /** The beginning of the tail, merged: each piece covers PIECE updates. */
  private pieces: Uint8Array[] = [];
  /** Accepted and not committed, with the way back of each; the oldest first. */
  private readonly waiting = new Map<Uint8Array, Waiting>();
  /** Of what is accepted; null until it is needed. */
  private depths: Depths | null = null;
  private steps: Step[] = [];
  private doc: Y.Doc | null = null;
  /** There while somebody suggests: follows what is accepted. */
  private guard: SuggestionGuard | null = null;
  private readonly known: GateDocument;

  /** `baseSeq` is the sequence number that the base covers. */
  constructor(
    private base: Uint8Array | null = null,
    private baseSeq = 0,
    private readonly kind: "text" | "note" = "text",
  ) {
    this.known = {
      rules: KIND_RULES[kind],
      nextClock: (client) => this.depths!.nextClock(client),
      place: (struct, from) => {
        const refusal = this.depths!.place(struct, from);
        if (!refusal) this.step(struct.id.client, from);
        return refusal;
      },
    };
  }

  accept(bytes: Uint8Array, sender: Sender): Accepted {
    try {
      this.indexed();
    } catch {
      return { ok: false, refusal: "quarantined" }; // what is committed does not hold together
    }
    this.steps = [];
    const inspected = inspectUpdate(bytes, sender, this.known);
    const refusal = inspected.ok ? this.look(inspected.kept, sender) : inspected.refusal;
    if (!inspected.ok || refusal) {
      this.stepBack(this.steps);
      return { ok: false, refusal: refusal ?? "invalid-content" };
    }
    this.waiting.set(inspected.kept, { steps: this.steps, personId: sender.personId ?? null });
    return { ok: true, bytes: inspected.kept };
  }

  guarded(authorsOf: () => Promise<Authors>): Promise<void> | null {
    if (this.kind !== "text") return null;
    if (!this.guard) {
      this.guard = new SuggestionGuard(this.whole());
      for (const [bytes, { personId }] of this.waiting) this.guard.follow(bytes, personId);
    }
    return this.guard.prepare(authorsOf);
  }

  commit(bytes: Uint8Array, _alreadyAccepted: boolean, personId?: string): void {
    const wasWaiting = this.waiting.delete(bytes);
    if (!this.depths) Y.decodeUpdate(bytes);
    else if (!wasWaiting) this.follow(bytes);
    if (!wasWaiting) this.tellGuard(bytes, personId ?? null);
    this.tail.push(bytes);
    this.doc = null;
  }

  rollback(waiting: Uint8Array[]): void {
    this.dropGuard();
    const persons = new Map([...this.waiting].map(([bytes, { personId }]) => [bytes, personId]));
    for (const { steps } of [...this.waiting.values()].reverse()) this.stepBack(steps);
    this.waiting.clear();
    for (const bytes of waiting) {
      this.steps = [];
      if (this.depths && this.take(bytes)) this.stepBack(this.steps);
      else this.waiting.set(bytes, { steps: this.steps, personId: persons.get(bytes) ?? null });
    }
  }

  whole(): Uint8Array[] {
    // Readers come in bursts: what was committed is merged once for all of them, a bounded piece at a time.
    for (let n = 0; n < PIECES_AT_ONCE && this.rest().length >= PIECE; n++)
      this.pieces.push(Y.mergeUpdates(this.rest().slice(0, PIECE)));
    return [...(this.base ? [this.base] : []), ...this.pieces, ...this.rest()];
  }

  read(): Y.Doc {
    this.doc ??= documentOf(this.kind, this.whole());
    return this.doc;
  }

  propose(change: (doc: Y.Doc) => void): { bytes: Uint8Array; clientId: number } | null {
    return proposeOn(documentOf(this.kind, [...this.whole(), ...this.waiting.keys()]), change);
  }

  /** Texts are not compared: nothing on the server reads them while they are written. */
  hash(): null {
    return null;
  }

  compact(snapshot: Uint8Array, seq: number): void {
    if (this.guard && Date.now() - this.guard.usedAt > GUARD_KEPT) this.dropGuard();
    const covered = seq - this.baseSeq;
    if (covered <= 0 || covered > this.tail.length) return;
    this.base = snapshot;
    this.baseSeq = seq;
    this.tail = this.tail.slice(covered);
    this.pieces = [];
  }

  destroy(): void {
    this.doc?.destroy();
    this.dropGuard();
    this.depths = null;
  }

  /** The next clock of each client, of what is accepted. Throws when what is committed does not hold together. */
  clocks(): Map<number, number> {
    return this.indexed().clocks();
  }

  /** What a sender that may only suggest would change. Editors' updates are only noted, and only while it is needed. */
  private look(bytes: Uint8Array, { suggests, personId }: Sender): Refusal | null {
    if (!suggests) {
      this.tellGuard(bytes, personId ?? null);
      return null;
    }
    if (!this.guard || !personId) return "read-only";
    try {
      if (this.guard.admits(bytes, personId)) return null;
    } catch {
      // Yjs takes some bytes half way: whatever it was, the copy is made anew.
    }
    this.dropGuard();
    return "only-suggest";
  }

  private tellGuard(bytes: Uint8Array, personId: string | null): void {
    this.guard?.follow(bytes, personId);
    if (this.guard?.isFarBehind) this.dropGuard();
  }

  private dropGuard(): void {
    this.guard?.destroy();
    this.guard = null;
  }

  /** The tail without what is merged already. */
  private rest(): Uint8Array[] {
    return this.tail.slice(this.pieces.length * PIECE);
  }

  private indexed(): Depths {
    if (this.depths) return this.depths;
    this.depths = new Depths(this.kind);
    const waiting = new Map(this.waiting);
    this.waiting.clear();
    try {
      for (const bytes of this.whole()) if (this.take(bytes)) throw new Error(MISSING);
    } catch (error) {
      this.depths = null;
      throw error;
    }
    for (const [bytes, { personId }] of waiting) {
      this.steps = [];
      if (this.take(bytes)) this.stepBack(this.steps);
      else this.waiting.set(bytes, { steps: this.steps, personId });
    }
    return this.depths;
  }

  /** Takes committed bytes that did not come through the gate here (another server's). */
  private follow(bytes: Uint8Array): void {
    this.steps = [];
    const known = this.depths!;
    if (this.waiting.size > 0 && overlaps(bytes, known)) {
      // The log's order decides between them and what waits: found out anew at the next edit.
      this.depths = null;
      this.dropGuard();
      return;
    }
    if (!this.take(bytes)) return;
    this.stepBack(this.steps);
    throw new Error(MISSING);
  }

  /** Counts the bytes without checking who sent them. Throws for bytes that are no update. */
  private take(bytes: Uint8Array): Refusal | null {
    const depths = this.depths!;
    const parts = new Map<number, ClientPart>();
    for (const struct of Y.decodeUpdate(bytes).structs) {
      if (struct instanceof Y.Skip) return "gap";
      const { client, clock } = struct.id;
      let part = parts.get(client);
      if (!part) {
        const from = depths.nextClock(client);
        if (clock > from) return "gap";
        part = { client, structs: [], from, known: from, at: 0 };
        parts.set(client, part);
      }
      part.structs.push(struct);
    }
    return settle([...parts.values()], {
      nextClock: (client) => depths.nextClock(client),
      place: (struct, from) => {
        depths.take(struct, from);
        this.step(struct.id.client, from);
        return null;
      },
    });
  }

  private step(client: number, clock: number): void {
    if (this.steps.at(-1)?.[0] !== client) this.steps.push([client, clock]);
  }

  private stepBack(steps: Step[]): void {
    for (const [client, clock] of steps.reverse()) this.depths?.truncate(client, clock);
  }
}

const MISSING = "a committed update rests on something that is missing";

function overlaps(bytes: Uint8Array, depths: Depths): boolean {
  return [...Y.parseUpdateMeta(bytes).from].some(([client, clock]) => clock < depths.nextClock(client));
}

/** The root is named before anything is applied: Yjs would put another object in its place at the first reading. */
function documentOf(kind: "text" | "note", updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  if (kind === "note") doc.getText(TEXT_ROOT);
  else doc.getXmlFragment(TEXT_ROOT);
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}
