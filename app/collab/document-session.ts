/**
 * The way of a live document's messages: joins, sends what this tab changes, applies what the server committed, and
 * keeps what is unacknowledged, in order and on the device, to send it again with the same ids.
 */
import type * as Y from "yjs";
import { fromWire } from "../protocol/bytes";
import type { DocumentAccess, ReadOnlyReason, Refusal, UpdatesMessage } from "../protocol/collab";
import { LEASES_MAX } from "../protocol/limits";
import { Copies } from "./copies";
import { Keeper } from "./device";
import type { DocumentStatus } from "./document-status";
import { SPLIT_SCHEMA_VERSION } from "./documents/split-document";
import { IdleCheck } from "./idle-check";
import type { DocumentEvent, Link, MessageOf } from "./link";
import { isTooLarge, Outbox } from "./outbox";
import { PresenceSender } from "./presence-sender";
import type { ProviderOptions } from "./provider-options";
import { report } from "./report";
import { ReviewCopies } from "./review-copies";
import { type Joined, Seat } from "./seat";
import { PATIENT, Sender } from "./sender";
import { Standing } from "./standing";
import { StatusStore } from "./status-store";
import { TakeOver } from "./take-over";

/** The server may have forgotten this seat or a lease: one more try from the beginning, for each update. */
const ONCE_MORE: readonly Refusal[] = ["not-joined", "gap", "foreign-client"];
/** After these the server closed the seat only for now. */
const SEAT_AGAIN: readonly Refusal[] = [...PATIENT, "not-joined", "restored", "quarantined"];

export class DocumentSession {
  outbox = new Outbox();
  readonly copies: Copies;
  readonly seat: Seat;
  private readonly sender: Sender;
  readonly keeper: Keeper;
  readonly reviews: ReviewCopies;
  private readonly takeOver: TakeOver;
  readonly presence: PresenceSender;
  private readonly idle: IdleCheck;
  private readonly stops: (() => void)[] = [];
  private readonly standing = new Standing();
  destroyed = false;
  private onceMore: string | null = null;
  readonly status: StatusStore;

  constructor(
    readonly link: Link,
    readonly documentId: string,
    { schema = SPLIT_SCHEMA_VERSION, device, contentHash }: ProviderOptions = {},
  ) {
    this.keeper = new Keeper(device ?? null, () => this.tell());
    this.reviews = new ReviewCopies(this.keeper, () => this.tell());
    this.copies = new Copies(this.reviews, this.changed, contentHash);
    this.takeOver = new TakeOver(this.keeper, this.reviews);
    this.seat = new Seat({
      ...{ link, documentId, schema },
      unsavedLeases: () => this.outbox.leases,
      onJoined: (answer, whole) => this.welcome(answer, whole),
      onRefused: (refusal) => this.notJoined(refusal),
      onSilence: () => this.tell(),
    });
    this.sender = new Sender({
      ...{ link, documentId },
      next: () => (this.maySend() ? this.outbox.first() : null),
      onSaved: (updateId, seq) => this.saved(updateId, seq),
      onRefused: (updateId, refusal) => this.notSaved(updateId, refusal),
    });
    this.presence = new PresenceSender((state) => {
      if (this.seat.joined) link.send("presence:set", { documentId, state });
    });
    this.idle = new IdleCheck({
      ...{ link, documentId, contentHash },
      comparable: () => this.comparable(),
      onDifferent: () => this.rejoin({ whole: true, anew: true }),
      onElsewhere: () => this.rejoin(),
      onIdle: () => void this.lookForLeftovers(),
    });
    const on = <E extends DocumentEvent>(event: E, handle: (message: MessageOf<E>) => void) =>
      this.stops.push(link.onDocument(documentId, event, handle));
    on("document:updates", (message) => this.follow(message));
    on("presence:changed", (message) => {
      this.standing.hear(message);
      this.tell();
    });
    on("document:access", ({ access, reason }) => this.accessChanged(access, reason));
    on("document:closed", ({ refusal }) => this.closed(refusal));
    this.stops.push(link.subscribe(() => this.connectionChanged()));
    this.status = new StatusStore(() => this.read());
    this.seat.join();
  }

  get doc(): Y.Doc {
    return this.copies.current.doc;
  }

  /** Forgets unsaved changes, on the device too. The copy still has them: open the document again. */
  async discard(): Promise<void> {
    this.keeper.forget(this.outbox.updateIds);
    this.outbox = new Outbox();
    await this.keeper.settled();
  }

  /** Leaves the document. Unsaved changes stay on the device, if it keeps them: see `whenSaved`. */
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    if (this.seat.joined) this.link.send("document:leave", { documentId: this.documentId });
    this.seat.close();
    this.sender.stop();
    this.idle.stop();
    this.presence.stop();
    for (const stop of this.stops) stop();
    void this.keeper.close();
    this.tell();
    this.copies.current.destroy();
  }

  private connectionChanged(): void {
    if (this.link.state === "connected") this.seat.join();
    else this.lost();
    this.tell();
  }

  private lost(): void {
    this.standing.lost(this.seat.joined);
    this.seat.lost();
    this.sender.stop();
  }

  private rejoin(wish: { whole?: boolean; anew?: boolean } = {}): void {
    this.sender.stop();
    this.seat.join(wish);
    this.tell();
  }

  private welcome(answer: Joined, whole: boolean): void {
    const { personId } = this.seat;
    if (personId && personId !== answer.personId && this.outbox.count > 0)
      this.refuse("foreign-client", true); // somebody else signed in here: nothing is sent as theirs
    else if (this.applied(() => this.copies.receive(answer.updates.map(fromWire), whole, this.outbox)))
      this.seated(answer, whole);
  }

  private seated(answer: Joined, whole: boolean): void {
    this.seat.take(answer, whole);
    this.doc.clientID = answer.lease.clientId;
    this.standing.welcome(answer);
    this.presence.resend();
    for (const message of this.seat.held()) this.follow(message);
    this.idle.touch();
    this.accessChanged(answer.access, answer.reason);
    // Whether the device keeps anything is told before the first edit.
    if (this.keeper.keeps !== null) this.opened();
    else void this.keeper.ready.then(() => this.opened());
  }

  private opened(): void {
    if (this.destroyed) return;
    this.standing.synced = true;
    this.tell();
    void this.lookForLeftovers();
  }

  /** What closed tabs left is put into the document and sent from here. */
  private async lookForLeftovers(): Promise<void> {
    const { documentId, seat } = this;
    const { personId } = seat;
    if (!personId) return;
    const room = LEASES_MAX - 1 - this.outbox.leases.length;
    const left = await this.takeOver.look({ personId, documentId }, room, () => {
      const isSame = !this.destroyed && seat.personId === personId;
      return isSame && seat.place ? { doc: this.doc, epoch: seat.place.epoch } : null;
    });
    if (this.destroyed || left.length === 0) return;
    for (const batch of left) this.outbox.adopt(batch);
    this.copies.current.applyUnsaved(left.flatMap(({ parts }) => parts));
    this.rejoin(); // the seat must know their leases too
  }

  private notJoined(refusal: Refusal): void {
    if (PATIENT.includes(refusal)) this.seat.joinLater();
    else if (refusal === "restored" && this.seat.place && !this.copies.isRestoring) this.restored();
    else if (refusal === "foreign-client" && this.seat.lease && this.outbox.count === 0)
      this.seat.join({ anew: true });
    else this.refuse(refusal, true);
    this.tell();
  }

  /** The server has an older text than this tab: what is here becomes a copy to look through, and nothing is merged. */
  private restored(): void {
    const whose = { personId: this.seat.personId!, documentId: this.documentId };
    void this.copies.setAside(whose, this.outbox.updateIds, this.keeper);
    this.outbox = new Outbox();
    this.standing.refused = null;
    this.rejoin({ whole: true, anew: true });
  }

  private follow(message: UpdatesMessage): void {
    const { seat } = this;
    const { seq, updates } = message;
    if (!seat.joined || !seat.place) seat.hold(message);
    else if (seat.hasHoleBefore(seq))
      this.rejoin(); // what is missing comes with a new seat
    else if (
      this.applied(() => this.copies.current.apply(updates.slice(seat.missingFrom(seq)).map(fromWire)))
    ) {
      seat.reached(seq + updates.length - 1);
      this.idle.touch();
      this.tell();
    }
  }

  /** False when it does not apply here: the whole document is then asked for. */
  private applied(apply: () => void): boolean {
    try {
      apply();
      return true;
    } catch (error) {
      report("what the server sent does not apply to this copy; it is fetched again", error);
      this.sender.stop();
      this.seat.joinLater({ whole: true });
      this.tell();
      return false;
    }
  }

  private closed(refusal: Refusal): void {
    this.lost();
    if (SEAT_AGAIN.includes(refusal)) this.seat.joinLater();
    else this.refuse(refusal, true);
    this.tell();
  }

  private accessChanged(access: DocumentAccess, reason: ReadOnlyReason | undefined): void {
    this.standing.allow(access, reason);
    this.tell();
    this.sender.send();
  }

  private readonly changed = (update: Uint8Array): void => {
    const { lease, place, personId } = this.seat;
    if (!lease || !place || !personId) throw new Error("changed before the first sync");
    const at = Date.now();
    const updateId = this.outbox.add(update, at, lease);
    const { documentId } = this;
    this.keeper.keep({ personId, documentId, updateId, bytes: update, lease, epoch: place.epoch, at });
    this.idle.touch();
    if (isTooLarge(update)) this.refuse("too-large", false);
    this.tell();
    if (this.maySend()) this.sender.soon();
  };

  private saved(updateId: string, seq: number): void {
    this.outbox.acknowledge(updateId);
    this.keeper.forget([updateId]);
    this.standing.savedAt = Date.now();
    if (this.outbox.count === 0) this.copies.current.allSaved();
    if (this.seat.hasHoleBefore(seq))
      this.rejoin(); // others' updates before it did not come
    else {
      this.seat.reached(seq);
      this.tell();
      this.sender.send();
    }
    if (this.outbox.count === 0 && this.takeOver.mayBeMore) void this.lookForLeftovers();
  }

  private notSaved(updateId: string, refusal: Refusal): void {
    if (refusal === "restored") this.rejoin();
    else if (ONCE_MORE.includes(refusal) && this.onceMore !== updateId) {
      this.onceMore = updateId;
      this.rejoin();
    } else this.refuse(refusal, false);
  }

  private refuse(refusal: Refusal, atJoin: boolean): void {
    this.standing.refused = { refusal, atJoin };
    this.tell();
  }

  /** Only what is the server's alone can be compared with it. */
  private comparable(): { doc: Y.Doc; seq: number } | null {
    const { joined, place } = this.seat;
    return joined && place && this.outbox.count === 0 ? { doc: this.doc, seq: place.seq } : null;
  }

  private maySend(): boolean {
    return this.seat.joined && !this.standing.refused;
  }

  private read(): DocumentStatus {
    return this.standing.read(this);
  }

  private tell(): void {
    this.status.tell();
  }
}
