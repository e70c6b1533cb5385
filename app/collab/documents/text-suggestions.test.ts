import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { settleSuggestions } from "../../domain/text/suggestions";
import type { BlockNode, InlineNode, TextDocument } from "../../domain/text/text";
import { readText, writeText } from "./text-document";
import { settleInDocument } from "./text-suggestions";

const IDS = ["annannan", "berttabe", "cecilia1"] as const;
/** A small generator with a seed (mulberry32): an answer between 0 and 1. */
function seeded(seed: number) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function textOf(random: () => number): TextDocument {
  const some = (chance: number) => random() < chance;
  const id = () => IDS[Math.floor(random() * IDS.length)]!;
  const suggested = (chance: number) => ({
    ...(some(chance) ? { insertion: id() } : {}),
    ...(some(chance) ? { deletion: id() } : {}),
  });
  const inline = (n: number): InlineNode =>
    some(0.15)
      ? { type: "legalReference", attrs: { act: `${n}/2000`, ...suggested(0.3) } }
      : {
          type: "text",
          text: `sana${n} `,
          marks: [
            ...(some(0.2) ? [{ type: "bold" as const }] : []),
            ...(["insertion", "deletion"] as const).flatMap((type) =>
              IDS.filter(() => some(0.15)).map((one) => ({ type, attrs: { id: one } })),
            ),
          ],
        };
  const paragraph = (): BlockNode => ({
    type: "paragraph",
    attrs: suggested(0.15),
    content: Array.from({ length: Math.floor(random() * 5) }, (_, n) => inline(n)),
  });
  const paragraphs = () => Array.from({ length: 1 + Math.floor(random() * 2) }, paragraph);
  const block = (): BlockNode => {
    if (some(0.2))
      return {
        ...{ type: "bulletList", attrs: suggested(0.15) },
        content: [1, 2].map(() => ({ type: "listItem", attrs: suggested(0.3), content: paragraphs() })),
      };
    if (some(0.2))
      return {
        ...{ type: "table", attrs: suggested(0.1) },
        content: [1, 2].map(() => ({
          ...{ type: "tableRow" as const, attrs: suggested(0.3) },
          content: [1, 2].map(() => ({ type: "tableCell" as const, content: paragraphs() })),
        })),
      };
    return paragraph();
  };
  return { type: "doc", content: Array.from({ length: 1 + Math.floor(random() * 4) }, block) };
}

describe("settling in the document", () => {
  test("E3: the document reads what the plain text says, whichever are accepted or declined", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = seeded(seed);
      const doc = new Y.Doc();
      writeText(doc, textOf(random));
      const before = readText(doc);
      const ids = random() < 0.2 ? "all" : new Set(IDS.filter(() => random() < 0.5));
      const as = random() < 0.5 ? "accept" : "decline";
      settleInDocument(doc, ids, as);
      expect(readText(doc), `seed ${seed}`).toEqual(settleSuggestions(before, ids, as));
    }
  });

  test("E3: what points at words that stay still points at them", () => {
    const doc = new Y.Doc();
    writeText(doc, {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "yksi ", marks: [{ type: "deletion", attrs: { id: IDS[0] } }] },
            { type: "text", text: "kaksi", marks: [{ type: "insertion", attrs: { id: IDS[0] } }] },
          ],
        },
      ],
    });
    const words = (doc.getXmlFragment("content").get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const place = Y.createRelativePositionFromTypeIndex(words, 5);
    settleInDocument(doc, new Set([IDS[0]]), "accept");
    expect(Y.createAbsolutePositionFromRelativePosition(place, doc)?.index).toBe(0);
    expect(words.toString()).toBe("kaksi");
  });
});
