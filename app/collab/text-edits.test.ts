import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { applySplice, cleanText, moveIndex, spliceBetween, splicesOf } from "./text-edits";

const words = fc.string({ maxLength: 12 });

describe("splices", () => {
  it("between two texts make the second of the first", () => {
    fc.assert(fc.property(words, words, (a, b) => applySplice(a, spliceBetween(a, b)) === b));
  });

  it("of a Y.Text delta repeat what happened to the text", () => {
    fc.assert(
      fc.property(
        words,
        fc.array(fc.tuple(fc.nat(20), fc.nat(4), words), { maxLength: 4 }),
        (start, edits) => {
          const doc = new Y.Doc();
          const text = doc.getText("t");
          text.insert(0, start);
          let shadow = text.toString();
          text.observe((event) => {
            shadow = splicesOf(event.delta).reduce(applySplice, shadow);
          });
          doc.transact(() => {
            for (const [at, remove, insert] of edits) {
              const from = Math.min(at, text.length);
              text.delete(from, Math.min(remove, text.length - from));
              text.insert(from, insert);
            }
          });
          expect(shadow).toBe(text.toString());
        },
      ),
    );
  });
});

describe("a caret", () => {
  it("stays by the character it stood before", () => {
    expect(moveIndex(5, { at: 2, remove: 0, insert: "abc" })).toBe(8);
    expect(moveIndex(5, { at: 7, remove: 0, insert: "abc" })).toBe(5);
    expect(moveIndex(5, { at: 5, remove: 0, insert: "abc" })).toBe(5);
    expect(moveIndex(5, { at: 1, remove: 2, insert: "" })).toBe(3);
    expect(moveIndex(5, { at: 3, remove: 10, insert: "x" })).toBe(4);
  });
});

it("cleans what a paste brings: control characters but tabs and line breaks, and what is over the limit", () => {
  expect(cleanText("a\u0000b\tc\nd\u001be", 100)).toBe("ab\tc\nde");
  expect(cleanText("abcdef", 3)).toBe("abc");
});
