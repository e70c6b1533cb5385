/**
 * Goal: a search finds words in any of their forms, in everything that its person may see and in nothing else, and
 * what was found is shown as text.
 * Method: two tables with the same words on a real Postgres with live documents and their indexing; rows of speech as
 * their commands write them; the route is called as Remix calls it.
 */
import pino from "pino";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { categoryText, editText } from "../../app/collab/documents/split-document";
import { FINDS_PER_KIND_MAX, type Marked } from "../../app/domain/search";
import { MarkedText } from "../../app/features/search/marked-text";
import * as searchRoute from "../../app/routes/search";
import { createDraftIndexer } from "../../server/jobs/index-drafts";
import type { searchPage } from "../../server/queries/search-page.server";
import type { Services } from "../../server/services";
import type { Viewer } from "../../server/session.server";
import { freshDatabase, type TestDatabase } from "../support/database";
import { addPerson, responseOf, routeArgs, signedIn } from "../support/people";
import { addSearchWorld, type SearchWorld, say, seated, sendStatement } from "../support/search-world";
import { openServices } from "../support/services";

let database: TestDatabase;
let services: Services & { close(): Promise<void> };
let here: SearchWorld;
let elsewhere: SearchWorld;
beforeAll(async () => {
  database = await freshDatabase();
  services = await openServices(database);
  here = await addSearchWorld(services, "täällä");
  elsewhere = await addSearchWorld(services, "muualla");
  await indexerOf().catchUp();
});
afterAll(async () => {
  await services.close();
  await database.close();
});

const indexerOf = () =>
  createDraftIndexer({
    db: database.db,
    log: pino({ level: "silent" }),
    read: services.documents.read,
  });

type Found = Extract<Awaited<ReturnType<typeof searchPage>>, { state: "found" }>;
async function search(viewer: Viewer, words: string): Promise<Found & { state: string }> {
  const path = `/search?q=${encodeURIComponent(words)}`;
  const answer = await responseOf(() => searchRoute.loader(routeArgs(services, viewer, { path })));
  return (await answer.json()).page;
}
const plain = (marked: Marked) => marked.map(({ text }) => text).join("");
const marks = (marked: Marked) => marked.flatMap(({ text, found }) => (found ? [text] : []));
const labels = async (words: string, viewer = here.viewer) =>
  (await search(viewer, words)).categories.finds.map(({ label }) => plain(label));
const total = (page: Found) =>
  [page.drafts, page.texts, page.categories, page.comments, page.statements].flatMap(
    ({ finds }) => finds as object[],
  ).length;

describe("words", () => {
  it("are found in any of their forms, in Finnish and in Swedish, and marked", async () => {
    for (const words of ["järjestö", "järjestöjen", "JÄRJESTÖILLE", "järjestöissä"])
      expect(await labels(words), words).toEqual(["Järjestöjen kohtaamispaikat täällä"]);
    for (const words of ["vapaaehtoisuus", "vapaaehtoisuuden", "vapaaehtoisuutta"])
      expect(await labels(words), words).toEqual(["Liikunta täällä"]);
    for (const words of ["förening", "föreningar", "föreningarnas"]) {
      const { categories } = await search(here.viewer, words);
      expect(
        categories.finds.map(({ excerpt }) => marks(excerpt)),
        words,
      ).toEqual([["Föreningarna"]]);
    }
    const { comments } = await search(here.viewer, "järjestön");
    expect(marks(comments.finds[0]!.excerpt)).toEqual(["järjestöille"]);
  });

  it("are found by their beginnings, together, in quotation marks and one or the other", async () => {
    expect(await labels("kohtaamis")).toHaveLength(1);
    expect((await search(here.viewer, "järjestö")).drafts.finds.map(({ title }) => marks(title))).toEqual([
      ["Järjestöavustukset"],
    ]);
    // The end of a compound, in names.
    const inside = await search(here.viewer, "kohtaamispaikka");
    expect(inside.categories.finds).toHaveLength(1);
    expect((await search(here.viewer, "avustuksen")).drafts.finds.map(({ title }) => marks(title))).toEqual([
      ["avustu"],
    ]);
    expect(await labels("järjestö liikunta")).toEqual([]);
    expect((await labels("järjestö or liikunta")).length).toBe(2);
    expect(await labels('"järjestöjen kohtaamispaikat"')).toHaveLength(1);
    expect(await labels('"kohtaamispaikat järjestöjen"')).toEqual([]);
  });

  it("that cannot be looked for, or that are none, teach how to search", async () => {
    expect((await search(here.viewer, "  ")).state).toBe("nothingTyped");
    for (const words of ["--- !!!", "'\\ & | ! ( ) :* <->"])
      expect((await search(here.viewer, words)).state, words).toBe("noWords");
    expect(total(await search(here.viewer, "olematonsana"))).toBe(0);
    for (const words of ["o'brien & (", "järjestö:*", "\u0000järjestö", "x".repeat(5000)])
      expect((await search(here.viewer, words)).state, words).toBe("found");
  });
});

describe("what is found", () => {
  it("is only what the person may see: nothing of other tables, nothing with an ended or a coming seat", async () => {
    await sendStatement(services, here, { whole: "Järjestöt kannattavat täällä" });
    await sendStatement(services, elsewhere, { whole: "Järjestöt kannattavat muualla" });
    const administrator = await signedIn(services, await addPerson(services, { isAdministrator: true }));
    const seen = async (viewer: Viewer) => {
      const page = await search(viewer, "järjestö");
      return [page.drafts, page.categories, page.comments, page.statements].map(({ finds }) => finds.length);
    };
    for (const world of [here, elsewhere]) {
      const text = JSON.stringify(await search(world.viewer, "järjestö"));
      expect(text).toContain(world === here ? "täällä" : "muualla");
      expect(text).not.toContain(world === here ? "muualla" : "täällä");
      expect(await seen(world.viewer)).toEqual([1, 1, 1, 1]);
    }
    expect(await seen(await seated(services, here.table.id, "observer"))).toEqual([1, 1, 1, 1]);
    expect(await seen(administrator)).toEqual([2, 2, 2, 2]);
    expect(await seen(await seated(services, here.table.id, "secretary", { ends: -1 }))).toEqual([
      0, 0, 0, 0,
    ]);
    expect(await seen(await seated(services, here.table.id, "secretary", { starts: 1 }))).toEqual([
      0, 0, 0, 0,
    ]);
    expect(await seen(await signedIn(services, await addPerson(services)))).toEqual([0, 0, 0, 0]);
  });

  it("is the words of a comment as they stand now, one find a thread", async () => {
    const world = await addSearchWorld(services, "keskustelu");
    await say(services, world.thread, world.viewer.personId, "Toinen sana järjestöistä");
    expect((await search(world.viewer, "järjestö")).comments.finds).toHaveLength(1);
    await database.db
      .insertInto("comment_edits")
      .values({ comment_id: world.comment, body: "Kysymys talkoista" })
      .execute();
    const found = async (words: string) =>
      (await search(world.viewer, words)).comments.finds.map(({ commentId }) => commentId);
    expect(await found("keskustelu")).toEqual([]);
    expect(await found("talkoot")).toEqual([world.comment]);
  });

  it("is of statements only what was sent, of several the last, and neither hashes nor names of fields", async () => {
    const world = await addSearchWorld(services, "lausunto");
    const { viewer, round, table } = world;
    const { id: documentId } = await database.db
      .insertInto("documents")
      .values({ kind: "note", schema_version: 1 })
      .returning("id")
      .executeTakeFirstOrThrow();
    await database.db
      .insertInto("statement_parts")
      .values({ round_id: round.id, party_id: table.party, part: "whole", document_id: documentId })
      .execute();
    const found = async (words: string) =>
      (await search(viewer, words)).statements.finds.map(({ excerpt }) => plain(excerpt));
    expect(await found("omatoimisuus")).toEqual([]);
    await sendStatement(services, world, { whole: "Omatoimisuutta tuetaan" });
    expect(await found("omatoimisuus")).toEqual(["Omatoimisuutta tuetaan"]);
    await sendStatement(services, world, { whole: "Talkoita tuetaan" });
    expect([await found("omatoimisuus"), await found("talkoot")]).toEqual([[], ["Talkoita tuetaan"]]);
    expect([await found("parts"), await found("koodisana")]).toEqual([[], []]);
  });

  it("is shown as text, whatever markup stands in it or is typed to imitate a mark", async () => {
    const world = await addSearchWorld(services, "merkinnät");
    const bad = '<img src=x onerror="alert(1)"> \uE000ei löytö\uE001 talkootyö <script>alert(2)</script>';
    await say(services, world.thread, world.viewer.personId, bad);
    const { comments } = await search(world.viewer, "talkootyö");
    const { excerpt } = comments.finds[0]!;
    expect(marks(excerpt)).toEqual(["talkootyö"]);
    const html = renderToStaticMarkup(MarkedText({ text: excerpt }));
    expect(html.replace(/<\/?(mark|span)>/g, "")).not.toMatch(/[<>]/);
  });

  it(`is ${FINDS_PER_KIND_MAX} of a kind at most, the best first, and says that there is more`, async () => {
    const world = await addSearchWorld(services, "monta");
    await services.documents.transact(
      world.draft.documentId,
      { personId: world.viewer.personId, sessionId: null },
      "edit",
      (doc) =>
        editText(categoryText(doc, "liikunta", "rationale", "fi")!, "Toripäivä. Toripäivä. Toripäivä."),
    );
    const { personId } = world.viewer;
    for (let n = 0; n <= FINDS_PER_KIND_MAX; n++) {
      const { id } = await database.db
        .insertInto("threads")
        .values({
          ...{ table_id: world.table.id, subject_kind: "draft", subject_id: world.draft.id },
          ...{ draft_id: world.draft.id, opened_by: personId },
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await say(
        services,
        id,
        personId,
        n === 3 ? "Toripäivä, toripäivä ja toripäivä" : "Toripäiväkirjat luettu",
      );
    }
    const { comments } = await search(world.viewer, "toripäivä");
    expect([comments.finds.length, comments.more]).toEqual([FINDS_PER_KIND_MAX, true]);
    expect(plain(comments.finds[0]!.excerpt)).toContain("toripäivä ja");
    // And the category that was edited meanwhile is found by its new words, without anybody asking for it.
    await expect
      .poll(async () => (await search(world.viewer, "toripäivä")).categories.finds.length, { timeout: 8000 })
      .toBe(1);
  });
});

describe("the texts of categories", () => {
  it("can all be thrown away, and are made again at the next start, once", async () => {
    const world = await addSearchWorld(services, "uudelleen");
    const indexer = indexerOf();
    await indexer.catchUp();
    const rows = () =>
      database.db
        .selectFrom("category_texts")
        .select(["category_id", "label", "content_hash", "seq"])
        .where("document_id", "=", world.draft.documentId)
        .orderBy("category_id")
        .execute();
    const before = await rows();
    expect(before.map((row) => row.category_id)).toEqual(["kohtaaminen", "liikunta"]);
    await database.db.deleteFrom("category_texts").execute();
    await Promise.all([indexer.catchUp(), indexerOf().catchUp()]); // two servers at once
    expect(await rows()).toEqual(before);
    await indexer.stop();
    await database.db.deleteFrom("category_texts").execute();
    await indexer.catchUp();
    expect(await rows()).toEqual([]); // a stopped one does nothing
  });
});
