/**
 * One document that is open. An update goes: gate → accepted → queue → one append for all that waits
 * (one in flight) → committed → relay → acknowledgement, in sequence order. Only committed bytes leave
 * the room, so nobody's edit can rest on something that a crash takes away.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type * as Y from "yjs";
import type { UpdateAnswer } from "../../../app/protocol/collab";
import { DocumentQuarantined, type Editor, type ReadDocument } from "../hub";
import { type LoadedDocument, loadDocument } from "../log/load-document";
import { CorruptUpdate, type DocumentHead, type NewUpdate, type UpdateOrigin } from "../log/update-log";
import type { DocumentState } from "../state/document-state";
import { openState } from "../state/open-state";
import { isGuarded } from "./is-guarded";
import { Recent } from "./recent";
import {
  browserGate,
  CannotFollow,
  type Committed,
  DEAR,
  type Following,
  isGap,
  PACE_MAX,
  type RoomDeps,
  refuse,
  type Submission,
  serverGate,
  untilBroken,
  WAITING_BYTES_MAX,
} from "./room-deps";
import { UpdateQueue, type Waiting } from "./update-queue";

export class Room {
  /** The last committed sequence number. */
  seq = 0;
  /** Why this document may only be read, or null: its log ends where it cannot be followed. */
  quarantine: string | null = null;
  private state: DocumentState;
  private readonly recent = new Recent();
  private readonly queue = new UpdateQueue();
  private readonly answers = new Map<string, Promise<UpdateAnswer>>();
  private flushing: Promise<void> | null = null;
  /** An append failed: it may be committed all the same, so the log is read before anything is appended. */
  private uncertain = false;
  /** Another server wrote: the log is read at the next turn. */
  private behind = false;
  private broken = false;
  private relayCost = 0;

  private constructor(
    readonly documentId: string,
    readonly head: DocumentHead,
    private readonly deps: RoomDeps,
    loaded: LoadedDocument,
  ) {
    this.state = openState(head.kind, loaded.base?.bytes ?? null, loaded.base?.seq ?? 0);
    this.seq = loaded.base?.seq ?? 0;
    this.quarantine = loaded.bad?.why ?? null;
    for (const update of loaded.tail) this.advance(update, false);
  }

  /** Reads the document. Throws when that cannot be done: never an empty document instead (promise I4). */
  static async open(documentId: string, deps: RoomDeps): Promise<Room> {
    const loaded = await loadDocument(deps.log, documentId);
    for (const _ of loaded.badSnapshots) deps.metrics.snapshot("bad");
    try {
      return new Room(documentId, loaded.head, deps, loaded);
    } catch (error) {
      const good = untilBroken(loaded, error);
      deps.onError(error);
      return new Room(documentId, loaded.head, deps, good);
    }
  }

  /** The committed document as hub and tests read it. */
  read(): ReadDocument {
    return { doc: this.state.read(), seq: this.seq, quarantined: this.quarantine !== null };
  }

  get doc(): Y.Doc {
    return this.state.read();
  }

  /** What a browser lacks that has everything up to `known`: the updates after it, or the whole document. */
  since(known: number | null): Uint8Array[] {
    return (known === null ? null : this.recent.after(known, this.seq)) ?? this.state.whole();
  }

  /** Is this the committed content's hash? Null when that cannot be told. */
  sameContent(seq: number, hash: string): boolean | null {
    if (seq !== this.seq) return null;
    const ours = this.state.hash();
    return ours === null ? null : ours === hash;
  }

  /** Takes a browser's update. The answer comes after the commit. Never throws. */
  submit(submission: Submission): Promise<UpdateAnswer> {
    const { updateId, editor, bytes, sender } = submission;
    const update = { updateId, ...editor, origin: "edit", bytes } as const;
    return this.take(update, sender, browserGate(submission));
  }

  /** A forward change by the server itself. Returns the last sequence number; throws when it is not committed. */
  async transact(editor: Editor, origin: UpdateOrigin, change: (doc: Y.Doc) => void): Promise<number> {
    if (this.quarantine !== null) throw new DocumentQuarantined(this.documentId);
    const proposal = this.state.propose(change);
    if (!proposal) {
      await this.quiet();
      return this.seq;
    }
    const { bytes, clientId } = proposal;
    const update = { updateId: randomUUID(), ...editor, origin, bytes };
    const answer = await this.take(update, null, serverGate(clientId, editor));
    if (!answer.ok) throw new Error(`document ${this.documentId} refused a server change: ${answer.refusal}`);
    return answer.seq;
  }

  /** Reads what the log has and this room has not, in its turn. Resolves when nothing waits; look at `seq` then. */
  heal(): Promise<void> {
    if (this.quarantine !== null || this.broken) return Promise.resolve();
    this.behind = true;
    this.flushing ??= this.flush();
    return this.quiet();
  }

  /** Has it read the log since it last had a reason to? False while the database is away. */
  get isCurrent(): boolean {
    return !this.uncertain && !this.behind;
  }

  /** A snapshot was made of this document: what was held for it may be dropped. */
  compact(seq: number, snapshot: Uint8Array): void {
    this.state.compact(snapshot, seq);
  }

  /** Resolves when nothing waits or is in flight. */
  async quiet(): Promise<void> {
    while (this.flushing) await this.flushing;
  }

  /** Number of updates that wait for their commit, and since when the oldest does (milliseconds since the epoch). */
  get backlog(): UpdateQueue["backlog"] {
    return this.queue.backlog;
  }

  destroy(): void {
    this.state.destroy();
  }

  private take(
    update: NewUpdate,
    sender: string | null,
    gate: Parameters<DocumentState["accept"]>[1],
  ): Promise<UpdateAnswer> {
    const same = this.answers.get(update.updateId);
    if (same) return same; // sent again while the first is on its way: the same answer
    const answer = this.admit(update, sender, gate).finally(() => this.answers.delete(update.updateId));
    this.answers.set(update.updateId, answer);
    return answer;
  }

  private async admit(...submission: Parameters<Room["tryAdmit"]>): Promise<UpdateAnswer> {
    const { suggests } = submission[2];
    if (suggests && !(await isGuarded(this.state, this.documentId, this.deps))) return refuse("unavailable");
    const first = this.tryAdmit(...submission);
    if (!isGap(first)) return first;
    // It may rest on what another server committed a moment ago.
    await this.heal();
    if (suggests && !(await isGuarded(this.state, this.documentId, this.deps))) return refuse("unavailable");
    const second = this.tryAdmit(...submission);
    return isGap(second) && !this.isCurrent ? refuse("unavailable") : second;
  }

  /** Through the gate and into the queue: the answer of the gate at once, or that of the commit. */
  private tryAdmit(
    update: NewUpdate,
    sender: string | null,
    gate: Parameters<DocumentState["accept"]>[1],
  ): UpdateAnswer | Promise<UpdateAnswer> {
    if (this.quarantine !== null) return refuse("quarantined");
    if (this.broken || this.queue.size > WAITING_BYTES_MAX) return refuse("unavailable");
    const accepted = this.state.accept(update.bytes, gate, this.queue.bytes);
    if (!accepted.ok) return accepted;
    const { bytes } = accepted;
    const answer = new Promise<UpdateAnswer>((resolve) => {
      this.queue.push({ update: { ...update, bytes }, sender, since: Date.now(), answer: resolve });
    });
    this.flushing ??= this.flush();
    return answer;
  }

  /** Appends until nothing waits. What comes while an append is in flight goes together in the next one. */
  private async flush(): Promise<void> {
    // One turn of the loop, so that everything that came in this one is one append.
    await new Promise((resolve) => setImmediate(resolve));
    while ((!this.queue.isEmpty || this.behind) && !this.broken) {
      const batch = this.queue.take();
      this.relayCost = 0;
      try {
        if (this.uncertain || this.behind) await this.catchUp();
        if (batch.length > 0) await this.append(batch);
      } catch (error) {
        this.fail(error);
      }
      this.queue.settle();
      // A relay to many readers is dear: what comes meanwhile goes together in the next one.
      if (this.relayCost > DEAR) await sleep(Math.min(2 * this.relayCost, PACE_MAX));
    }
    this.flushing = null;
  }

  private async append(batch: Waiting[]): Promise<void> {
    const began = performance.now();
    const answers = await this.deps.log.append(
      this.documentId,
      batch.map((w) => w.update),
    );
    this.deps.metrics.appended(batch.length, (performance.now() - began) / 1000);
    const fresh = batch
      .map((waiting, n) => ({ waiting, ...answers[n]! }))
      .filter((entry) => entry.fresh)
      .sort((a, b) => a.seq - b.seq);
    const follows = fresh.every((entry, n) => entry.seq === this.seq + 1 + n);
    const known = answers.every((a) => a.fresh || a.seq <= this.seq);
    if (follows && known) {
      for (const { waiting, seq } of fresh) this.advance({ seq, bytes: waiting.update.bytes }, true);
      this.tell(
        fresh.map(({ waiting, seq }) => ({ seq, bytes: waiting.update.bytes, sender: waiting.sender })),
        true,
      );
    } else {
      // Another server wrote in between: the log tells the order.
      await this.catchUp(new Map(batch.map((w) => [w.update.updateId, w.sender])));
    }
    const now = Date.now();
    batch.forEach(({ answer, since }, n) => {
      this.deps.metrics.saved((now - since) / 1000);
      answer({ ok: true, seq: answers[n]!.seq });
    });
  }

  /** Reads what the log has and this room has not, and tells it to the seats. */
  private async catchUp(senders?: Map<string, string | null>): Promise<void> {
    this.behind = false;
    const rows = await this.deps.log.read(this.documentId, this.seq);
    for (const row of rows) this.advance(row, false);
    this.uncertain = false;
    if (!senders && rows.length > 0) this.deps.metrics.healed(rows.length);
    this.tell(
      rows.map(({ seq, bytes, updateId }) => ({ seq, bytes, sender: senders?.get(updateId) ?? null })),
      senders !== undefined,
    );
  }

  private advance(update: Following, alreadyAccepted: boolean): void {
    const { seq, bytes } = update;
    if (seq !== this.seq + 1) throw new CannotFollow(seq, `a hole before ${seq}`);
    try {
      this.state.commit(bytes, alreadyAccepted, update.personId);
    } catch (cause) {
      throw new CannotFollow(seq, `update ${seq} does not apply`, { cause });
    }
    this.recent.add(seq, bytes);
    this.seq = seq;
  }

  /** Nobody is acknowledged and nothing is relayed: browsers keep their changes and send them again. */
  private fail(error: unknown): void {
    this.deps.metrics.failed("append");
    this.uncertain = true;
    for (const { answer } of this.queue.clear()) answer(refuse("unavailable"));
    if (error instanceof CannotFollow || error instanceof CorruptUpdate) {
      this.broken = true;
      this.deps.onBroken(error);
      return;
    }
    this.state.rollback([]);
    this.deps.onError(error);
  }

  private tell(updates: Committed[], ours: boolean): void {
    if (updates.length === 0) return;
    const began = performance.now();
    try {
      this.deps.relay(updates, ours);
    } catch (error) {
      this.deps.onError(error); // a failing relay must not take back what is committed
    }
    this.relayCost += performance.now() - began;
  }
}
