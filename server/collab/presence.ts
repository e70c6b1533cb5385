/** Tells each document who is there: changes within a moment go as one message. People who leave vanish at once. */
import { asPerson, type CollabServer, documentChannel, type Seats } from "./seats";

export class Presence {
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly io: CollabServer,
    private readonly seats: Seats,
    private readonly coalesce: number,
  ) {}

  /** Someone came or changed: told within the moment. */
  changed(documentId: string): void {
    if (this.timers.has(documentId)) return;
    this.timers.set(
      documentId,
      setTimeout(() => this.tell(documentId), this.coalesce),
    );
  }

  /** Someone left: told now. */
  left(documentId: string): void {
    this.tell(documentId);
  }

  close(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private tell(documentId: string): void {
    clearTimeout(this.timers.get(documentId));
    this.timers.delete(documentId);
    const people = this.seats.on(documentId).map(asPerson);
    if (people.length > 0)
      this.io.to(documentChannel(documentId)).emit("presence:people", { documentId, people });
  }
}
