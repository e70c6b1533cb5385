/** What waits for its commit in one room: what is on its way to the log, and what comes after it. */
import type { UpdateAnswer } from "../../../app/protocol/collab";
import type { NewUpdate } from "../log/update-log";

export interface Waiting {
  update: NewUpdate;
  /** The connection it came from, or null for the server itself. */
  sender: string | null;
  /** Milliseconds since the epoch. */
  since: number;
  answer: (answer: UpdateAnswer) => void;
}

export class UpdateQueue {
  private waiting: Waiting[] = [];
  private inFlight: Waiting[] = [];
  /** Bytes of all that waits, in order. */
  bytes: Uint8Array[] = [];
  /** Their sum. */
  size = 0;

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  push(waiting: Waiting): void {
    this.waiting.push(waiting);
    this.bytes.push(waiting.update.bytes);
    this.size += waiting.update.bytes.byteLength;
  }

  /** Everything that waits is now on its way. */
  take(): Waiting[] {
    this.inFlight = this.waiting;
    this.waiting = [];
    return this.inFlight;
  }

  /** What was on its way has come or gone. */
  settle(): void {
    this.inFlight = [];
    this.bytes = this.waiting.map(({ update }) => update.bytes);
    this.size = this.bytes.reduce((sum, bytes) => sum + bytes.byteLength, 0);
  }

  /** Empties it all, and answers with what was there. */
  clear(): Waiting[] {
    const all = [...this.inFlight, ...this.waiting];
    this.waiting = [];
    this.settle();
    return all;
  }

  /** How many wait, and since when the oldest does. */
  get backlog(): { count: number; since: number | null } {
    const oldest = this.inFlight[0] ?? this.waiting[0];
    return { count: this.inFlight.length + this.waiting.length, since: oldest?.since ?? null };
  }
}
