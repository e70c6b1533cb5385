/**
 * Goal: the board's page shows what is committed and what the viewer may do; wishes and history are the
 * server's word. Method: real Postgres and the real live documents in this process; rows are looked at.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { writeSplit } from "../../app/collab/documents/split-document";
import { WISH_CHARACTERS_MAX } from "../../app/protocol/wish-form";
import { createDraft } from "../../server/commands/drafts/create-draft.server";
import { freezeVersion } from "../../server/commands/drafts/freeze-version.server";
import { recordWish } from "../../server/commands/split/record-wish.server";
import { boardPage } from "../../server/queries/board-page.server";
import { categoryHistory } from "../../server/queries/category-history.server";
import type { Viewer } from "../../server/session.server";
import { freshDatabase, type TestDatabase } from "../support/database";
import { addTable, addViewer, openServices, statusOf } from "../support/services";
import { aCategory } from "../support/splits";

const food = aCategory({ id: "food", order: "a0", label: { fi: "Ruoka-apu" } });
const work = aCategory({ id: "work", order: "a1", label: { fi: "Työtoiminta" }, sides: "region" });

let database: TestDatabase;
let services: Awaited<ReturnType<typeof openServices>>;
let preparer: Viewer;
let member: Viewer;
let observer: Viewer;
let stranger: Viewer;
let slug: string;
let documentId: string;

beforeAll(async () => {
  database = await freshDatabase();
  services = await openServices(database);
  const table = await addTable(database, "board-table");
  const other = await addTable(database, "board-other");
  preparer = await addViewer(database, { tableId: table.id, role: "preparer" });
  member = await addViewer(database, { tableId: table.id, role: "member" });
  observer = await addViewer(database, { tableId: table.id, role: "observer" });
  stranger = await addViewer(database, { tableId: other.id, role: "secretary" });
});
afterAll(async () => {
  await services?.close();
  await database?.close();
});

beforeEach(async () => {
  const made = await createDraft(services, preparer, "board-table", {
    title: "Jaottelu",
    source: { kind: "empty" },
  });
  if (!made.ok) throw new Error(made.error);
  slug = made.slug;
  documentId = (await boardPage(services, member, slug)).draft.documentId;
  await write(food);
});

const write = (...categories: (typeof food)[]) =>
  services.documents.transact(documentId, { personId: member.personId, sessionId: null }, "edit", (doc) =>
    writeSplit(doc, { categories }),
  );
const freeze = (label: string) =>
  freezeVersion(services, preparer, slug, { label, meetingDate: "2022-05-20" });
const wishRows = () =>
  database.db.selectFrom("change_remarks").selectAll().where("document_id", "=", documentId).execute();

describe("the page", () => {
  test("shows the committed split, and abilities by role", async () => {
    const page = await boardPage(services, member, slug);
    expect(page.split.categories.map(({ id }) => id)).toEqual(["food"]);
    expect(page.abilities).toEqual({ edit: true, freeze: false, manage: false });
    expect((await boardPage(services, observer, slug)).abilities.edit).toBe(false);
    expect((await boardPage(services, preparer, slug)).abilities).toEqual({
      edit: true,
      freeze: true,
      manage: true,
    });
  });

  test("another table's person gets 404, as for a draft that is not there", async () => {
    expect(await statusOf(boardPage(services, stranger, slug))).toBe(404);
    expect(await statusOf(boardPage(services, member, "nothing-here"))).toBe(404);
    expect(await statusOf(categoryHistory(services, stranger, slug, "food"))).toBe(404);
  });

  test("opens on the changes since the version before the last; the reader may choose another, or none", async () => {
    const since = async (chosen: number | "none" | null) =>
      (await boardPage(services, member, slug, chosen)).since?.number ?? null;
    expect(await since(null)).toBeNull();
    await freeze("Ensimmäinen");
    expect(await since(null)).toBe(1);
    await write(food, work);
    await freeze("Toinen");
    expect(await since(null)).toBe(1);
    expect(await since(2)).toBe(2);
    expect(await since("none")).toBeNull();
    expect((await boardPage(services, member, slug)).since?.split.categories.map(({ id }) => id)).toEqual([
      "food",
    ]);
  });
});

describe("S6: on whose wish", () => {
  const wish = (viewer: Viewer, words: string, categoryId = "food") =>
    recordWish(services, viewer, { slug, categoryId, wish: words });

  test("is a row with its author and the log's position, and the latest is shown", async () => {
    const { seq } = await services.documents.read(documentId);
    await wish(member, "kuntajohtajien toiveesta");
    await wish(preparer, "  Liperin toiveesta ");
    const rows = await wishRows();
    expect(rows.map(({ wish, author_id }) => [wish, author_id])).toEqual([
      ["kuntajohtajien toiveesta", member.personId],
      ["Liperin toiveesta", preparer.personId],
    ]);
    expect(rows.every((row) => Number(row.seq) === seq)).toBe(true);
    expect((await boardPage(services, observer, slug)).wishes).toEqual({ food: "Liperin toiveesta" });
    const [latest] = await categoryHistory(services, observer, slug, "food");
    expect(latest?.change).toEqual({ kind: "wish", wish: "Liperin toiveesta" });
    expect(latest?.person).toBe(preparer.name);
  });

  test("an observer may not record one, another table's person does not even learn of the draft, and no row is left", async () => {
    expect(await statusOf(wish(observer, "tarkkailijan toiveesta"))).toBe(403);
    expect(await statusOf(wish(stranger, "vieraan toiveesta"))).toBe(404);
    expect(await statusOf(wish(member, "olemattoman toiveesta", "nothing-here"))).toBe(404);
    expect(await wishRows()).toEqual([]);
  });

  test("too much or nothing is told as a value, and no row is left", async () => {
    expect(await wish(member, "   ")).toEqual({ ok: false, error: "empty" });
    expect(await wish(member, "x".repeat(WISH_CHARACTERS_MAX + 1))).toEqual({ ok: false, error: "long" });
    expect(await wishRows()).toEqual([]);
  });
});
