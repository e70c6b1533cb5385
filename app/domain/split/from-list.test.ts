import { describe, expect, it } from "vitest";
import { normalizeText } from "../text/normalize";
import { splitFromPaste, splitFromText } from "./from-list";
import type { Sides } from "./split";

let n = 0;
const options = { side: "municipality" as Sides, newId: () => `id-${++n}` };
const read = (pasted: string, side: Sides = "municipality") => {
  const reading = splitFromPaste(pasted, { ...options, side });
  if (!reading.ok) return reading.refusal;
  const rows = reading.split.categories.map(({ label, sides, question, status }) =>
    [label.fi, sides, question ? `?${question.text}` : "", status === "active" ? "" : status]
      .filter(Boolean)
      .join(" | "),
  );
  return {
    title: reading.title,
    rows,
    warnings: reading.warnings.map(({ warning, count }) => `${warning} ${count}`),
  };
};
const rowsOf = (pasted: string) => (read(pasted) as { rows: string[] }).rows;

describe("F3 a list becomes a split", () => {
  it.each([
    ["Kulttuurityö", "Kulttuurityö | municipality"],
    ["- Kulttuurityö", "Kulttuurityö | municipality"],
    ["• Ruoka-apu", "Ruoka-apu | municipality"],
    ["3. Ruoka-apu", "Ruoka-apu | municipality"],
    [
      "Ikäihmisten toiminta (mm. eläkeläisjärjestöt)?",
      "Ikäihmisten toiminta (mm. eläkeläisjärjestöt) | municipality | ?",
    ],
    ["Työtoiminta (?)", "Työtoiminta | municipality | ?"],
    ["Työtoiminta? kenen vastuulla", "Työtoiminta | municipality | ?kenen vastuulla"],
    ["Työtoiminta (kuuluuko kunnalle?)", "Työtoiminta | municipality | ?kuuluuko kunnalle?"],
    ["(Liikunta)", "Liikunta | municipality | proposedForRemoval"],
    ["[Liikunta]", "Liikunta | municipality | proposedForRemoval"],
    ["(Liikunta?)", "Liikunta | municipality | ? | proposedForRemoval"],
    ["(Liikunta)?", "Liikunta | municipality | ? | proposedForRemoval"],
    // As it stands on the real slide: the bracket is never closed.
    [
      "(Ikäihmisten toiminta (mm. eläkeläisjärjestöt)",
      "Ikäihmisten toiminta (mm. eläkeläisjärjestöt) | municipality | proposedForRemoval",
    ],
    ["(Uusi) toiminta", "(Uusi) toiminta | municipality"],
    ["Osallisuus (mm. yhdistykset)", "Osallisuus (mm. yhdistykset) | municipality"],
  ])("reads %s", (line, row) => {
    expect(rowsOf(line)).toEqual([row]);
  });

  it.each([
    ["Kunta - esimerkinomaisesti\n- A\nHyvinvointialue:\n- B\nMolemmat\n- C"],
    ["Kommun\n- A\nVälfärdsområdet\n- B\nBåda\n- C"],
    ["## Municipality\n* A\n## Region\n* B\n## Both\n* C"],
    ["Kunta\nA\nHyvinvointialue\nB\nMolemmat\nC"],
  ])("knows the sides by their headings: %s", (pasted) => {
    expect(rowsOf(pasted)).toEqual(["A | municipality", "B | region", "C | both"]);
  });

  it("takes columns side by side, as a table is pasted", () => {
    expect(rowsOf("Kunta\tHyvinvointialue\nA\tB\n\tC?\nD\t")).toEqual([
      "A | municipality",
      "B | region",
      "C | region | ?",
      "D | municipality",
    ]);
  });

  it("S2 makes one category of a row that stands on both sides, in the municipal place", () => {
    expect(read("Kunta\n- Tilat\n- A\nHyvinvointialue\n- Tilat?\n- B")).toEqual({
      title: "",
      rows: ["Tilat | both | ?", "A | municipality", "B | region"],
      warnings: ["mergedBoth 1"],
    });
  });

  it("keeps the line above the list as its title, and tells of lines it left out", () => {
    expect(read("Avustusten jaottelu\nLUONNOS\n- A", "region")).toEqual({
      title: "Avustusten jaottelu",
      rows: ["A | region"],
      warnings: ["skippedLines 1", "withoutSide 1"],
    });
  });

  it("S7 warns of the same label twice and of a long one, and loses neither", () => {
    const long = `${"pitkä ".repeat(60)}loppu`;
    const reading = splitFromPaste(`Kunta\n- A\n- a\n- ${long}`, options);
    if (!reading.ok) throw new Error(reading.refusal);
    expect(reading.warnings).toEqual([
      { warning: "sameLabel", count: 1 },
      { warning: "longLabel", count: 1 },
    ]);
    const [, , last] = reading.split.categories;
    expect(last?.label.fi.length).toBeLessThanOrEqual(300);
    expect(last?.rationale.fi).toBe(long);
  });

  it("gives every category an id of its own and keys in order", () => {
    const reading = splitFromPaste("A\nB\nC", options);
    if (!reading.ok) throw new Error(reading.refusal);
    const { categories } = reading.split;
    expect(new Set(categories.map(({ id }) => id)).size).toBe(3);
    expect(categories.map(({ order }) => order)).toEqual(categories.map(({ order }) => order).sort());
  });

  it("refuses what holds no category, and more than a split can hold", () => {
    expect(read(" \n\t\n")).toBe("noCategories");
    expect(read("Kunta\nHyvinvointialue")).toBe("noCategories");
    expect(read("- a\n".repeat(501))).toBe("manyCategories");
  });

  it("reads lists and tables of a file", () => {
    const cell = (text: string) => ({
      type: "tableCell",
      content: text
        .split("\n")
        .map((line) => ({ type: "paragraph", content: [{ type: "text", text: line }] })),
    });
    const text = normalizeText({
      type: "doc",
      content: [
        { type: "heading", attrs: { level: 1 }, content: [{ type: "text", text: "Jaottelu" }] },
        {
          type: "table",
          content: [
            { type: "tableRow", content: [cell("Kunta"), cell("Hyvinvointialue")] },
            { type: "tableRow", content: [cell("A\nB?"), cell("C")] },
          ],
        },
      ],
    });
    const reading = splitFromText(text, options);
    if (!reading.ok) throw new Error(reading.refusal);
    expect(reading.title).toBe("Jaottelu");
    expect(reading.split.categories.map(({ label, sides }) => `${label.fi} ${sides}`)).toEqual([
      "A municipality",
      "C region",
      "B municipality",
    ]);
  });
});
