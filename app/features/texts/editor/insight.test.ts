import { describe, expect, it } from "vitest";
import { textSchema } from "../../../collab/documents/text-extensions";
import { outlineOf, sourceNotesOf, wordCount } from "../../../domain/text/reading";
import type { TextDocument } from "../../../domain/text/text";
import { InsightCounter } from "./insight";

const schema = textSchema();
const words = (text: string) => ({ type: "text" as const, text });
const text = (last: string): TextDocument => ({
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 2 }, content: [words("Perusteet")] },
    {
      type: "paragraph",
      content: [
        words("EU:n tuki, kunta-alan"),
        { type: "hardBreak" },
        words("rahat"),
        { type: "sourceNote", attrs: { text: "Muistio" } },
        { type: "legalReference", attrs: { act: "612/2021", section: "7 §", name: "Voimaanpanolaki" } },
      ],
    },
    { type: "blockquote", content: [{ type: "heading", attrs: { level: 1 }, content: [words("Sisällä")] }] },
    { type: "paragraph", content: [words(last)] },
  ],
});

describe("what is told of a text while it is written", () => {
  it("is what the reading page tells of the same text, also after a change", () => {
    const counter = new InsightCounter();
    for (const last of ["yksi kaksi", "yksi kaksi kolme", "yksi kaksi"]) {
      const told = counter.read(schema.nodeFromJSON(text(last)));
      expect(told.words).toBe(wordCount(text(last)));
      expect(told.outline.map(({ level, title }) => [level, title])).toEqual(
        outlineOf(text(last)).map(({ level, title }) => [level, title]),
      );
      expect(told.sources).toMatchObject(sourceNotesOf(text(last)));
    }
  });
});
