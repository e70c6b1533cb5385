/** Goal: parts make the update they were cut from, in order, bounded. Method: parts in and out of order. */
import { describe, expect, it } from "vitest";
import { LARGE_UPDATE_BYTES_MAX, UPDATE_BYTES_MAX } from "../../app/protocol/limits";
import { Parts } from "./parts";

const part = (fill: number, length = 3) => new Uint8Array(length).fill(fill);

describe("a large update", () => {
  it("is put together from its parts and the last one", () => {
    const parts = new Parts();
    expect([parts.add("u", 0, part(1)), parts.add("u", 1, part(2))]).toEqual([null, null]);
    expect([...(parts.finish("u", 3, part(3)) as Uint8Array)]).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
  });

  it("begins anew with part 0, as after a lost connection", () => {
    const parts = new Parts();
    parts.add("u", 0, part(9));
    parts.add("u", 0, part(1));
    expect([...(parts.finish("u", 2, part(2)) as Uint8Array)]).toEqual([1, 1, 1, 2, 2, 2]);
  });

  it("is refused when a part is missing, comes twice or belongs to another update", () => {
    const parts = new Parts();
    parts.add("u", 0, part(1));
    expect(parts.add("u", 2, part(3))).toBe("malformed");
    expect(parts.finish("u", 2, part(2))).toBe("malformed");
    parts.add("u", 0, part(1));
    expect(parts.finish("v", 2, part(2))).toBe("malformed");
  });

  it(`is refused over ${LARGE_UPDATE_BYTES_MAX} bytes, and nothing is held`, () => {
    const parts = new Parts();
    const whole = LARGE_UPDATE_BYTES_MAX / UPDATE_BYTES_MAX;
    for (let n = 0; n < whole; n++) expect(parts.add("u", n, part(1, UPDATE_BYTES_MAX))).toBe(null);
    expect(parts.finish("u", whole + 1, part(1, 1))).toBe("too-large");
    expect(parts.add("u", 1, part(1))).toBe("malformed");
  });
});
