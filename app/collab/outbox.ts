/**
 * Changes that the server has not acknowledged, in order: this tab's, and those of closed tabs that it took over.
 * What waits is merged into as few updates as the limits allow. An update has its id from its first change, and keeps
 * its bytes from when it was first sent until it is acknowledged, so that a resend is known as the same update.
 */
import * as Y from "yjs";
import type { Lease } from "../protocol/collab";
import { LARGE_UPDATE_BYTES_MAX, UPDATE_BYTES_MAX } from "../protocol/limits";
import { newId } from "./new-id";

/** One update as it is sent: now, and again after a lost connection. */
export interface OutgoingUpdate {
  updateId: string;
  bytes: Uint8Array;
}

/** Changes that go as one update. */
export interface Batch {
  updateId: string;
  /** The lease of the client id that wrote them. */
  lease: Lease;
  parts: Uint8Array[];
  /** Milliseconds since the epoch when the first was made. */
  since: number;
}

interface Waiting extends Batch {
  /** Sum of the parts. */
  size: number;
  /** Whether more changes may join it. */
  open: boolean;
  merged: Uint8Array | null;
}

/** Room for what merging adds (a few bytes a part at most). */
const MERGE_MARGIN_BYTES = 1024;
/** Merging is superlinear: 500 changes take some milliseconds, 10,000 take a second. */
export const MERGE_PARTS_MAX = 500;

/** Larger than the server takes, even in parts. */
export const isTooLarge = (bytes: Uint8Array): boolean => bytes.byteLength > LARGE_UPDATE_BYTES_MAX;

export class Outbox {
  private batches: Waiting[] = [];
  private changes = 0;

  /** Number of changes not acknowledged. */
  get count(): number {
    return this.changes;
  }

  /** When the oldest unacknowledged change was made, or null. */
  get since(): number | null {
    return this.batches.length > 0 ? Math.min(...this.batches.map(({ since }) => since)) : null;
  }

  /** The leases that what waits was written with, each once. */
  get leases(): Lease[] {
    return [...new Map(this.batches.map(({ lease }) => [lease.clientId, lease])).values()];
  }

  /** All that waits, in order, as updates to apply. */
  get updates(): Uint8Array[] {
    return this.batches.flatMap(({ parts }) => parts);
  }

  get updateIds(): string[] {
    return this.batches.map(({ updateId }) => updateId);
  }

  /** Keeps one change; the answer is the id of the update that it goes in. */
  add(change: Uint8Array, now: number, lease: Lease): string {
    this.changes++;
    const last = this.batches.at(-1);
    if (
      last?.open &&
      last.lease.clientId === lease.clientId &&
      last.parts.length < MERGE_PARTS_MAX &&
      last.size + change.byteLength <= UPDATE_BYTES_MAX - MERGE_MARGIN_BYTES
    ) {
      last.parts.push(change);
      last.size += change.byteLength;
      return last.updateId;
    }
    const batch = { updateId: newId(), lease, parts: [change], since: now };
    this.batches.push({ ...batch, size: change.byteLength, open: true, merged: null });
    return batch.updateId;
  }

  /** Takes over what another tab left, with the ids it had. What is here already stays as it is. */
  adopt(batch: Batch): void {
    if (this.batches.some(({ updateId }) => updateId === batch.updateId)) return;
    this.changes += batch.parts.length;
    this.batches.push({ ...batch, size: 0, open: false, merged: null });
  }

  /** The update to send now: the first one. */
  first(): OutgoingUpdate | null {
    const batch = this.batches[0];
    if (!batch) return null;
    batch.open = false;
    batch.merged ??= batch.parts.length === 1 ? batch.parts[0]! : Y.mergeUpdates(batch.parts);
    return { updateId: batch.updateId, bytes: batch.merged };
  }

  /** Forgets the first update, which is committed. */
  acknowledge(updateId: string): void {
    const batch = this.batches[0];
    if (batch?.updateId !== updateId) return;
    this.batches.shift();
    this.changes -= batch.parts.length;
  }
}
