/**
 * Goal: a statement round from opening to closing, each command with who may and who may not, and what is bad input.
 * Method: the demo scenario on real Postgres with real live documents; the clock is moved by the test.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noteText } from "../../app/collab/documents/note-document";
import { draftHash } from "../../app/domain/statements/content";
import { STATEMENT_PART_CHARACTERS_MAX } from "../../app/domain/statements/round";
import type { TextDocument } from "../../app/domain/text/text";
import { askAgain } from "../../server/commands/statements/ask-again.server";
import { letIn } from "../../server/commands/statements/let-in.server";
import { openPart } from "../../server/commands/statements/open-part.server";
import { type NewRound, openRound } from "../../server/commands/statements/open-round.server";
import { sendPlainStatement } from "../../server/commands/statements/send-plain-statement.server";
import { roundPage } from "../../server/queries/round-page.server";
import { statementPage } from "../../server/queries/statement-page.server";
import {
  aRound,
  at,
  beginNote,
  CATEGORY,
  closeStory,
  DRAFT,
  database,
  openStory,
  partyId,
  seat,
  send,
  services,
  statusOf,
  told,
  write,
} from "../support/round-story";

beforeAll(openStory);
afterAll(closeStory);

describe("opening a round", () => {
  it("R1 pins it to a frozen version and asks the recipients' people", async () => {
    const slug = await aRound();
    const page = await roundPage(services, await seat("tarkkailija"), slug);
    expect(page.round.version.number).toBe(2);
    expect(page.recipients.map(({ party, status }) => [party.slug, status])).toEqual([
      ["liperi", "open"],
      ["jane", "open"],
    ]);
    expect(await told("statementAsked", slug)).toEqual(["jane", "liperi"]);
  });

  it("is for secretaries and preparers", async () => {
    const given = {
      version: 2,
      title: "x",
      background: "",
      dueOn: "2026-03-16",
      recipients: [],
      questions: [],
    };
    for (const name of ["liperi", "puheenjohtaja", "tarkkailija"]) {
      const viewer = await seat(name);
      expect(await statusOf(() => openRound(services, viewer, DRAFT, given)), name).toBe(403);
    }
  });

  it.each<[string, Partial<NewRound>, string]>([
    ["no title", { title: "" }, "titleEmpty"],
    ["a long title", { title: "x".repeat(201) }, "titleLong"],
    ["a background of 20,000 characters", { background: "x".repeat(20_000) }, "backgroundLong"],
    ["a day that is over", { dueOn: "2026-03-01" }, "duePast"],
    ["no day", { dueOn: "2026-02-30" }, "dueOn"],
    ["a day far away", { dueOn: "2030-01-01" }, "dueFar"],
    ["nobody", { recipients: [] }, "noRecipients"],
    ["no version", { version: 0 }, "version"],
    [
      "too many questions",
      { questions: Array(21).fill({ text: "?", categoryId: null, partyId: null }) },
      "manyQuestions",
    ],
    [
      "a question about a category that the version lacks",
      { questions: [{ text: "?", categoryId: "muualta", partyId: null }] },
      "questionCategory",
    ],
    [
      "a question of 20,000 characters",
      { questions: [{ text: "x".repeat(20_000), categoryId: null, partyId: null }] },
      "questionLong",
    ],
  ])("refuses %s by name", async (_, more, error) => {
    await expect(aRound(more)).rejects.toThrow(`statements.error.${error}`);
  });

  it("knows no version or party of elsewhere", async () => {
    for (const more of [{ version: 3 }, { recipients: ["00000000-0000-4000-8000-000000000000"] }])
      expect(await statusOf(() => aRound(more))).toBe(404);
  });
});

describe("writing", () => {
  it("R2 is the party's own people's alone: not the secretary's, not an administrator's, not a foreign party's", async () => {
    const slug = await aRound();
    await write(slug, "liperi", "whole", "Salainen luonnos");
    await database.db
      .updateTable("persons")
      .set({ is_administrator: true })
      .where("demo_seat", "=", "maakuntaliitto")
      .execute();
    for (const name of ["sihteeri", "jane", "hyvinvointialue", "tarkkailija", "maakuntaliitto"]) {
      const viewer = await seat(name);
      expect(await statusOf(() => openPart(services, viewer, slug, "liperi", "whole")), name).toBe(403);
      const page = await statementPage(services, viewer, slug, "liperi");
      expect(JSON.stringify(page), name).not.toContain("Salainen");
      expect(page.draft, name).toBeNull();
    }
  });

  it("has a part for what is asked, and for nothing else", async () => {
    const liperi = await partyId("liperi");
    const slug = await aRound({ questions: [{ text: "Liperille?", categoryId: null, partyId: liperi }] });
    const { questions } = await roundPage(services, await seat("jane"), slug);
    const part = `question:${questions[0]?.id}`;
    expect(await openPart(services, await seat("liperi"), slug, "liperi", part)).toMatchObject({ ok: true });
    const jane = await seat("jane");
    for (const name of [part, "category:muualta", "change:", "muu", "question:x"])
      expect(await statusOf(() => openPart(services, jane, slug, "jane", name)), name).toBe(404);
  });

  it("opens one note when two people open it at once", async () => {
    const slug = await aRound();
    const viewer = await seat("liperi");
    const opened = await Promise.all(
      [1, 2, 3].map(() => openPart(services, viewer, slug, "liperi", "whole")),
    );
    expect(new Set(opened.map((one) => one.ok && one.documentId)).size).toBe(1);
  });
});

describe("sending", () => {
  it("R2 freezes what was written with its organ, and nobody changes it after", async () => {
    const slug = await aRound();
    await write(slug, "liperi", "whole", "  Lausumme hyvää. ");
    await write(slug, "liperi", `change:${CATEGORY}`, "Nimi muutetaan.");
    await write(slug, "liperi", `category:${CATEGORY}`, "   ");
    expect(await send(slug, "liperi")).toMatchObject({ ok: true });
    const { statements } = await statementPage(services, await seat("jane"), slug, "liperi");
    expect(statements[0]).toMatchObject({ organ: "Kunnanhallitus", section: "12", isLate: false });
    expect(statements[0]?.parts).toEqual({
      whole: "Lausumme hyvää.",
      [`change:${CATEGORY}`]: "Nimi muutetaan.",
    });
    expect(await told("statementSent", slug)).toEqual(["hyvinvointialue", "sihteeri"]);
    const again = await openPart(services, await seat("liperi"), slug, "liperi", "whole");
    expect(again).toMatchObject({ ok: false, error: "statements.error.given" });
    const row = database.db.updateTable("statements").set({ organ: "x" } as never);
    await expect(row.execute()).rejects.toThrow();
  });

  it("R2 keeps a text's form beside its plain words, and a note that was begun before stays one", async () => {
    const slug = await aRound();
    const rich: TextDocument = {
      type: "doc",
      content: [
        { type: "paragraph", content: [{ type: "text", text: "Lausumme", marks: [{ type: "bold" }] }] },
        {
          type: "bulletList",
          content: ["hyvää", "kiitos"].map((text) => ({
            type: "listItem" as const,
            content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
          })),
        },
      ],
    };
    await write(slug, "liperi", "whole", rich);
    const note = await beginNote(slug, "liperi", `category:${CATEGORY}`);
    const viewer = await seat("liperi");
    expect(await openPart(services, viewer, slug, "liperi", `category:${CATEGORY}`)).toEqual({
      ...{ ok: true, kind: "note", documentId: note },
    });
    const editor = { personId: viewer.personId, sessionId: null };
    await services.documents.transact(note, editor, "edit", (doc) => noteText(doc).insert(0, "Muistiin\n"));
    const { draft } = await statementPage(services, viewer, slug, "liperi");
    expect(await send(slug, "liperi")).toMatchObject({ ok: true });
    const { statements } = await statementPage(services, await seat("jane"), slug, "liperi");
    expect(statements[0]).toMatchObject({
      parts: { whole: "Lausumme\nhyvää\nkiitos", [`category:${CATEGORY}`]: "Muistiin" },
    });
    expect(statements[0]?.texts).toEqual({ whole: rich });
    expect(draft?.hash).not.toBe(draftHash({ parts: statements[0]!.parts, texts: {} }, []));
  });

  it("is refused by name: empty, without an organ, too long, changed meanwhile", async () => {
    const slug = await aRound();
    expect(await send(slug, "liperi")).toMatchObject({ error: "statements.error.empty" });
    await write(slug, "liperi", "whole", "x".repeat(20_000));
    expect(await send(slug, "liperi")).toMatchObject({
      ...{ error: "statements.error.partLong", field: "whole" },
      values: { max: STATEMENT_PART_CHARACTERS_MAX },
    });
    await write(slug, "liperi", "whole", "Lyhyt");
    expect(await send(slug, "liperi", { organ: "" })).toMatchObject({ error: "statements.error.organEmpty" });
    expect(await send(slug, "liperi", { seen: "0".repeat(64) })).toMatchObject({
      error: "statements.error.changed",
    });
    const { statements } = await statementPage(services, await seat("liperi"), slug, "liperi");
    expect(statements).toEqual([]);
  });

  it("takes the first of two at once, and tells the second who was first", async () => {
    const slug = await aRound();
    await write(slug, "liperi", "whole", "Lausunto");
    const outcomes = await Promise.all([send(slug, "liperi"), send(slug, "liperi")]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      ...{ error: "statements.error.alreadySent", values: { name: "Liperin edustaja" } },
    });
  });

  it("is over after the last day, and open again for whom the secretary lets in", async () => {
    const slug = await aRound();
    await write(slug, "liperi", "whole", "Myöhässä");
    at("2026-03-16");
    expect(await openPart(services, await seat("liperi"), slug, "liperi", "whole")).toMatchObject({
      ok: true,
    });
    at("2026-03-17");
    expect(await send(slug, "liperi")).toMatchObject({ error: "statements.error.over" });
    const secretary = await seat("sihteeri");
    const liperi = { partyId: await partyId("liperi") };
    for (const until of ["2026-03-16", "ei päivä"])
      expect(await letIn(services, secretary, slug, { ...liperi, until })).toMatchObject({
        error: "statements.error.until",
      });
    expect(await letIn(services, secretary, slug, { ...liperi, until: "2026-03-20" })).toEqual({ ok: true });
    expect(await told("statementLetIn", slug)).toEqual(["liperi"]);
    at("2026-03-20");
    expect(await send(slug, "liperi")).toMatchObject({ ok: true });
    const { recipients } = await roundPage(services, secretary, slug);
    expect(recipients.map(({ status, isLate }) => [status, isLate])).toEqual([
      ["given", true],
      ["late", false],
    ]);
  });

  it("R2 keeps the earlier statement when a new one is asked", async () => {
    const slug = await aRound();
    await write(slug, "liperi", "whole", "Ensimmäinen");
    await send(slug, "liperi");
    const secretary = await seat("sihteeri");
    const jane = { partyId: await partyId("jane"), until: "" };
    expect(await askAgain(services, secretary, slug, jane)).toMatchObject({
      error: "statements.error.notGiven",
    });
    at("2026-03-03");
    const liperi = { partyId: await partyId("liperi"), until: "" };
    expect(await askAgain(services, secretary, slug, liperi)).toEqual({ ok: true });
    at("2026-03-04");
    await write(slug, "liperi", "whole", "Toinen");
    expect(await send(slug, "liperi")).toMatchObject({ ok: true });
    const { statements } = await statementPage(services, await seat("jane"), slug, "liperi");
    expect(statements.map(({ parts }) => parts.whole)).toEqual(["Toinen", "Ensimmäinen"]);
  });

  it("takes a plain statement of one field from whoever speaks for the party", async () => {
    const slug = await aRound();
    const { id: roundId } = await database.db
      .selectFrom("statement_rounds")
      .select("id")
      .where("slug", "=", slug)
      .executeTakeFirstOrThrow();
    const given = {
      roundId,
      partyId: await partyId("liperi"),
      organ: "Kunnanjohtaja",
      section: "",
      organDate: "",
    };
    const jane = await seat("jane");
    expect(await statusOf(() => sendPlainStatement(services, jane, { ...given, whole: "x" }))).toBe(403);
    const viewer = { personId: (await seat("liperi")).personId };
    expect(await sendPlainStatement(services, viewer, { ...given, whole: " " })).toMatchObject({
      error: "statements.error.empty",
    });
    expect(await sendPlainStatement(services, viewer, { ...given, whole: "Kannatamme." })).toMatchObject({
      ok: true,
    });
    expect(await sendPlainStatement(services, viewer, { ...given, whole: "Taas" })).toMatchObject({
      error: "statements.error.alreadySent",
    });
  });
});
