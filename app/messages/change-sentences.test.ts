import { describe, expect, test } from "vitest";
import { aCategory } from "../../tests/support/splits";
import { LANGUAGES, type Language } from "../domain/languages";
import { diffSplits } from "../domain/split/diff";
import type { Category } from "../domain/split/split";
import { changeSentence } from "./change-sentences";
import { translator } from "./server.server";

const base = aCategory({ id: "a", label: { fi: "Tilat", sv: "Lokaler" }, sides: "municipality" });

/** The sentences told of one category that was one way and is now another. */
function tell(before: Category | null, after: Category | null, language: Language = "fi", wish?: string) {
  const split = (category: Category | null) => ({ categories: category ? [category] : [] });
  const { t } = translator(language);
  return diffSplits(split(before), split(after)).map((change) => changeSentence(t, language, change, wish));
}

describe("S5: one sentence a change", () => {
  test("S5: in Finnish", () => {
    expect(tell(null, { ...base, sides: "region" })).toEqual([
      "Lisättiin hyvinvointialueen puolelle luokka ”Tilat”.",
    ]);
    expect(tell(base, null)).toEqual(["Poistettiin kunnan puolelta luokka ”Tilat”."]);
    expect(tell({ ...base, status: "removed" }, base)).toEqual([
      "Palautettiin kunnan puolelle luokka ”Tilat”.",
    ]);
    expect(tell(base, { ...base, sides: "both" })).toEqual([
      "Siirrettiin kunnan puolelta molempien puolelle luokka ”Tilat”.",
    ]);
    expect(tell(base, { ...base, label: { ...base.label, fi: "Tilat ja laitteet" } })).toEqual([
      "Luokan nimi muutettiin: ”Tilat” → ”Tilat ja laitteet”.",
    ]);
    expect(tell(base, { ...base, question: { text: "" } })).toEqual([
      "Nostettiin avoin kysymys luokkaan ”Tilat”.",
    ]);
    expect(tell(base, { ...base, question: { text: "Kuka maksaa?" } })).toEqual([
      "Nostettiin avoin kysymys luokkaan ”Tilat”: ”Kuka maksaa?”.",
    ]);
    expect(tell({ ...base, question: { text: "" } }, { ...base, status: "proposedForRemoval" })).toEqual([
      "Ratkaistiin avoin kysymys luokasta ”Tilat”.",
      "Ehdotettiin poistettavaksi kunnan puolelta luokka ”Tilat”.",
    ]);
  });

  test("S6: with the wish it was made on", () => {
    expect(tell(base, { ...base, question: { text: "" } }, "fi", "kuntajohtajat")).toEqual([
      "Nostettiin avoin kysymys luokkaan ”Tilat” (toiveesta: kuntajohtajat).",
    ]);
  });

  test("S5: every kind has a whole sentence in every language, with the reader's label", () => {
    const changed: Category = {
      ...base,
      label: { fi: "Uudet tilat", sv: "Nya lokaler", en: "New spaces" },
      sides: "both",
      question: { text: "Miksi?" },
      rationale: { fi: "a", sv: "b", en: "c" },
      legalBasis: "Laki 1 §",
      status: "proposedForRemoval",
    };
    for (const language of LANGUAGES) {
      const all = [
        ...tell(base, changed, language, "JANE"),
        ...tell(changed, base, language),
        ...tell(null, base, language),
        ...tell(base, { ...base, status: "removed" }, language),
        ...tell({ ...base, status: "removed" }, base, language),
        ...tell(changed, { ...changed, question: { text: "" } }, language),
      ];
      for (const sentence of all) {
        expect(sentence).toMatch(/^[\p{Lu}].*\.$/u);
        expect(sentence).not.toMatch(/\{\{|split\.|undefined/);
      }
    }
    expect(tell(base, { ...base, sides: "region" }, "sv")).toEqual([
      "Kategorin ”Lokaler” flyttades från kommunens sida till välfärdsområdets sida.",
    ]);
  });

  test("S5: what a person wrote is never read as an instruction", () => {
    const label = { fi: "$t(common.product) {{wish}} <b>" };
    expect(tell(null, { ...base, label })).toEqual([
      "Lisättiin kunnan puolelle luokka ”$t(common.product) {{wish}} <b>”.",
    ]);
  });
});
