/** Sends what waits, one update at a time, and again until it is answered. */
import { toWire } from "../protocol/bytes";
import type { Refusal, UpdateAnswer } from "../protocol/collab";
import { UPDATE_BYTES_MAX } from "../protocol/limits";
import { Backoff } from "./backoff";
import type { Link } from "./link";
import { isTooLarge, type OutgoingUpdate } from "./outbox";

/** At least this long between two sends: faster typing is merged. The first change goes at once. */
const SEND_GAP_MILLISECONDS = 20;
/** Refusals that pass by themselves. */
export const PATIENT: readonly Refusal[] = ["unavailable", "too-fast"];

export interface SenderDeps {
  link: Link;
  documentId: string;
  /** The update to send now, or null when there is none or it may not go now. */
  next: () => OutgoingUpdate | null;
  onSaved: (updateId: string, seq: number) => void;
  /** Not called for refusals that pass by themselves. */
  onRefused: (updateId: string, refusal: Refusal) => void;
}

export class Sender {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private inFlight = false;
  private lastSent = 0;
  /** Counts stops: an answer to what was sent before one is not for now. */
  private era = 0;
  private readonly backoff = new Backoff(300, 10_000);

  constructor(private readonly deps: SenderDeps) {}

  /** Something waits: it goes at once, or when the gap is over, or after the answer that is awaited. */
  soon(): void {
    if (this.inFlight) return;
    clearTimeout(this.timer);
    const wait = this.lastSent + SEND_GAP_MILLISECONDS - Date.now();
    if (wait > 0) this.timer = setTimeout(() => this.send(), wait);
    // After this turn's other transactions, so that they go together.
    else queueMicrotask(() => this.send());
  }

  send(): void {
    if (this.inFlight) return;
    const update = this.deps.next();
    if (!update) return;
    clearTimeout(this.timer);
    const { updateId } = update;
    if (isTooLarge(update.bytes)) {
      this.deps.onRefused(updateId, "too-large");
      return;
    }
    const { era } = this;
    this.inFlight = true;
    this.lastSent = Date.now();
    this.deliver(update).then(
      (answer) => {
        if (era === this.era) this.answered(updateId, answer);
      },
      () => {
        if (era === this.era) this.again();
      },
    );
  }

  /** The seat is gone: what was sent goes again at the next one. */
  stop(): void {
    this.era++;
    this.inFlight = false;
    clearTimeout(this.timer);
  }

  /** A large update goes in parts; the server holds them until the last one comes. */
  private async deliver({ updateId, bytes }: OutgoingUpdate): Promise<UpdateAnswer> {
    const { link, documentId } = this.deps;
    const { era } = this;
    const parts = Math.max(1, Math.ceil(bytes.byteLength / UPDATE_BYTES_MAX));
    const part = (index: number) =>
      toWire(bytes.subarray(index * UPDATE_BYTES_MAX, (index + 1) * UPDATE_BYTES_MAX));
    for (let index = 0; index < parts - 1; index++) {
      const answer = await link.ask("document:part", { documentId, updateId, index, bytes: part(index) });
      if (!answer.ok) return answer;
      if (era !== this.era) throw new Error("the seat is gone");
    }
    const last = { documentId, updateId, bytes: part(parts - 1), ...(parts > 1 && { parts }) };
    return link.ask("document:update", last);
  }

  private answered(updateId: string, answer: UpdateAnswer): void {
    if (!answer.ok && PATIENT.includes(answer.refusal)) {
      this.again();
      return;
    }
    this.inFlight = false;
    if (answer.ok) {
      this.backoff.reset();
      this.deps.onSaved(updateId, answer.seq);
    } else this.deps.onRefused(updateId, answer.refusal);
  }

  private again(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.inFlight = false;
      this.send();
    }, this.backoff.next());
  }
}
