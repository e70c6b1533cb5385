/**
 * Goal: what is taken out and brought in again says the same; PDFs are tagged and archivable by both writers.
 * Method: one text with all that a text can hold through the real writers and the real reader; PDFs are looked at by
 * poppler and qpdf where they are installed.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { canonicalText } from "../../app/domain/text/canonical";
import { textToMarkdown } from "../../app/domain/text/markdown";
import { normalizeText } from "../../app/domain/text/normalize";
import type { TextDocument } from "../../app/domain/text/text";
import { VERSION_TWO } from "../../db/scenarios/north-karelia/split";
import { textToDocx } from "../../server/export/docx";
import { htmlPage, markdownFile } from "../../server/export/draft-file.server";
import type { ExportedText } from "../../server/export/exported-text";
import { pdfkitPdf } from "../../server/export/pdf/pdfkit";
import { typstBinding, typstPdf } from "../../server/export/pdf/typst";
import { splitAsLists, splitAsTable } from "../../server/export/split-blocks";
import { textToHtml } from "../../server/export/text-html.server";
import { readDocx } from "../../server/import/read-docx";
import { readMarkdown } from "../../server/import/read-markdown";
import { paragraph, SAMPLE, SAMPLE_BLOCKS, words } from "../support/sample-text";

const folder = mkdtempSync(path.join(os.tmpdir(), "kp-export-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const exported = (text: TextDocument = SAMPLE): ExportedText => ({
  ...{ title: "Avustusten kriteerit <2023>", language: "fi", text, creator: "Pöytä", suggestions: {} },
  ...{
    facts: ["Versio 2", "Tiiviste abcd", "Tulostettu 22.11.2026"],
    madeAt: new Date("2026-11-22T10:00:00Z"),
  },
});
const SUGGESTED = normalizeText({
  type: "doc",
  content: [
    paragraph(
      "Avustus on ",
      words("enintään ", { type: "insertion", attrs: { id: "lisays-1" } }),
      words("noin ", { type: "deletion", attrs: { id: "poisto-1" } }),
      "5000 €.",
    ),
  ],
});

describe("F2 the way there and back", () => {
  it("through Word says the same: headings, lists, tables, notes, links, title", async () => {
    const read = await readDocx(await textToDocx(exported()));
    expect(read.title).toBe(exported().title);
    expect(canonicalText(read.text)).toBe(canonicalText(SAMPLE));
  });

  it("through Markdown says the same", () => {
    const read = readMarkdown(markdownFile(exported()));
    expect(read.title).toBe(exported().title);
    expect(canonicalText(read.text)).toBe(canonicalText(SAMPLE));
    expect(canonicalText(readMarkdown(textToMarkdown(SAMPLE)).text)).not.toBe("");
  });
});

describe("F4 a Word file", () => {
  it("has suggestions as tracked changes with who made them", async () => {
    const suggestions = {
      "lisays-1": { author: "Liperin edustaja (Liperi)", madeAt: "2026-11-22T10:00:00.000Z" },
      "poisto-1": { author: "Joensuun edustaja (Joensuu)", madeAt: "2026-11-22T11:00:00.000Z" },
    };
    const docx = await textToDocx({ ...exported(SUGGESTED), suggestions });
    const xml = new TextDecoder().decode(unzipSync(docx)["word/document.xml"]);
    expect(xml).toMatch(/<w:ins [^>]*w:author="Liperin edustaja \(Liperi\)"[^>]*>.*?enintään/);
    expect(xml).toMatch(/<w:del [^>]*w:author="Joensuun edustaja \(Joensuu\)"[^>]*>.*?<w:delText[^>]*>noin/);
  });
});

describe("F4 a page of HTML", () => {
  it("is whole, in its language, and runs nothing that people wrote", () => {
    const page = htmlPage(
      exported(normalizeText({ type: "doc", content: [paragraph("<script>alert(1)</script>")] })),
    );
    expect(page).toContain('<html lang="fi">');
    expect(page).toContain("<title>Avustusten kriteerit &lt;2023&gt;</title>");
    expect(page).not.toMatch(/<script|<link|<img|src=/);
  });

  it("tells suggestions apart", () => {
    expect(textToHtml(SUGGESTED, "fi")).toContain('<ins data-suggestion="lisays-1">enintään </ins>');
  });
});

const ODD = normalizeText({
  type: "doc",
  content: [...SAMPLE_BLOCKS, paragraph("Hei 😀 мир 漢字 \u0007 #let x = 1 $y$ @a")],
});
const PRINTED = [
  "Vaikuttavuus",
  "Toinen kappale samassa kohdassa.",
  "Talous | riski",
  "#let x = 1 $y$ @a",
  "Versio 2",
];
const has = (tool: string) => spawnSync(tool, ["-v"]).error === undefined;

describe.each([
  ["Typst", (text: TextDocument) => typstPdf(typstBinding()!, exported(text)), typstBinding() !== null],
  ["pdfkit", (text: TextDocument) => pdfkitPdf(exported(text)), true],
] as const)("F4 a PDF by %s", (name, make, isThere) => {
  it.runIf(isThere)("is tagged, names its standard, and holds every word as it was written", async () => {
    const bytes = await make(ODD);
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.toString("latin1")).toMatch(/pdfaid:part[>="]+2/);
    expect(bytes.toString("latin1")).toMatch(/pdfaid:conformance[>="]+A/);
    const file = path.join(folder, `${name}.pdf`);
    writeFileSync(file, bytes);
    if (!has("pdfinfo")) return process.stdout.write("No poppler here: the PDF's inside is not looked at.\n");
    const run = (tool: string, ...args: string[]) =>
      execFileSync(tool, args, { encoding: "utf8", stdio: "pipe" });
    expect(run("pdfinfo", file)).toMatch(/Title: +Avustusten kriteerit <2023>[\s\S]*Tagged: +yes/);
    const printed = run("pdftotext", "-layout", file, "-");
    for (const expected of PRINTED) expect(printed).toContain(expected);
    expect(
      run("pdffonts", file)
        .split("\n")
        .slice(2)
        .filter((line) => line && !/yes (yes|no) +yes/.test(line)),
    ).toEqual([]);
    if (has("qpdf")) expect(run("qpdf", "--check", file)).toContain("No syntax or stream encoding errors");
    return undefined;
  });
});

describe("a split as a text", () => {
  it("S4 keeps the slides' marks, and leaves out what was removed", () => {
    const [lists, table] = [splitAsLists(VERSION_TWO, "fi"), splitAsTable(VERSION_TWO, "fi")].map((content) =>
      textToMarkdown(normalizeText({ type: "doc", content })),
    );
    for (const shown of [lists!, table!]) {
      expect(shown).toContain("(Ikäihmisten toiminta (mm. eläkeläisjärjestöt))");
      expect(shown).toContain("Sotepalveluihin kiinnittyvä työtoiminnan tukeminen?");
      expect(shown).not.toContain("kotona asumisen");
    }
    expect(lists?.match(/^# .*/gm)).toEqual(["# Kunta", "# Hyvinvointialue", "# Molemmat"]);
  });
});
