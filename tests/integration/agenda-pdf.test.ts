/**
 * Goal: the agenda is a tagged file in the reader's language that says what its page says. Method: the page's own data made into a
 * text and a PDF; the file's words read back with poppler where the machine has it.
 */
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../app/domain/languages";
import { agendaPdf, agendaText } from "../../server/export/agenda-file.server";
import { agendaPage } from "../../server/queries/agenda-page.server";
import { type AgendaWorld, agendaWorld } from "../support/agenda-world";

/** poppler warns of what Typst writes about suspects. */
const QUIET: ExecFileSyncOptionsWithStringEncoding = {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "ignore"],
};
const MADE_AT = new Date("2026-03-02T10:00:00Z");
let world: AgendaWorld;
let slug: string;
beforeAll(async () => {
  world = await agendaWorld();
  slug = await world.newMeeting({
    place: "Joensuu, sali 1",
    isInPerson: true,
    message: "Tervetuloa.\n\nKahvia on.",
  });
  await world.added(slug, {
    ...{
      title: "Jaottelu",
      titleSv: "Indelning",
      presenter: "Valmistelija",
      proposal: "Esitellään.\nKeskustellaan.",
    },
  });
});
afterAll(() => world?.close());

const page = () => agendaPage(world.services, world.seats.observer, slug);
const words = (node: unknown): string[] =>
  node && typeof node === "object"
    ? "text" in node && typeof node.text === "string"
      ? [node.text]
      : Object.values(node).flatMap(words)
    : [];

describe("the agenda as a file", () => {
  test("has facts, words of the invitation, and every item with its proposal, in each language", async () => {
    const told = await page();
    const of = (language: (typeof LANGUAGES)[number]) => words(agendaText(told, language, MADE_AT).text);
    expect(of("fi").slice(0, 6)).toEqual([
      ...["Aika: 20.3.2026 klo 13.00–15.15", "Paikka: Joensuu, sali 1", "Kokous on läsnäkokous."],
      ...["Tervetuloa.", "Kahvia on.", "Esityslista"],
    ]);
    expect(of("fi")).toEqual(
      expect.arrayContaining(["2. Jaottelu", "Esittelijä: Valmistelija", "Käsittelyehdotus"]),
    );
    expect(of("fi")).toEqual(expect.arrayContaining(["Esitellään.", "Keskustellaan."]));
    expect(of("sv")).toEqual(
      expect.arrayContaining(["Föredragningslista", "2. Indelning", "Behandlingsförslag"]),
    );
    expect(of("en")).toEqual(expect.arrayContaining(["Agenda", "2. Jaottelu", "Proposal for handling"]));
  });

  test.skipIf(!hasPoppler())("is a tagged PDF with its title and language", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "agenda-"));
    try {
      for (const language of LANGUAGES) {
        const file = path.join(folder, `${language}.pdf`);
        writeFileSync(file, await agendaPdf(await page(), language, MADE_AT));
        const info = execFileSync("pdfinfo", [file], QUIET);
        expect(info).toMatch(/^Tagged:\s+yes$/m);
        expect(info).toMatch(/^Title:\s+Pöytä, (kokous|möte|meeting) 1\/2026$/m);
        expect(execFileSync("pdftotext", [file, "-"], QUIET)).toContain("Valmistelija");
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function hasPoppler(): boolean {
  try {
    execFileSync("pdfinfo", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false; // the machine has none: said by the skipped test
  }
}
