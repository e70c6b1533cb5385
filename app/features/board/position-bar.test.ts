import { describe, expect, it } from "vitest";
import { bitsOf } from "./position-bar";

describe("the bar of a card", () => {
  it("shares six bits by how many stand where", () => {
    expect(bitsOf({ support: 12, missing: 3 })).toEqual({ support: 5, missing: 1 });
    expect(bitsOf({ support: 5, accept: 5, missing: 5 })).toEqual({ support: 2, accept: 2, missing: 2 });
    expect(bitsOf({ missing: 15 })).toEqual({ missing: 6 });
  });

  it("shows a single objection among many", () => {
    expect(bitsOf({ support: 200, object: 1 })).toEqual({ support: 5, object: 1 });
    const all = { support: 90, accept: 1, reservation: 1, object: 1, abstain: 1, missing: 1 };
    expect(Object.values(bitsOf(all))).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
