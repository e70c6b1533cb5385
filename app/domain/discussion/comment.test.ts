import { describe, expect, it } from "vitest";
import { EDIT_WINDOW_MINUTES, editableUntil, excerptOf, isEditable, normalizeComment } from "./comment";

const WRITTEN = new Date("2026-03-02T10:00:00Z");

describe("C3: the window of rewording", () => {
  it("is open for a quarter of an hour, its last moment included", () => {
    expect(EDIT_WINDOW_MINUTES).toBe(15);
    expect(editableUntil(WRITTEN).toISOString()).toBe("2026-03-02T10:15:00.000Z");
    expect(isEditable(WRITTEN, new Date("2026-03-02T10:15:00.000Z"))).toBe(true);
    expect(isEditable(WRITTEN, new Date("2026-03-02T10:15:00.001Z"))).toBe(false);
  });
});

describe("a comment's words", () => {
  it("are kept with one kind of line break and without spaces around", () => {
    expect(normalizeComment("  a\r\nb\rc\n\n ")).toBe("a\nb\nc");
  });

  it("are cut for a list on one line, never inside a character", () => {
    expect(excerptOf("a\n\n b")).toBe("a b");
    expect(excerptOf("😀".repeat(10), 5)).toBe("😀😀😀😀…");
    expect(excerptOf("x".repeat(200))).toBe("x".repeat(200));
  });
});
