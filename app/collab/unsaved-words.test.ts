/**
 * Goal: of a rich text that cannot be saved, its writer can take the words along.
 * Method: a copy of a document that is changed by the editor's binding, as a page does.
 */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { TextDocument } from "../domain/text/text";
import { DocumentCopy } from "./document-copy";
import { encodeText, textFragment, writeText } from "./documents/text-document";
import { textParagraphs } from "./documents/text-lines";

const paragraph = (text: string) => ({
  type: "paragraph" as const,
  content: [{ type: "text" as const, text }],
});
const TEXT: TextDocument = {
  type: "doc",
  content: [
    paragraph("Alku"),
    {
      type: "bulletList",
      content: [{ type: "listItem", content: [paragraph("Ensimmäinen kohta"), paragraph("Toinen")] }],
    },
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Laki " },
        { type: "text", text: "hyvinvointialueesta", marks: [{ type: "bold" }] },
        { type: "legalReference", attrs: { act: "611/2021", section: "7 §" } },
        { type: "sourceNote", attrs: { text: "Muistio" } },
      ],
    },
  ],
};

describe("unsaved words of a rich text", () => {
  it("are the paragraphs that were changed and those that came, without their marks (I12)", () => {
    const changes: Uint8Array[] = [];
    const copy = new DocumentCopy((update) => changes.push(update));
    copy.apply([encodeText(TEXT)]);
    expect(copy.unsavedText()).toBe("");
    const root = textFragment(copy.doc);
    const first = (root.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    copy.doc.transact(() => first.insert(4, " ja loppu", { bold: {} }));
    expect(copy.unsavedText()).toBe("Alku ja loppu");
    const added = structuredClone(TEXT.content);
    added.push(paragraph("Uusi kappale"), { type: "blockquote", content: [paragraph("Lainaus")] });
    writeText(copy.doc, { type: "doc", content: added });
    expect(copy.unsavedText().split("\n")).toEqual(
      expect.arrayContaining(["Alku", "Uusi kappale", "Lainaus"]),
    );
    expect(copy.unsavedText()).not.toMatch(/[<>]|Ensimmäinen/);
    expect(changes.length).toBeGreaterThan(1);
    copy.allSaved();
    expect(copy.unsavedText()).toBe("");
    copy.doc.transact(() => root.delete(0, 1));
    expect(copy.unsavedText()).toBe("");
  });

  it("of a whole copy are all its words, in lines", () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, encodeText(TEXT));
    expect(textParagraphs(doc).join("\n")).toBe(
      "Alku\nEnsimmäinen kohta\nToinen\nLaki hyvinvointialueesta611/2021 7 § [Muistio]",
    );
  });
});
