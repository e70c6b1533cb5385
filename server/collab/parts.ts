/** A large update that comes in parts: put together in memory, one at a time per seat. */
import type { Refusal } from "../../app/protocol/collab";
import { LARGE_UPDATE_BYTES_MAX } from "../../app/protocol/limits";

export class Parts {
  private updateId: string | null = null;
  private parts: Uint8Array[] = [];
  private bytes = 0;

  /** Takes part number `index`. Part 0 begins anew; a part out of order loses what there was. */
  add(updateId: string, index: number, part: Uint8Array): Refusal | null {
    if (index === 0) {
      this.clear();
      this.updateId = updateId;
    }
    if (this.updateId !== updateId || index !== this.parts.length) {
      this.clear();
      return "malformed";
    }
    this.bytes += part.byteLength;
    if (this.bytes > LARGE_UPDATE_BYTES_MAX) {
      this.clear();
      return "too-large";
    }
    this.parts.push(part);
    return null;
  }

  /** The whole update: the parts that came and the last one; a refusal when they are not `count` together. */
  finish(updateId: string, count: number, last: Uint8Array): Uint8Array | Refusal {
    const refusal = this.add(updateId, count - 1, last);
    const whole = refusal ?? Buffer.concat(this.parts);
    this.clear();
    return whole;
  }

  private clear(): void {
    this.updateId = null;
    this.parts = [];
    this.bytes = 0;
  }
}
