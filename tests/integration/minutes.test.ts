/**
 * Goal: the memo of the lived meeting is polished, approved by chair and secretary, frozen, sealed, and taken out as PDF/A, PDF/UA and Word.
 * Method: the meeting lived by commands on real Postgres; poppler, qpdf and LibreOffice look at the files where they are installed.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readText, writeText } from "../../app/collab/documents/text-document";
import { LANGUAGES, type Language } from "../../app/domain/languages";
import { plainText } from "../../app/domain/text/reading";
import type { BlockNode } from "../../app/domain/text/text";
import { translator } from "../../app/messages/server.server";
import { paths } from "../../app/paths";
import { formatDate } from "../../app/ui/format";
import { keepMinutes } from "../../server/commands/minutes/minutes-intents.server";
import { minutesResponse } from "../../server/export/minutes-response.server";
import { typstBinding } from "../../server/export/pdf/typst";
import { minutesCheck } from "../../server/queries/minutes-check.server";
import { minutesFile } from "../../server/queries/minutes-file.server";
import { minutesPage } from "../../server/queries/minutes-page.server";
import { pathOfItem, toldItem, toldItems, wordsOfItem } from "../../server/queries/told-items.server";
import { liveReplay, prepareReplay, SLUG } from "../support/replay-story";
import { type ReplayWorld, replayWorld } from "../support/replay-world";
import { paragraph } from "../support/sample-text";
import { statusOf } from "../support/services";

const TITLE = "Muistio 8/2022 · Kuntayhteistyöryhmä";
let world: ReplayWorld;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "kp-minutes-"));
  world = await replayWorld();
  const { items } = await prepareReplay(world);
  await liveReplay(world, items);
  world.at("15.16");
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

const send = (seat: string, fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return keepMinutes(world.services, world.viewer(seat), SLUG, form);
};
const page = (seat = "sihteeri") => minutesPage(world.services, world.viewer(seat), SLUG, "fi");
const draft = async () => {
  const { polished } = await page();
  if (!polished) throw new Error("There are no minutes yet.");
  return polished;
};
/** What the secretary makes of the text by hand. */
const polish = async (change: (blocks: BlockNode[]) => BlockNode[]) => {
  const { documentId } = await draft();
  const editor = { personId: world.viewer("sihteeri").personId, sessionId: null };
  await world.services.documents.transact(documentId, editor, "edit", (doc) => {
    const text = readText(doc);
    writeText(doc, { ...text, content: change(text.content) });
  });
};
const approve = async (seat: string, more: Record<string, string> = {}) =>
  send(seat, {
    ...{ intent: "approve", role: seat === "joensuu" ? "chair" : "secretary" },
    ...{ hash: (await draft()).hash, key: randomUUID(), ...more },
  });

/** What a seat has been told of the memo, in words, with the last day if there is one; each leads to the memo. */
const told = async (seat: string) => {
  const rows = toldItems(world.db).where("n.person_id", "=", world.viewer(seat).personId);
  const items = (await rows.orderBy("n.n").execute()).map(toldItem);
  const lines = items.filter(({ kind }) => kind.startsWith("minutes"));
  for (const line of lines) expect(pathOfItem(line)).toBe(paths.minutes(SLUG));
  return lines.map((item) => {
    const { key, values } = wordsOfItem(item, "fi", "");
    const words = String(translator("fi").t(key, values)).split(":")[0];
    return item.dueOn ? `${words} (${formatDate(item.dueOn, "fi")})` : words;
  });
};

describe("the memo is polished", () => {
  test("M4: the secretary starts it with what the records tell; a member cannot; twice is once", async () => {
    expect(await statusOf(send("kontiolahti", { intent: "start" }))).toBe(403);
    expect(await send("sihteeri", { intent: "start" })).toMatchObject({ ok: true });
    expect(await send("sihteeri", { intent: "start" })).toMatchObject({ ok: true });
    const { derived, polished, state, edited } = await page();
    expect({ state, edited }).toEqual({ state: "draft", edited: [] });
    expect(plainText(polished!.text)).toBe(plainText(derived));
  });

  test("M4: it is filled again while nobody has edited it, and never over what people wrote", async () => {
    expect(await send("sihteeri", { intent: "refill" })).toEqual({ ok: true });
    await polish((blocks) => [...blocks, paragraph("Sihteerin lisäys.")]);
    expect(await send("sihteeri", { intent: "refill" })).toEqual({
      ok: false,
      error: "minutes.error.changed",
    });
    expect(plainText((await draft()).text)).toContain("Sihteerin lisäys.");
  });

  test("Y2: an edit of what the records tell is marked with both, and an edit of other words is not", async () => {
    expect((await page()).edited).toEqual([]);
    await polish((blocks) => replaced(blocks, "klo 13.00–15.15", "klo 13.00–15.30"));
    expect((await page()).edited).toMatchObject([
      { derived: "Aika: 20.5.2022 klo 13.00–15.15", stands: "Aika: 20.5.2022 klo 13.00–15.30" },
    ]);
    await polish((blocks) => replaced(blocks, "klo 13.00–15.30", "klo 13.00–15.15"));
    expect((await page()).edited).toEqual([]);
  });

  test("Y4: a change that the memo tells and the board does not know is shown, and its place with it", async () => {
    const before = (await minutesCheck(world.services, world.viewer("sihteeri"), SLUG, NOTHING)).found;
    const claim =
      "Poistettiin hyvinvointialueen puolelta luokka ”Sotepalveluihin kiinnittyvä työtoiminnan tukeminen”.";
    await polish((blocks) => [...blocks, paragraph(claim)]);
    const after = (await minutesCheck(world.services, world.viewer("sihteeri"), SLUG, NOTHING)).found;
    expect(after.length).toBeGreaterThan(before.length);
    expect(JSON.stringify(after)).toContain(claim);
    await polish((blocks) => blocks.slice(0, -1));
  });
});

describe("chair and secretary approve", () => {
  test("M4: of a text that changed since, nothing is approved", async () => {
    const refused = { ok: false, error: "minutes.error.changed" };
    expect(await approve("sihteeri", { hash: "0".repeat(64) })).toEqual(refused);
    expect(await statusOf(approve("kontiolahti"))).toBe(403);
  });

  test("M4: while the time for comments runs, only with a confirmation", async () => {
    expect(await send("sihteeri", { intent: "comment-time", on: "2022-05-19", at: "" })).toMatchObject({
      error: "minutes.error.noDay",
    });
    expect(await send("sihteeri", { intent: "comment-time", on: "2022-05-27", at: "16:00" })).toEqual({
      ok: true,
    });
    expect(await told("liperi")).toEqual(["Muistiota voi kommentoida. Kokous 8/2022 (27.5.2022)"]);
    expect(await told("sihteeri")).toEqual([]);
    expect(await approve("sihteeri")).toMatchObject({ ok: false, error: "minutes.error.commenting" });
    expect(await approve("sihteeri", { confirmed: "on" })).toEqual({ ok: true });
    expect((await page()).approvals).toMatchObject([
      { role: "chair", at: null },
      { role: "secretary", isVoid: false },
    ]);
  });

  test("M4: an edit voids an approval, visibly", async () => {
    await polish((blocks) => [...blocks, paragraph("Vielä yksi rivi.")]);
    const [, secretary] = (await page()).approvals;
    expect(secretary).toMatchObject({ role: "secretary", at: null, isVoid: true });
    expect(await approve("joensuu", { confirmed: "on" })).toEqual({ ok: true });
    expect((await page()).state).toBe("draft");
  });

  // The vice chair approves as the chair does.
  test("M4: both approve one text in the same moment, one of them twice: it is frozen, locked and sealed once", async () => {
    await polish((blocks) => [...blocks, paragraph("Ja toinen.")]);
    const { hash } = await draft();
    const of = (role: string) => ({ intent: "approve", role, hash, key: randomUUID(), confirmed: "on" });
    const [secretary, chair] = [of("secretary"), of("chair")];
    const outcomes = [send("sihteeri", secretary), send("liperi", chair), send("sihteeri", secretary)];
    for (const outcome of await Promise.all(outcomes)) expect(outcome).toEqual({ ok: true });
    const { state, polished } = await page();
    expect(state).toBe("approved");
    expect(polished?.seal).toMatch(/^[0-9a-f]{64}$/);
    const rows = await world.db
      .selectFrom("approved_minutes as a")
      .innerJoin("versions as v", "v.id", "a.version_id")
      .innerJoin("drafts as d", "d.id", "v.draft_id")
      .innerJoin("seals as s", "s.id", "a.seal_id")
      .select(["v.sha256", "d.state", "s.kind"])
      .execute();
    expect(rows).toEqual([{ sha256: hash, state: "locked", kind: "minutes" }]);
    // Everybody at the table hears of it once, who approved too.
    expect(await told("sihteeri")).toEqual(["Muistio on hyväksytty. Kokous 8/2022"]);
    expect((await told("liperi")).length).toBe(2);
    expect(await send("sihteeri", { intent: "refill" })).toMatchObject({ error: "minutes.error.approved" });
    for (const change of [
      sql`DELETE FROM approved_minutes`,
      sql`UPDATE minutes_approvals SET role = 'chair'`,
    ])
      await expect(change.execute(world.db)).rejects.toThrow();
  });

  test("M4: what was approved stays what it was, also when the text is opened and changed afterwards", async () => {
    const { hash, documentId } = await draft();
    const editor = { personId: world.viewer("sihteeri").personId, sessionId: null };
    await world.services.documents.transact(documentId, editor, "edit", (doc) =>
      writeText(doc, { type: "doc", content: [paragraph("Aivan muuta.")] }),
    );
    const { polished, state } = await page();
    expect({ state, hash: polished?.hash }).toEqual({ state: "approved", hash });
    expect(plainText(polished!.text)).not.toContain("Aivan muuta.");
  });
});

describe("the files", () => {
  const fileOf = async (language: Language, extract = {}) =>
    minutesFile(world.services, world.viewer("liperi"), SLUG, language, extract);
  const saved = async (name: string, language: Language, format: "pdf" | "docx", isPublic = false) => {
    const answer = await minutesResponse(await fileOf(language), format, isPublic);
    const file = path.join(folder, name);
    writeFileSync(file, new Uint8Array(await answer.arrayBuffer()));
    return file;
  };

  test("M4: the Finnish one is what was approved; the others are what the records tell, and say so", async () => {
    expect(plainText((await fileOf("fi")).exported.text)).toContain("Vielä yksi rivi.");
    for (const language of ["sv", "en"] as const) {
      const { exported } = await fileOf(language);
      expect(plainText(exported.text)).not.toContain("Vielä yksi rivi.");
      expect(exported.facts.length).toBeGreaterThan(0);
    }
  });

  test.each(LANGUAGES)("M4: a PDF for the archive and one for the public in %s", async (language) => {
    for (const isPublic of [false, true]) {
      const file = await saved(`${language}-${isPublic}.pdf`, language, "pdf", isPublic);
      const bytes = readFileSync(file).toString("latin1");
      const standard = isPublic && typstBinding() ? /pdfuaid:part[>="]+1/ : /pdfaid:part[>="]+2/;
      expect(bytes).toMatch(standard);
      expect(bytes).toMatch(new RegExp(`/Lang ?\\(${language}`));
      if (!has("pdfinfo", "-v")) {
        process.stdout.write("No poppler here: the PDF's inside is not looked at.\n");
        continue;
      }
      expect(run("pdfinfo", file)).toMatch(/Title: +\S.*8\/2022[\s\S]*Tagged: +yes/);
      const printed = run("pdftotext", "-layout", file, "-");
      for (const told of ["8/2022", "13.00", "14.22", "15.15"].map((one) => written(one, language)))
        expect(printed).toContain(told);
      expect(run("pdfinfo", "-struct", file)).toMatch(/Document[\s\S]*H1[\s\S]*H2/);
      if (has("qpdf", "--version"))
        expect(run("qpdf", "--check", file)).toContain("No syntax or stream encoding errors");
    }
  });

  test("M4: Word's file is opened by LibreOffice, with its headings and every fact", async () => {
    const file = await saved("muistio.docx", "fi", "docx");
    if (!has("soffice", "--version"))
      return process.stdout.write("No LibreOffice here: the Word file is not opened.\n");
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    run("soffice", profile, "--headless", "--convert-to", "html", "--outdir", folder, file);
    const html = readFileSync(path.join(folder, "muistio.html"), "utf8");
    expect(html).toMatch(/<h1[\s>]/);
    expect(html.match(/<h2[\s>]/g)?.length).toBeGreaterThanOrEqual(7);
    expect(html).toMatch(/<(ul|ol)[\s>]/);
    expect(html.replace(/\s+/g, " ")).toContain("Vielä yksi rivi.");
    return undefined;
  }, 120_000);

  test("M4: an extract of an item and of a party holds theirs and no other's; of what is not there, 404", async () => {
    const { items } = await page();
    const item = await fileOf("fi", { item: items[1]!.id });
    expect(item.exported.title).toContain(TITLE);
    const [ofItem, ofParty] = [item, await fileOf("fi", { party: "liperi" })].map(({ exported }) =>
      plainText(exported.text),
    );
    expect(ofItem).toContain("toiveesta: kuntajohtajat");
    expect(ofItem).not.toContain(`${items[3]!.number}. `);
    expect(ofParty).toContain("Liperi");
    expect(ofParty).not.toContain("Kontiolahti");
    // No heading over nobody.
    expect(ofParty).not.toContain("Läsnä: muut osallistujat");
    expect(await statusOf(fileOf("fi", { item: randomUUID() }))).toBe(404);
    expect(await statusOf(fileOf("fi", { party: "turku" }))).toBe(404);
  });
});

const NOTHING = { draft: "", from: "", to: "" };
const has = (tool: string, ask: string) => spawnSync(tool, [ask]).error === undefined;
const run = (tool: string, ...args: string[]) =>
  execFileSync(tool, args, { encoding: "utf8", stdio: "pipe" });
/** English writes 13:00, or 1 pm; the other two write 13.00. */
const written = (time: string, language: Language) => (language === "en" ? time.replace(".", ":") : time);
/** The blocks with words put in place of others. */
const replaced = (blocks: BlockNode[], from: string, to: string): BlockNode[] =>
  JSON.parse(JSON.stringify(blocks).replace(from, to));
