/** The open documents: one load however many open one at once, and unloading when nobody is left. */
import type { Room } from "./room";

interface Entry {
  room: Promise<Room>;
  holders: number;
  idle: NodeJS.Timeout | null;
}

export class Rooms {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly load: (documentId: string) => Promise<Room>,
    private readonly idleAfter: number,
  ) {}

  /** Opens the room and holds it until `release`. Throws when it cannot be loaded; the next try loads again. */
  async acquire(documentId: string): Promise<Room> {
    let entry = this.entries.get(documentId);
    if (!entry) {
      entry = { room: this.load(documentId), holders: 0, idle: null };
      this.entries.set(documentId, entry);
    }
    if (entry.idle) clearTimeout(entry.idle);
    entry.idle = null;
    entry.holders++;
    try {
      return await entry.room;
    } catch (error) {
      if (this.entries.get(documentId) === entry) this.entries.delete(documentId);
      throw error;
    }
  }

  /** Gives back one hold. The room is unloaded a while after the last one. */
  release(documentId: string): void {
    const entry = this.entries.get(documentId);
    if (!entry || --entry.holders > 0) return;
    entry.idle = setTimeout(() => void this.unload(documentId, entry), this.idleAfter);
    entry.idle.unref();
  }

  /** Runs `use` with the room held. */
  async with<T>(documentId: string, use: (room: Room) => T | Promise<T>): Promise<T> {
    const room = await this.acquire(documentId);
    try {
      return await use(room);
    } finally {
      this.release(documentId);
    }
  }

  /** Number of rooms in memory. */
  get size(): number {
    return this.entries.size;
  }

  /** Waits until nothing is in flight in any room, and unloads them all. */
  async close(): Promise<void> {
    for (const [documentId, entry] of this.entries) {
      if (entry.idle) clearTimeout(entry.idle);
      this.entries.delete(documentId);
      const room = await entry.room.catch(() => null); // a failed load has nothing to flush
      await room?.quiet();
      room?.destroy();
    }
  }

  private async unload(documentId: string, entry: Entry): Promise<void> {
    const room = await entry.room;
    await room.quiet();
    if (entry.holders > 0 || this.entries.get(documentId) !== entry) return;
    this.entries.delete(documentId);
    room.destroy();
  }
}
