/**
 * A live document in a browser or a program: joins, sends what this tab changes, applies what the server
 * committed, and says truthfully what is saved. Unacknowledged changes stay in order and go again, with the same
 * ids, after a lost connection; one update is on its way at a time and the rest is merged meanwhile.
 */
import * as Y from "yjs";
import { fromWire, toWire } from "../protocol/bytes";
import type {
  DocumentAccess,
  JoinAnswer,
  PresenceState,
  PresentPerson,
  Refusal,
  UpdateAnswer,
} from "../protocol/collab";
import { Backoff } from "./backoff";
import type { Connection, DocumentEvent, MessageOf } from "./connection";
import { type DocumentStatus, saveStateOf, waitFor, whyHopeless } from "./document-status";
import { REMOTE } from "./origins";
import { Outbox } from "./outbox";
import { PresenceSender } from "./presence-sender";
import type { ReadOnlyReason } from "./save-state";
import { UnsavedText } from "./unsaved-text";

/** Without an answer in this time the message is sent again. */
const ANSWER_MILLISECONDS = 10_000;
/** At least this long between two sends: faster typing is merged. The first change goes at once. */
const SEND_GAP_MILLISECONDS = 20;
/** Refusals that pass by themselves. */
const PATIENT: Refusal[] = ["unavailable", "too-fast"];
/** Client ids tried at the first join, should another person hold one by chance. */
const CLIENT_IDS_MAX = 3;

export class DocumentProvider {
  readonly doc = new Y.Doc();
  private readonly outbox = new Outbox();
  private readonly unsaved = new UnsavedText();
  private readonly backoff = new Backoff(300, 10_000);
  private readonly presence: PresenceSender;
  private readonly listeners = new Set<() => void>();
  private readonly stops: (() => void)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private joined = false;
  private inFlight = false;
  private synced = false;
  private destroyed = false;
  /** Counts joins and lost connections: an answer from before is not for now. */
  private era = 0;
  private clientIds = 1;
  private gapAt: string | null = null;
  private access: DocumentAccess = "read";
  private reason: ReadOnlyReason | undefined;
  private refusal: Refusal | null = null;
  private people: PresentPerson[] = [];
  private seq = 0;
  private savedAt: number | null = null;
  private lastSent = 0;
  private offlineSince = Date.now();
  private status: DocumentStatus;

  constructor(
    private readonly connection: Connection,
    readonly documentId: string,
  ) {
    this.presence = new PresenceSender((state) => {
      if (this.joined) this.connection.socket.emit("presence:set", { documentId, state });
    });
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE) this.changed(update);
    });
    this.doc.on("afterTransaction", (transaction: Y.Transaction) => {
      if (transaction.origin !== REMOTE) this.unsaved.note(transaction);
    });
    const on = <E extends DocumentEvent>(event: E, handle: (message: MessageOf<E>) => void) =>
      this.stops.push(connection.onDocument(documentId, event, handle));
    on("document:updates", ({ updates }) => {
      for (const { seq, bytes } of updates) {
        Y.applyUpdate(this.doc, fromWire(bytes), REMOTE);
        this.seq = Math.max(this.seq, seq);
      }
      this.tell();
    });
    on("presence:people", ({ people }) => {
      this.people = people;
      this.tell();
    });
    on("document:access", ({ access, reason }) => this.accessChanged(access, reason));
    on("document:closed", ({ refusal }) => this.refuse(refusal));
    this.stops.push(connection.subscribe(() => this.connectionChanged()));
    this.status = this.read();
    if (connection.state === "connected") this.join();
  }

  getStatus = (): DocumentStatus => this.status;

  /** Calls the listener after every change of status; the answer stops that. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Tells the others what this tab has open, types in or moves; merged with what was told before. */
  setPresence = (state: PresenceState): void => this.presence.set(state);

  /** Texts this tab changed that are not saved, one a line. */
  unsavedText = (): string => this.unsaved.read();

  /** Number of changes that are not saved. */
  get unsavedCount(): number {
    return this.outbox.count;
  }

  /** Resolves after the first sync; rejects when the document cannot be opened. */
  whenSynced(): Promise<void> {
    return this.until(({ synced }) => synced);
  }

  /** Resolves when every change is committed; rejects when they cannot be. */
  whenSaved(): Promise<void> {
    return this.until(({ synced }) => synced && this.outbox.count === 0);
  }

  /** Leaves the document. Unsaved changes are dropped: see `whenSaved`. */
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    clearTimeout(this.timer);
    this.presence.stop();
    for (const stop of this.stops) stop();
    if (this.joined) this.connection.socket.emit("document:leave", { documentId: this.documentId });
    this.tell();
    this.doc.destroy();
  }

  private connectionChanged(): void {
    if (this.connection.state === "connected") {
      this.join();
      return;
    }
    this.lost();
    this.tell();
  }

  private lost(): void {
    if (this.joined) this.offlineSince = Date.now();
    this.era++;
    this.joined = false;
    this.inFlight = false;
    clearTimeout(this.timer);
    this.people = [];
  }

  private join(): void {
    if (this.destroyed) return;
    this.lost();
    const era = this.era;
    this.connection.socket.timeout(ANSWER_MILLISECONDS).emit(
      "document:join",
      {
        documentId: this.documentId,
        stateVector: toWire(Y.encodeStateVector(this.doc)),
        clientId: this.doc.clientID,
      },
      (error: Error | null, answer: JoinAnswer) => {
        if (era !== this.era || this.destroyed) return;
        if (error) this.later(() => this.join());
        else if (answer.ok) this.welcome(answer);
        else this.notJoined(answer.refusal);
      },
    );
  }

  private welcome(answer: JoinAnswer & { ok: true }): void {
    Y.applyUpdate(this.doc, fromWire(answer.update), REMOTE);
    this.backoff.reset();
    this.joined = true;
    this.synced = true;
    this.seq = Math.max(this.seq, answer.seq);
    this.people = answer.people;
    this.presence.resend();
    this.accessChanged(answer.access, answer.reason);
  }

  private notJoined(refusal: Refusal): void {
    if (PATIENT.includes(refusal)) this.later(() => this.join());
    else if (refusal === "foreign-client" && !this.synced && this.clientIds++ < CLIENT_IDS_MAX) {
      this.doc.clientID = crypto.getRandomValues(new Uint32Array(1))[0]! || 1;
      this.join();
    } else this.refuse(refusal);
  }

  private accessChanged(access: DocumentAccess, reason: ReadOnlyReason | undefined): void {
    this.access = access;
    this.reason = reason;
    // The draft was unlocked, or the role came back: what was refused for that goes again.
    if (access === "edit" && (this.refusal === "locked" || this.refusal === "read-only")) this.refusal = null;
    this.tell();
    this.send();
  }

  private changed(update: Uint8Array): void {
    const now = Date.now();
    if (!this.outbox.add(update, now)) {
      this.refuse("too-large");
      return;
    }
    this.tell();
    const wait = this.lastSent + SEND_GAP_MILLISECONDS - now;
    if (this.inFlight || !this.joined) return;
    clearTimeout(this.timer);
    if (wait > 0) this.timer = setTimeout(() => this.send(), wait);
    // After this turn's other transactions, so that they go together.
    else queueMicrotask(() => this.send());
  }

  private send(): void {
    if (!this.joined || this.inFlight || this.refusal || this.destroyed) return;
    const update = this.outbox.first();
    if (!update) return;
    clearTimeout(this.timer);
    const { updateId, bytes } = update;
    const era = this.era;
    this.inFlight = true;
    this.lastSent = Date.now();
    this.connection.socket
      .timeout(ANSWER_MILLISECONDS)
      .emit(
        "document:update",
        { documentId: this.documentId, updateId, bytes: toWire(bytes) },
        (error: Error | null, answer: UpdateAnswer) => {
          if (era !== this.era || this.destroyed) return;
          this.inFlight = false;
          if (error) this.later(() => this.send());
          else if (answer.ok) this.saved(updateId, answer.seq);
          else this.notSaved(updateId, answer.refusal);
        },
      );
  }

  private saved(updateId: string, seq: number): void {
    this.outbox.acknowledge(updateId);
    this.backoff.reset();
    this.seq = Math.max(this.seq, seq);
    this.savedAt = Date.now();
    if (this.outbox.count === 0) this.unsaved.clear();
    this.tell();
    this.send();
  }

  private notSaved(updateId: string, refusal: Refusal): void {
    // The server may have forgotten this seat or an update before this one: once more from the beginning.
    const again = (refusal === "not-joined" || refusal === "gap") && this.gapAt !== updateId;
    if (PATIENT.includes(refusal)) this.later(() => this.send());
    else if (again) {
      this.gapAt = updateId;
      this.join();
    } else this.refuse(refusal);
  }

  private refuse(refusal: Refusal): void {
    this.refusal = refusal;
    this.tell();
  }

  private later(again: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(again, this.backoff.next());
  }

  private read(): DocumentStatus {
    const { synced, people, refusal } = this;
    const { count, since } = this.outbox;
    const connection = this.connection.state;
    const { joined, access, reason, offlineSince, savedAt, seq } = this;
    return {
      state: saveStateOf({
        ...{ connection, joined, synced, refusal, access, reason },
        ...{ count, since, offlineSince, savedAt, seq },
      }),
      access: refusal ? "read" : access,
      synced,
      people,
      connectionId: this.connection.socket.id ?? null,
    };
  }

  private tell(): void {
    this.status = this.read();
    for (const listener of this.listeners) listener();
  }

  private until(done: (status: DocumentStatus) => boolean): Promise<void> {
    const why = () => (this.destroyed ? "the document was closed" : whyHopeless(this.status.state));
    return waitFor(this.subscribe, () => done(this.status), why);
  }
}
