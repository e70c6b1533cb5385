/** The open documents: one load however many open one at once, and unloading when nobody is left. */
import type { Room } from "./room";

interface Entry {
  room: Promise<Room>;
  /** The same, once it is loaded. */
  open: Room | null;
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
    const entry = this.entries.get(documentId) ?? this.begin(documentId);
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

  /** Gives back one hold of this room. It is unloaded a while after the last one. */
  release(documentId: string, room: Room): void {
    const entry = this.entries.get(documentId);
    if (!entry || entry.open !== room || --entry.holders > 0) return;
    entry.idle = setTimeout(() => void this.unload(documentId, entry), this.idleAfter);
    entry.idle.unref();
  }

  /** Runs `use` with the room held. */
  async with<T>(documentId: string, use: (room: Room) => T | Promise<T>): Promise<T> {
    const room = await this.acquire(documentId);
    try {
      return await use(room);
    } finally {
      this.release(documentId, room);
    }
  }

  /** The room, if it is open. */
  peek(documentId: string): Room | null {
    return this.entries.get(documentId)?.open ?? null;
  }

  /** The rooms that are open now. */
  all(): Room[] {
    return [...this.entries.values()].flatMap(({ open }) => open ?? []);
  }

  /** A room that is of no more use: whoever asks next loads the document anew. */
  discard(room: Room): void {
    const entry = this.entries.get(room.documentId);
    if (entry?.open !== room) return;
    if (entry.idle) clearTimeout(entry.idle);
    this.entries.delete(room.documentId);
    room.destroy();
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

  private begin(documentId: string): Entry {
    const entry: Entry = { room: this.load(documentId), open: null, holders: 0, idle: null };
    this.entries.set(documentId, entry);
    entry.room.then(
      (room) => {
        entry.open = room;
      },
      () => undefined, // whoever acquires it is told
    );
    return entry;
  }

  private async unload(documentId: string, entry: Entry): Promise<void> {
    const room = await entry.room;
    await room.quiet();
    if (entry.holders > 0 || this.entries.get(documentId) !== entry) return;
    this.entries.delete(documentId);
    room.destroy();
  }
}
