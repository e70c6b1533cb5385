/** This tab's seat on a document: asks for it, asks again, and knows what it rests on. */
import type { JoinAnswer, Lease, Refusal, UpdatesMessage } from "../protocol/collab";
import { LEASES_MAX } from "../protocol/limits";
import { Backoff } from "./backoff";
import type { Link } from "./link";

export type Joined = JoinAnswer & { ok: true };

export interface SeatDeps {
  link: Link;
  documentId: string;
  schema: number;
  /** The leases that unsaved changes were written with. */
  unsavedLeases: () => Lease[];
  /** `whole`: the answer holds the whole document, and not only what is new. */
  onJoined: (answer: Joined, whole: boolean) => void;
  onRefused: (refusal: Refusal) => void;
  /** No answer came: it is tried again by itself. */
  onSilence: () => void;
}

/** What to ask for otherwise than usual. */
interface Wish {
  /** The whole document, as if nothing were here. */
  whole?: boolean;
  /** A new client id. */
  anew?: boolean;
}

export class Seat {
  joined = false;
  /** On the way to a new seat over a living connection: no reason to call it offline. */
  settling = false;
  /** Where this tab's copy stands, or null before the first sync. */
  place: { epoch: number; seq: number } | null = null;
  lease: Lease | null = null;
  personId: string | null = null;
  /** What came before the answer to a join: it may follow it in the same frame. */
  private early: UpdatesMessage[] = [];
  private wish: Wish = {};
  private closed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly backoff = new Backoff(300, 10_000);
  /** Counts requests and lost connections: an answer from before is not for now. */
  private era = 0;

  constructor(private readonly deps: SeatDeps) {}

  /** Asks for a seat when there is a connection. A wish is kept until it is fulfilled. */
  join(wish: Wish = {}): void {
    this.settling = this.joined || this.settling;
    this.wish = { ...this.wish, ...wish };
    this.leave();
    const { link, documentId, schema } = this.deps;
    if (this.closed || link.state !== "connected") return;
    const { era } = this;
    const known = this.wish.whole ? null : this.place;
    const request = { documentId, schema, known, leases: this.wish.anew ? [] : this.leases() };
    link.ask("document:join", request).then(
      (answer) => {
        if (era === this.era) this.answered(answer, known === null);
      },
      () => {
        if (era !== this.era) return;
        this.joinLater();
        this.deps.onSilence();
      },
    );
  }

  /** After a growing pause. */
  joinLater(wish: Wish = {}): void {
    this.wish = { ...this.wish, ...wish };
    this.leave();
    this.settling = false;
    this.timer = setTimeout(() => this.join(), this.backoff.next());
  }

  /** The connection is lost, or the server closed the seat. */
  lost(): void {
    this.leave();
    this.settling = false;
  }

  /** What the answer says is from now on what this tab rests on. */
  take({ epoch, seq, lease, personId }: Joined, whole: boolean): void {
    this.place = { epoch, seq: whole ? seq : Math.max(seq, this.place?.seq ?? 0) };
    this.lease = lease;
    this.personId = personId;
    this.wish = {};
    this.joined = true;
    this.settling = false;
    this.backoff.reset();
  }

  /** Keeps what comes while the answer is awaited. */
  hold(message: UpdatesMessage): void {
    if (!this.closed) this.early.push(message);
  }

  /** What was kept, once. */
  held(): UpdatesMessage[] {
    return this.early.splice(0);
  }

  /** Whether something before this sequence number has not come here. */
  hasHoleBefore(seq: number): boolean {
    return this.place !== null && seq > this.place.seq + 1;
  }

  /** The index of the first one that has not come here, of updates from this sequence number on. */
  missingFrom(seq: number): number {
    return Math.max(0, (this.place?.seq ?? 0) + 1 - seq);
  }

  /** This tab has everything up to there. */
  reached(seq: number): void {
    if (this.place) this.place.seq = Math.max(this.place.seq, seq);
  }

  close(): void {
    this.lost();
    this.closed = true;
  }

  private leave(): void {
    this.era++;
    this.early = [];
    this.joined = false;
    clearTimeout(this.timer);
  }

  private answered(answer: JoinAnswer, whole: boolean): void {
    if (answer.ok) this.deps.onJoined(answer, whole);
    else {
      this.settling = false;
      this.deps.onRefused(answer.refusal);
    }
  }

  /** This tab's first, each once. */
  private leases(): Lease[] {
    const all = [...(this.lease ? [this.lease] : []), ...this.deps.unsavedLeases()];
    return [...new Map(all.map((lease) => [lease.clientId, lease])).values()].slice(0, LEASES_MAX);
  }
}
