import { describe, expect, it } from "vitest";
import { target } from "./matrix-keys";

const SIZE: [number, number] = [40, 23];

describe("keys of the matrix", () => {
  it.each([
    ["ArrowRight", false, [5, 5], [5, 6]],
    ["ArrowLeft", false, [5, 5], [5, 4]],
    ["ArrowDown", false, [5, 5], [6, 5]],
    ["ArrowUp", false, [5, 5], [4, 5]],
    ["PageDown", false, [5, 5], [15, 5]],
    ["PageUp", false, [15, 5], [5, 5]],
    ["Home", false, [5, 5], [5, 0]],
    ["End", false, [5, 5], [5, 22]],
    ["Home", true, [5, 5], [0, 0]],
    ["End", true, [5, 5], [39, 22]],
  ] as const)("%s (control: %s) goes from %j to %j", (key, isControl, from, to) => {
    expect(target(key, isControl, [...from], SIZE)).toEqual(to);
  });

  it("stays inside at every edge", () => {
    expect(target("ArrowLeft", false, [0, 0], SIZE)).toEqual([0, 0]);
    expect(target("ArrowUp", false, [0, 0], SIZE)).toEqual([0, 0]);
    expect(target("PageDown", false, [38, 22], SIZE)).toEqual([39, 22]);
    expect(target("ArrowRight", false, [39, 22], SIZE)).toEqual([39, 22]);
  });

  it("leaves other keys to the browser", () => {
    expect(target("Tab", false, [0, 0], SIZE)).toBeNull();
    expect(target("Enter", false, [0, 0], SIZE)).toBeNull();
  });
});
