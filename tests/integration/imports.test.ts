/**
 * Goal: a file of a stranger does no harm and leaves nothing when it is refused; one that is read becomes a draft once, by
 * its own reader's approval.
 * Method: sixty bad files made in code, all through the real command with the real reading thread and Postgres, while a
 * timer watches how long this thread is ever held; Word files as Word and our own export write them.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IMPORT_REFUSALS } from "../../app/domain/files/import";
import { plainText } from "../../app/domain/text/reading";
import type { TextDocument } from "../../app/domain/text/text";
import { translator } from "../../app/messages/server.server";
import { approveImport } from "../../server/commands/imports/approve-import.server";
import { cancelImport } from "../../server/commands/imports/cancel-import.server";
import { type ImportForm, readImport } from "../../server/commands/imports/read-import.server";
import { importPage } from "../../server/queries/import-page.server";
import type { Viewer } from "../../server/session.server";
import { BAD_FILES } from "../support/bad-files";
import { freshDatabase, type TestDatabase } from "../support/database";
import { addTable, addViewer, openServices, statusOf } from "../support/services";
import { finnishMinutes, wordFile } from "../support/word-files";

let database: TestDatabase;
let services: Awaited<ReturnType<typeof openServices>>;
let viewer: Viewer;
let colleague: Viewer;
const TABLE = "tuonti";
beforeAll(async () => {
  database = await freshDatabase();
  services = await openServices(database);
  const table = await addTable(database, TABLE);
  viewer = await addViewer(database, { tableId: table.id, role: "secretary" });
  colleague = await addViewer(database, { tableId: table.id, role: "preparer" });
  await services.importer.read({ name: "a.md", bytes: new TextEncoder().encode("a") }); // the thread is warm
});
afterAll(async () => {
  await services.close();
  await database.close();
});

const form = (given: Partial<ImportForm>): ImportForm => ({
  ...{ file: null, pasted: "", as: "text", side: "municipality" },
  ...given,
});
const read = (name: string, bytes: Uint8Array, as: ImportForm["as"] = "text", signal?: AbortSignal) =>
  readImport(services, viewer, TABLE, form({ file: { name, bytes }, as }), signal);
const importsNow = async () =>
  Number(
    (
      await database.db
        .selectFrom("imports")
        .select((eb) => eb.fn.countAll().as("n"))
        .executeTakeFirstOrThrow()
    ).n,
  );
async function readPage(outcome: Awaited<ReturnType<typeof readImport>>) {
  if (!outcome.ok) throw new Error(outcome.error);
  return importPage(services, viewer, outcome.id);
}

/** The longest that this thread was held between two ticks, in ms. */
function watchLoop() {
  let [last, longest] = [performance.now(), 0];
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

describe("F1 bad files", () => {
  it("are sixty at least, each of its own name", () => {
    expect(BAD_FILES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(BAD_FILES.map(({ name }) => name)).size).toBe(BAD_FILES.length);
  });

  it("has words for every reason in three languages", () => {
    for (const language of ["fi", "sv", "en"] as const)
      for (const refusal of IMPORT_REFUSALS) {
        const key = `files.refusal.${refusal}` as const;
        expect(translator(language).t(key, { megabytes: 10 })).not.toBe(key);
      }
  });

  let slowest = 0;
  it.each(BAD_FILES.map((file) => [file.name, file] as const))("%s", async (_, { file, bytes, answer }) => {
    const made = bytes();
    const before = await importsNow();
    const stop = watchLoop();
    const outcome = await read(file, made);
    slowest = Math.max(slowest, stop());
    if (typeof answer === "string" && answer !== "read") {
      expect(outcome.ok ? "read" : outcome.error).toBe(`files.refusal.${answer}`);
      expect(await importsNow()).toBe(before);
      return;
    }
    const page = await readPage(outcome);
    if (answer !== "read") expect(page.warnings.map(({ warning }) => warning)).toContain(answer.warning);
    expect(JSON.stringify(page.content)).not.toMatch(/javascript:|file:\/\/|"data:/);
  });

  it("holds the thread that answers everybody for no longer than a blink", () => {
    expect(slowest).toBeLessThan(250);
  });

  it("ends a reading whose asker has gone, and reads the next file", async () => {
    const gone = new AbortController();
    const before = await importsNow();
    const reading = read("suuri.docx", wordFile({ body: "<w:p/>".repeat(150_000) }), "text", gone.signal);
    setTimeout(() => gone.abort(), 20);
    expect(await reading).toMatchObject({ ok: false, error: "files.refusal.cancelled" });
    expect(await importsNow()).toBe(before);
    expect((await read("a.md", new TextEncoder().encode("Sana"))).ok).toBe(true);
  });
});

describe("F2 a Word file", () => {
  it("as Finnish Word writes it keeps headings, lists, tables, notes and links, and tells what it left out", async () => {
    const page = await readPage(await read("..\\..\\Ote ‮pöytäkirjasta.docx", finnishMinutes()));
    expect(page.fileName).toBe("Ote pöytäkirjasta.docx");
    expect(page.title).toBe("Pöytäkirjan ote");
    const { content } =
      page.content.kind === "text" ? page.content.text : ({ content: [] } as never as TextDocument);
    expect(content.map((b) => (b.type === "heading" ? `${b.type} ${b.attrs.level}` : b.type))).toEqual([
      ...[
        "heading 1",
        "paragraph",
        "heading 2",
        "paragraph",
        "bulletList",
        "table",
        "heading 3",
        "paragraph",
      ],
    ]);
    expect(plainText({ type: "doc", content })).toContain("Avustus on enintään 5000 €.");
    expect(JSON.stringify(content)).toContain('"type":"sourceNote","attrs":{"text":"Hallintosääntö 12 §"}');
    expect(JSON.stringify(content)).toContain("https://example.fi/ohje");
    expect(JSON.stringify(content[5]).match(/tableHeader/g)).toHaveLength(2);
    expect(page.warnings.map(({ warning, count }) => `${warning} ${count}`)).toEqual([
      ...[
        "externalParts 1",
        "comments 1",
        "trackedInsertions 1",
        "trackedDeletions 1",
        "headersAndFooters 1",
      ],
    ]);
  });
});

describe("F4 an import", () => {
  const pasted = "Kunta\n- Liikunta\n- (Retket?)\nHyvinvointialue\n- Kriisityö";
  const list = () => readImport(services, viewer, TABLE, form({ pasted, as: "split" }));

  it("becomes a draft once, and only by the one who brought it", async () => {
    const page = await readPage(await list());
    expect(await statusOf(importPage(services, colleague, page.id))).toBe(404);
    expect(await statusOf(approveImport(services, colleague, page.id, "Toinen"))).toBe(404);
    expect(await approveImport(services, viewer, page.id, "")).toMatchObject({ ok: false, field: "title" });
    const [one, two] = await Promise.allSettled([
      approveImport(services, viewer, page.id, "Jaottelu"),
      approveImport(services, viewer, page.id, "Jaottelu"),
    ]);
    const made = [one, two].filter((r) => r.status === "fulfilled" && r.value.ok);
    expect(made).toHaveLength(1);
    const drafts = await database.db
      .selectFrom("drafts")
      .select("kind")
      .where("slug", "like", "jaottelu%")
      .execute();
    expect(drafts).toEqual([{ kind: "split" }]);
    expect(await statusOf(importPage(services, viewer, page.id))).toBe(404);
  });

  it("is nobody's once it is cancelled, and after its hour", async () => {
    const page = await readPage(await list());
    expect(await cancelImport(services, viewer, page.id)).toEqual({ tableSlug: TABLE });
    expect(await statusOf(importPage(services, viewer, page.id))).toBe(404);
    const late = await readPage(await list());
    const hourLater = { ...services, clock: () => new Date(Date.now() + 61 * 60_000) };
    expect(await statusOf(importPage(hourLater, viewer, late.id))).toBe(404);
    await readImport(hourLater, viewer, TABLE, form({ pasted, as: "split" }));
    expect(await importsNow()).toBe(1);
  });
});
