/**
 * Goal: the plain form, the editor's schema and the Y.Doc mean the same text, whatever comes.
 * Method: any text, and any nonsense, through each of them and back.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { anyNonsense, anyText } from "../../../tests/support/texts";
import { canonicalText, parseCanonicalText } from "../../domain/text/canonical";
import { normalizeText } from "../../domain/text/normalize";
import {
  BLOCK_CONTENT,
  INLINE_TYPES,
  MARK_TYPES,
  NESTING_MAX,
  TEXT_CHARACTERS_MAX,
} from "../../domain/text/text";
import { encodeText, readText, writeText } from "./text-document";
import { textSchema } from "./text-extensions";

const schema = textSchema();

function documentOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment("content");
  Y.applyUpdate(doc, update);
  return doc;
}

describe("the plain text", () => {
  it("has the nodes and marks of the editor's schema, and no others", () => {
    expect(Object.keys(schema.nodes).sort()).toEqual(
      ["doc", "text", ...Object.keys(BLOCK_CONTENT), ...INLINE_TYPES].sort(),
    );
    expect(Object.keys(schema.marks).sort()).toEqual([...MARK_TYPES].sort());
  });

  it("has one form, which the editor takes, for anything that comes", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyNonsense), (value) => {
        const text = normalizeText(value);
        expect(normalizeText(text)).toEqual(text);
        expect(parseCanonicalText(canonicalText(text))).toEqual(text);
        schema.nodeFromJSON(text).check();
      }),
      { numRuns: 500 },
    );
  });

  it("is the same in its Y.Doc, new or written over another", () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const doc = documentOf(encodeText(one));
        expect(readText(doc)).toEqual(normalizeText(one));
        writeText(doc, other);
        expect(readText(doc)).toEqual(normalizeText(other));
      }),
      { numRuns: 150 },
    );
  });

  it("is not touched where it stays the same", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const doc = documentOf(encodeText(text));
        let updates = 0;
        doc.on("update", () => updates++);
        writeText(doc, text);
        expect(updates).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it("keeps the Yjs items of words that stay between two changes of a paragraph", () => {
    const paragraph = (words: string) =>
      normalizeText({
        type: "doc",
        content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
      });
    const doc = documentOf(encodeText(paragraph("Ensin kunta ja sitten alue päättää")));
    const words = (doc.getXmlFragment("content").get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const anchor = Y.createRelativePositionFromTypeIndex(words, "Ensin kunta ja ".length);
    writeText(doc, paragraph("Aluksi kunta ja sitten alue sopii"));
    const now = Y.createAbsolutePositionFromRelativePosition(anchor, doc);
    expect(now?.index).toBe("Aluksi kunta ja ".length);
  });

  it(`lifts what lies deeper than ${NESTING_MAX} blocks, and keeps its words`, () => {
    let block: unknown = { type: "paragraph", content: [{ type: "text", text: "syvällä" }] };
    for (let n = 0; n < 40; n++) block = { type: "blockquote", content: [block] };
    const text = normalizeText({ type: "doc", content: [block] });
    expect(JSON.stringify(text).split("blockquote")).toHaveLength(NESTING_MAX + 1);
    expect(JSON.stringify(text)).toContain("syvällä");
  });

  it("has room for a hundred pages", () => {
    expect(TEXT_CHARACTERS_MAX).toBeGreaterThanOrEqual(100 * 3000);
  });
});
