/**
 * Changes of this tab that the server has not acknowledged, in order. What waits is merged into as few updates as
 * the limit allows; what was sent once keeps its bytes and its id until it is acknowledged, so that a resend is
 * known as the same update.
 */
import * as Y from "yjs";
import { UPDATE_BYTES_MAX } from "../protocol/limits";
import { newId } from "./new-id";

/** One update as it is sent: now, and again after a lost connection. */
export interface OutgoingUpdate {
  updateId: string;
  bytes: Uint8Array;
}

interface Batch {
  parts: Uint8Array[];
  size: number;
  /** Milliseconds since the epoch when its first change was made. */
  since: number;
  sent: OutgoingUpdate | null;
}

/** Room for what merging adds (a few bytes a part at most). */
const MERGE_MARGIN_BYTES = 1024;

export class Outbox {
  private batches: Batch[] = [];
  private changes = 0;

  /** Number of changes not acknowledged. */
  get count(): number {
    return this.changes;
  }

  /** When the oldest unacknowledged change was made, or null. */
  get since(): number | null {
    return this.batches[0]?.since ?? null;
  }

  /** Keeps one change. False when it is larger than the server takes: it is kept all the same, and never sent. */
  add(update: Uint8Array, now: number): boolean {
    this.changes++;
    const last = this.batches.at(-1);
    if (last && !last.sent && last.size + update.byteLength <= UPDATE_BYTES_MAX - MERGE_MARGIN_BYTES) {
      last.parts.push(update);
      last.size += update.byteLength;
    } else {
      this.batches.push({ parts: [update], size: update.byteLength, since: now, sent: null });
    }
    return update.byteLength <= UPDATE_BYTES_MAX;
  }

  /** The update to send now: the first one, with the id it had before. */
  first(): OutgoingUpdate | null {
    const batch = this.batches[0];
    if (!batch) return null;
    if (!batch.sent) {
      const bytes = batch.parts.length === 1 ? batch.parts[0]! : Y.mergeUpdates(batch.parts);
      batch.sent = { updateId: newId(), bytes };
    }
    return batch.sent;
  }

  /** Forgets the first update, which is committed. */
  acknowledge(updateId: string): void {
    const batch = this.batches[0];
    if (batch?.sent?.updateId !== updateId) return;
    this.batches.shift();
    this.changes -= batch.parts.length;
  }
}
