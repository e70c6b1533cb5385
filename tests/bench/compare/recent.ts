/**
 * What one server sends to a hundred clients arrives a hundred times in the one load generator. Frames with equal
 * bytes are taken apart once, whoever sent them, so that the generator is not what is measured.
 */
const KEPT = 4;

export class Recent<T extends object> {
  private readonly byLength = new Map<number, { bytes: Uint8Array; value: T }[]>();
  private kept = 0;

  /** The value of a frame with the same bytes seen a moment ago, or undefined. */
  find(bytes: Buffer): T | undefined {
    const list = this.byLength.get(bytes.length);
    if (list) for (const entry of list) if (bytes.equals(entry.bytes)) return entry.value;
    return undefined;
  }

  keep(bytes: Buffer, value: T): T {
    if (this.kept++ > 2000) {
      this.byLength.clear();
      this.kept = 0;
    }
    const list = this.byLength.get(bytes.length);
    const entry = { bytes, value };
    if (!list) this.byLength.set(bytes.length, [entry]);
    else if (list.unshift(entry) > KEPT) list.pop();
    return value;
  }
}
