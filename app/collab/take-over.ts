/** What closed tabs left: what can be sent as it is, and what has to be looked at. */
import * as Y from "yjs";
import type { Belonging, Keeper, KeptChange } from "./device";
import type { Batch } from "./outbox";
import { report } from "./report";
import type { ReviewCopies } from "./review-copies";
import { isUpdate } from "./yjs-bytes";

/** The document as it is when it is asked for, or null when it is not the same person's any more. */
type CopyNow = () => { doc: Y.Doc; epoch: number } | null;

export class TakeOver {
  /** The last look found something: there may be more than one look takes. */
  mayBeMore = false;

  constructor(
    private readonly keeper: Keeper,
    private readonly reviews: ReviewCopies,
  ) {}

  /**
   * Takes over what closed tabs left, with at most `leasesMax` leases; the answer is to be sent. What belongs to
   * another epoch, or cannot be placed, becomes a review copy. `copy` is asked for when it is needed: null when the
   * person or the document is another by then, and everything stays on the device.
   */
  async look(whose: Belonging, leasesMax: number, copy: CopyNow): Promise<Batch[]> {
    if (!this.keeper.keeps || leasesMax < 1) return [];
    try {
      return await this.takeOver(whose, leasesMax, copy);
    } catch (error) {
      report("changes kept on this device could not be taken over", error);
      return [];
    }
  }

  private async takeOver(whose: Belonging, leasesMax: number, copy: CopyNow): Promise<Batch[]> {
    await this.reviews.load(whose);
    const { changes, unreadable } = await this.keeper.adopt(whose, leasesMax);
    const readable = changes.filter(({ bytes }) => isUpdate(bytes));
    const lost = unreadable + changes.length - readable.length;
    if (lost > 0) report(`${lost} changes kept on this device cannot be read`);
    this.mayBeMore = readable.length > 0;
    const now = copy();
    if (!now || !this.mayBeMore) return [];
    const { fitting, aside } = sortLeftovers(now.doc, readable, now.epoch);
    if (aside) {
      const { updateIds, ...review } = aside;
      if (await this.reviews.add(review, whose).kept) this.keeper.forget(updateIds);
    }
    return fitting;
  }
}

export interface Leftovers {
  /** To be put into the document and sent with their old ids and leases. */
  fitting: Batch[];
  /** Changes of another epoch, or that rest on something that is not there: on a copy, as far as they go. */
  aside: { doc: Y.Doc; loose: string; at: number; updateIds: string[] } | null;
}

/** `changes` in the order in which they were made. The document is only read. */
export function sortLeftovers(doc: Y.Doc, changes: KeptChange[], epoch: number): Leftovers {
  const fitting: Batch[] = [];
  const other: Batch[] = [];
  let scratch = cloneOf(doc);
  for (const batch of batchesOf(changes)) {
    if (batch.epoch === epoch && fits(scratch, batch)) fitting.push(batch);
    else {
      other.push(batch);
      // What did not fit hangs in it.
      scratch = cloneOf(doc);
      for (const { parts } of fitting) for (const part of parts) Y.applyUpdate(scratch, part);
    }
  }
  return { fitting, aside: other.length > 0 ? setAside(scratch, other) : null };
}

function cloneOf(doc: Y.Doc): Y.Doc {
  const clone = new Y.Doc();
  Y.applyUpdate(clone, Y.encodeStateAsUpdate(doc));
  return clone;
}

function batchesOf(changes: KeptChange[]): (Batch & { epoch: number })[] {
  const batches = new Map<string, Batch & { epoch: number }>();
  for (const { updateId, lease, epoch, at, bytes } of changes) {
    const batch = batches.get(updateId);
    if (batch) batch.parts.push(bytes);
    else batches.set(updateId, { updateId, lease, epoch, since: at, parts: [bytes] });
  }
  return [...batches.values()];
}

function fits(doc: Y.Doc, { parts }: Batch): boolean {
  try {
    for (const part of parts) Y.applyUpdate(doc, part);
  } catch {
    return false;
  }
  return !doc.store.pendingStructs && !doc.store.pendingDs;
}

function setAside(base: Y.Doc, batches: Batch[]): Leftovers["aside"] {
  let doc = cloneOf(base);
  const lost: Uint8Array[] = [];
  for (const batch of batches) {
    const before = cloneOf(doc);
    if (fits(doc, batch)) continue;
    doc = before;
    lost.push(...batch.parts);
  }
  return {
    doc,
    loose: textsOf(lost),
    at: Math.min(...batches.map(({ since }) => since)),
    updateIds: batches.map(({ updateId }) => updateId),
  };
}

/** The words that updates insert, one insertion a line: typing comes letter by letter and is put together. */
function textsOf(updates: Uint8Array[]): string {
  if (updates.length === 0) return "";
  const { structs } = Y.decodeUpdate(Y.mergeUpdates(updates));
  let text = "";
  let end: { client: number; clock: number } | null = null;
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    const { client, clock } = struct.id;
    const follows = end && end.client === client && end.clock === clock;
    text += `${follows || !text ? "" : "\n"}${struct.content.str}`;
    end = { client, clock: clock + struct.length };
  }
  return text;
}
