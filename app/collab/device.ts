/** What the device keeps of live documents until the server has it. app/collab/unsaved-store.ts is the real one. */
import type { Lease } from "../protocol/collab";

/** One unacknowledged change, as it is kept. */
export interface KeptChange {
  personId: string;
  documentId: string;
  /** The update that it goes in; changes of one update follow one another. */
  updateId: string;
  bytes: Uint8Array;
  /** The lease of the client id that wrote it, and the epoch it was made for. */
  lease: Lease;
  epoch: number;
  /** Milliseconds since the epoch of time. */
  at: number;
}

/** A whole document as a tab had it before the server was restored from a backup. */
export interface KeptReview {
  id: string;
  personId: string;
  documentId: string;
  at: number;
  /** The document as one Yjs update. */
  bytes: Uint8Array;
  /** Texts of changes that could not be placed in it, one a line. */
  loose: string;
}

/** Whose, and of which document. */
export type Belonging = Pick<KeptChange, "personId" | "documentId">;

/** One tab's hold on what the device keeps. Everything rejects when the device refuses (private mode, full). */
export interface Device {
  /** Writes changes in order and forgets updates that are saved, in one transaction. */
  write(changes: KeptChange[], savedUpdateIds: string[]): Promise<void>;
  /**
   * Takes over what closed tabs left, whole updates in order, with at most `leasesMax` leases in all. Never what a
   * living tab has. What cannot be read is left where it is and counted.
   */
  adopt(whose: Belonging, leasesMax: number): Promise<{ changes: KeptChange[]; unreadable: number }>;
  putReview(review: KeptReview): Promise<void>;
  reviews(whose: Belonging): Promise<KeptReview[]>;
  removeReview(id: string): Promise<void>;
  /** Lets go: what is left may be taken over. */
  close(): void;
}

/** Writes to the device one transaction at a time, and knows whether it can be relied on. */
export class Keeper {
  /** Null until it is known. */
  keeps: boolean | null = null;
  /** Resolves when it is known. Never rejects. */
  readonly ready: Promise<void>;
  private device: Device | null = null;
  private changes: KeptChange[] = [];
  private saved: string[] = [];
  private writing: Promise<void> | null = null;
  private closed = false;

  constructor(
    device: Promise<Device | null> | null,
    private readonly tell: () => void,
  ) {
    if (!device) this.keeps = false;
    this.ready = device ? device.catch(() => null).then((opened) => this.opened(opened)) : Promise.resolve();
  }

  keep(change: KeptChange): void {
    this.changes.push(change);
    this.write();
  }

  forget(updateIds: string[]): void {
    this.saved.push(...updateIds);
    this.write();
  }

  /** What closed tabs left; nothing when the device cannot tell. */
  async adopt(whose: Belonging, leasesMax: number): Promise<{ changes: KeptChange[]; unreadable: number }> {
    await this.ready;
    const adopted = await this.device?.adopt(whose, leasesMax).catch(() => null);
    return adopted ?? { changes: [], unreadable: 0 };
  }

  async reviews(whose: Belonging): Promise<KeptReview[]> {
    await this.ready;
    return (await this.device?.reviews(whose).catch(() => [])) ?? [];
  }

  /** True when it is on the device. */
  async putReview(review: KeptReview): Promise<boolean> {
    await this.ready;
    if (!this.device) return false;
    return this.device.putReview(review).then(
      () => true,
      () => false,
    );
  }

  async removeReview(id: string): Promise<void> {
    await this.ready;
    await this.device?.removeReview(id).catch(() => undefined); // it is offered once more, no harm
  }

  /** Resolves when what was said so far is written, or cannot be. */
  async settled(): Promise<void> {
    await this.ready;
    while (this.writing) await this.writing;
  }

  /** After the last write. */
  async close(): Promise<void> {
    await this.settled();
    this.closed = true;
    this.device?.close();
  }

  private opened(device: Device | null): void {
    this.device = device;
    this.keeps = device !== null;
    if (this.closed) device?.close();
    this.write();
    this.tell();
  }

  private write(): void {
    if (this.keeps === false) this.changes = [];
    const waits = this.changes.length + this.saved.length > 0;
    if (this.device && waits && !this.writing) this.writing = this.writeAll(this.device);
  }

  /** What comes while a write is under way goes together in the next one. */
  private async writeAll(device: Device): Promise<void> {
    while (this.changes.length + this.saved.length > 0) {
      const saved = this.saved;
      const changes = this.changes.filter(({ updateId }) => !saved.includes(updateId));
      this.changes = [];
      this.saved = [];
      try {
        await device.write(changes, saved);
      } catch {
        // Full, or taken away: what is there already does no harm, since its ids are known to the server.
        if (this.keeps) {
          this.keeps = false;
          this.tell();
        }
      }
    }
    this.writing = null;
  }
}
