/** The last committed updates of an open document, for browsers that were away for a moment. Bounded. */
const UPDATES_MAX = 2_000;
const BYTES_MAX = 1024 * 1024;

export class Recent {
  private updates: { seq: number; bytes: Uint8Array }[] = [];
  private size = 0;

  add(seq: number, bytes: Uint8Array): void {
    this.updates.push({ seq, bytes });
    this.size += bytes.byteLength;
    if (this.updates.length > UPDATES_MAX || this.size > BYTES_MAX) this.dropHalf();
  }

  /** The updates after `known` up to `seq`, or null when some of them are not held any more. */
  after(known: number, seq: number): Uint8Array[] | null {
    if (known >= seq) return [];
    const first = this.updates[0]?.seq ?? seq + 1;
    if (known + 1 < first) return null;
    return this.updates.slice(known + 1 - first).map(({ bytes }) => bytes);
  }

  private dropHalf(): void {
    this.updates = this.updates.slice(Math.ceil(this.updates.length / 2));
    this.size = this.updates.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  }
}
