/** Goal: after a restore a person is shown the paragraphs that are missing, and only those. Method: two documents. */
import { expect, it } from "vitest";
import * as Y from "yjs";
import { bullets, heading, item, paragraph } from "../../../tests/support/sample-text";
import { writeText } from "../../collab/documents/text-document";
import { textParagraphs } from "../../collab/documents/text-lines";
import { normalizeText } from "../../domain/text/normalize";
import type { BlockNode } from "../../domain/text/text";
import { missingLines } from "./missing-lines";

const written = (...content: BlockNode[]): string[] => {
  const doc = new Y.Doc();
  writeText(doc, normalizeText({ type: "doc", content }));
  return textParagraphs(doc);
};
const TITLE = heading(1, "Periaatteet");
const FIRST = paragraph("Kunta vastaa liikunnasta.");

it("shows what was added or changed in the newer text, in its order", () => {
  const live = written(TITLE, FIRST, paragraph("Muiden uusi kappale."));
  const copy = written(
    TITLE,
    paragraph("Kunta vastaa liikunnasta ja kulttuurista."),
    bullets(item(paragraph("Oma kohta")), item(paragraph("Toinen", { type: "hardBreak" }, "kohta"))),
  );
  expect(missingLines(live, copy)).toEqual([
    "Kunta vastaa liikunnasta ja kulttuurista.",
    "Oma kohta",
    "Toinen\nkohta",
  ]);
});

it("shows nothing of the same words in another order, place or style", () => {
  const live = written(FIRST, bullets(item(paragraph("Periaatteet"))), paragraph("Muuta"));
  expect(missingLines(live, written(TITLE, FIRST))).toEqual([]);
  expect(missingLines([" a", ""], ["a ", "", " "])).toEqual([]);
});

it("counts paragraphs that are the same", () => {
  expect(missingLines(["Kyllä", "Ei"], ["Kyllä", "Kyllä", "Ei", "Kyllä"])).toEqual(["Kyllä", "Kyllä"]);
});
