/** Goal: what is told of a text is right, and a hundred pages cost no more than their length. */
import { describe, expect, it } from "vitest";
import { wordCount } from "./reading";
import type { TextDocument } from "./text";

const textOf = (...paragraphs: string[]): TextDocument => ({
  type: "doc",
  content: paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
});

describe("the number of words", () => {
  it("is that of words, not of signs and numbers of spaces", () => {
    expect(wordCount(textOf("Kunta  ja alue – yhdessä!", "7 § ei muutu."))).toBe(7);
    expect(wordCount(textOf(""))).toBe(0);
  });

  it("is the same however the text is cut into pieces", () => {
    const sentence = "Järjestöjen toiminta täydentää julkisia palveluja. ";
    expect(wordCount(textOf(sentence.repeat(500)))).toBe(5 * 500);
  });

  it("of a hundred pages in one paragraph is counted while a person waits", () => {
    const text = textOf("Avustusten perusteet sovitaan yhdessä. ".repeat(8_000));
    const began = performance.now();
    expect(wordCount(text)).toBe(32_000);
    // At once, it takes twenty seconds; in pieces some hundredths of one.
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
