/**
 * One document that is open. An update goes: gate → accepted copy → queue → one append for all that waits
 * (one in flight) → committed copy → relay → acknowledgement, in sequence order. Only committed bytes leave
 * the room, so nobody's edit can rest on something that a crash takes away.
 */
import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import type { Refusal, UpdateAnswer } from "../../app/protocol/collab";
import { UPDATE_BYTES_MAX } from "../../app/protocol/limits";
import { DocumentState } from "./document-state";
import type { Editor } from "./hub";
import { Leases } from "./leases";
import type { LoggedUpdate, NewUpdate, UpdateLog, UpdateOrigin } from "./update-log";

/** A server's own change (a copy, a restore) may be larger than a person's. */
const SERVER_UPDATE_BYTES_MAX = 1024 * 1024;

/** A committed update on its way to the seats; `sender` is the connection that knows it already. */
export interface Committed {
  seq: number;
  bytes: Uint8Array;
  sender: string | null;
}

export interface RoomDeps {
  log: UpdateLog;
  /** Tells the seats. Called in sequence order, before the senders are acknowledged. */
  relay: (updates: Committed[]) => void;
  /** The database failed, or the document could not follow its log. */
  onError: (error: unknown) => void;
}

export interface Submission {
  updateId: string;
  editor: Editor;
  bytes: Uint8Array;
  /** The connection it came from. */
  sender: string;
}

interface Waiting {
  update: NewUpdate;
  sender: string | null;
  answer: (answer: UpdateAnswer) => void;
}

export class Room {
  /** The last committed sequence number. */
  seq = 0;
  readonly leases = new Leases();
  private readonly state = new DocumentState();
  private queue: Waiting[] = [];
  private inFlight: Waiting[] = [];
  private readonly answers = new Map<string, Promise<UpdateAnswer>>();
  private flushing: Promise<void> | null = null;
  /** An append failed: it may be committed all the same, so the log is read before anything is appended. */
  private uncertain = false;
  private whole: { seq: number; bytes: Uint8Array } | null = null;

  private constructor(
    readonly documentId: string,
    private readonly deps: RoomDeps,
  ) {}

  /** Reads the document from the log. Throws when that cannot be done: never an empty document instead. */
  static async open(documentId: string, deps: RoomDeps): Promise<Room> {
    const room = new Room(documentId, deps);
    try {
      for (const update of await deps.log.read(documentId)) room.follow(update);
    } catch (error) {
      room.destroy();
      throw error;
    }
    return room;
  }

  /** The committed document. To be read, never written. */
  get doc(): Y.Doc {
    return this.state.committed;
  }

  /** Everything committed that a state vector lacks. Throws for bytes that are no state vector. */
  missingFrom(stateVector: Uint8Array): Uint8Array {
    if (Y.decodeStateVector(stateVector).size > 0) return Y.encodeStateAsUpdate(this.doc, stateVector);
    // Joiners with nothing come in bursts: encode once for all of them.
    if (this.whole?.seq !== this.seq) this.whole = { seq: this.seq, bytes: Y.encodeStateAsUpdate(this.doc) };
    return this.whole.bytes;
  }

  /** Takes a browser's update. The answer comes after the commit. Never throws. */
  submit({ updateId, editor, bytes, sender }: Submission): Promise<UpdateAnswer> {
    const leased = (clientId: number) => this.leases.holds(clientId, editor.personId);
    return this.take({ updateId, ...editor, origin: "edit", bytes }, sender, {
      maxBytes: UPDATE_BYTES_MAX,
      leased,
    });
  }

  /** A forward change by the server itself. Returns the last sequence number; throws when it is not committed. */
  async transact(editor: Editor, origin: UpdateOrigin, change: (doc: Y.Doc) => void): Promise<number> {
    const proposal = this.state.propose(change);
    if (!proposal) {
      await this.quiet();
      return this.seq;
    }
    const { bytes, clientId } = proposal;
    this.leases.reserve(clientId);
    const answer = await this.take({ updateId: randomUUID(), ...editor, origin, bytes }, null, {
      maxBytes: SERVER_UPDATE_BYTES_MAX,
      leased: (id) => id === clientId,
    });
    if (!answer.ok) throw new Error(`document ${this.documentId} refused a server change: ${answer.refusal}`);
    return answer.seq;
  }

  /** Resolves when nothing waits or is in flight. */
  async quiet(): Promise<void> {
    while (this.flushing) await this.flushing;
  }

  destroy(): void {
    this.state.destroy();
  }

  private take(
    update: NewUpdate,
    sender: string | null,
    gate: { maxBytes: number; leased: (clientId: number) => boolean },
  ): Promise<UpdateAnswer> {
    const same = this.answers.get(update.updateId);
    if (same) return same; // sent again while the first is on its way: the same answer
    const accepted = this.state.accept(update.bytes, gate, this.waitingBytes());
    if (!accepted.ok) return Promise.resolve(accepted);
    const answer = new Promise<UpdateAnswer>((resolve) => {
      this.queue.push({ update: { ...update, bytes: accepted.bytes }, sender, answer: resolve });
    }).finally(() => this.answers.delete(update.updateId));
    this.answers.set(update.updateId, answer);
    this.flushing ??= this.flush();
    return answer;
  }

  /** Appends until nothing waits. What comes while an append is in flight goes together in the next one. */
  private async flush(): Promise<void> {
    // One turn of the loop, so that everything that came in this one is one append.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.queue.length > 0) {
      this.inFlight = this.queue;
      this.queue = [];
      try {
        if (this.uncertain) await this.catchUp();
        await this.append(this.inFlight);
      } catch (error) {
        this.fail(error);
      }
      this.inFlight = [];
    }
    this.flushing = null;
  }

  private async append(batch: Waiting[]): Promise<void> {
    const answers = await this.deps.log.append(
      this.documentId,
      batch.map((w) => w.update),
    );
    const fresh = batch
      .map((waiting, n) => ({ waiting, ...answers[n]! }))
      .filter((entry) => entry.fresh)
      .sort((a, b) => a.seq - b.seq);
    const follows = fresh.every((entry, n) => entry.seq === this.seq + 1 + n);
    const known = answers.every((a) => a.fresh || a.seq <= this.seq);
    if (follows && known) {
      for (const { waiting, seq } of fresh) this.advance(seq, waiting.update.bytes, true);
      this.tell(
        fresh.map(({ waiting, seq }) => ({ seq, bytes: waiting.update.bytes, sender: waiting.sender })),
      );
    } else {
      // Another node wrote in between: the log tells the order.
      await this.catchUp(new Map(batch.map((w) => [w.update.updateId, w.sender])));
    }
    batch.forEach((waiting, n) => {
      waiting.answer({ ok: true, seq: answers[n]!.seq });
    });
  }

  /** Reads what the log has and this room has not, and tells it to the seats. */
  private async catchUp(senders?: Map<string, string | null>): Promise<void> {
    const rows = await this.deps.log.read(this.documentId, this.seq);
    for (const row of rows) this.follow(row);
    this.uncertain = false;
    this.tell(
      rows.map(({ seq, bytes, updateId }) => ({ seq, bytes, sender: senders?.get(updateId) ?? null })),
    );
  }

  private follow(row: LoggedUpdate): void {
    this.leases.learn(row);
    this.advance(row.seq, row.bytes, false);
  }

  private advance(seq: number, bytes: Uint8Array, alreadyAccepted: boolean): void {
    if (seq !== this.seq + 1) throw new Error(`document ${this.documentId} has a hole before ${seq}`);
    this.state.commit(bytes, alreadyAccepted);
    this.seq = seq;
  }

  /** Nobody is acknowledged and nothing is relayed: browsers keep their changes and send them again. */
  private fail(error: unknown): void {
    this.deps.onError(error);
    this.uncertain = true;
    const failed = [...this.inFlight, ...this.queue];
    this.inFlight = [];
    this.queue = [];
    this.state.rebuild([]);
    const refusal: Refusal = "unavailable";
    for (const waiting of failed) waiting.answer({ ok: false, refusal });
  }

  private tell(updates: Committed[]): void {
    if (updates.length === 0) return;
    try {
      this.deps.relay(updates);
    } catch (error) {
      this.deps.onError(error); // a failing relay must not take back what is committed
    }
  }

  private waitingBytes(): Uint8Array[] {
    return [...this.inFlight, ...this.queue].map((w) => w.update.bytes);
  }
}
