/**
 * Goal: drafts are made, copied, renamed, locked and archived by those who may, and by nobody else.
 * Method: real Postgres and the real live documents in this process; after a refusal the rows are counted.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSplit, writeSplit } from "../../app/collab/documents/split-document";
import { canonicalJson, canonicalSplit } from "../../app/domain/split/canonical";
import { changeDraftState } from "../../server/commands/drafts/change-draft-state.server";
import { copyDraft } from "../../server/commands/drafts/copy-draft.server";
import { createDraft } from "../../server/commands/drafts/create-draft.server";
import { freezeVersion } from "../../server/commands/drafts/freeze-version.server";
import { renameDraft } from "../../server/commands/drafts/rename-draft.server";
import { apiDraft } from "../../server/queries/api-draft.server";
import { draftBackgroundPage } from "../../server/queries/draft-background.server";
import { draftSettingsPage } from "../../server/queries/draft-settings.server";
import { newDraftPage } from "../../server/queries/new-draft.server";
import type { Viewer } from "../../server/session.server";
import { freshDatabase, type TestDatabase } from "../support/database";
import { addTable, addViewer, openServices, statusOf } from "../support/services";
import { aCategory } from "../support/splits";

let database: TestDatabase;
let services: Awaited<ReturnType<typeof openServices>>;
let table: Awaited<ReturnType<typeof addTable>>;
let secretary: Viewer;
let member: Viewer;
let observer: Viewer;
let stranger: Viewer;

beforeAll(async () => {
  database = await freshDatabase();
  services = await openServices(database);
  table = await addTable(database, "table");
  const other = await addTable(database, "other");
  secretary = await addViewer(database, { tableId: table.id, role: "secretary" });
  member = await addViewer(database, { tableId: table.id, role: "member" });
  observer = await addViewer(database, { tableId: table.id, role: "observer" });
  stranger = await addViewer(database, { tableId: other.id, role: "secretary" });
});
afterAll(async () => {
  await services?.close();
  await database?.close();
});

const SPLIT = {
  categories: [
    aCategory({ id: "food", label: { fi: "Ruoka-apu", sv: "Mathjälp" } }),
    aCategory({ id: "gone", status: "removed" as const }),
  ],
};

async function newDraft(title = "Jaottelu äö") {
  const made = await createDraft(services, secretary, table.slug, { title, source: { kind: "empty" } });
  if (!made.ok) throw new Error(made.error);
  return made.slug;
}
const row = (slug: string) =>
  database.db.selectFrom("drafts").selectAll().where("slug", "=", slug).executeTakeFirstOrThrow();
const fill = async (slug: string) => {
  const { document_id } = await row(slug);
  const editor = { personId: member.personId, sessionId: null };
  await services.documents.transact(document_id, editor, "edit", (doc) => writeSplit(doc, SPLIT));
};
const contentOf = async (slug: string) =>
  canonicalSplit(readSplit((await services.documents.read((await row(slug)).document_id)).doc));
const count = async () => {
  const of = (name: "drafts" | "documents" | "document_updates" | "audit_events") =>
    database.db
      .selectFrom(name)
      .select((t) => t.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
  const all = await Promise.all([of("drafts"), of("documents"), of("document_updates"), of("audit_events")]);
  return all.map(({ n }) => Number(n));
};

describe("a new draft", () => {
  test("has an address from its title, unique, and an empty split", async () => {
    const [first, second] = [await newDraft(), await newDraft()];
    expect([first, second]).toEqual(["jaottelu-ao", "jaottelu-ao-2"]);
    expect(await contentOf(first!)).toBe('{"categories":[]}');
    expect((await row(first!)).created_by).toBe(secretary.personId);
  });

  test("two at once never get the same address", async () => {
    const slugs = await Promise.all([1, 2, 3, 4, 5].map(() => newDraft("Yhtä aikaa")));
    expect(new Set(slugs).size).toBe(5);
  });

  test("from a draft or from its version has the content, the log starts with a copy, and the source stays", async () => {
    const source = await newDraft("Lähde");
    await fill(source);
    await freezeVersion(services, secretary, source, { label: "Yksi", meetingDate: "" });
    const editor = { personId: member.personId, sessionId: null };
    await services.documents.transact((await row(source)).document_id, editor, "edit", (doc) =>
      writeSplit(doc, { categories: [...SPLIT.categories, aCategory({ id: "new" })] }),
    );
    for (const version of [null, 1]) {
      const made = await createDraft(services, secretary, table.slug, {
        title: "Kopio",
        source: { kind: "draft", slug: source, version },
      });
      if (!made.ok) throw new Error(made.error);
      expect(await contentOf(made.slug)).toBe(version ? canonicalSplit(SPLIT) : await contentOf(source));
      const { document_id } = await row(made.slug);
      const log = await database.db
        .selectFrom("document_updates")
        .select(["seq", "origin", "person_id"])
        .where("document_id", "=", document_id)
        .execute();
      expect(log).toEqual([{ seq: 1, origin: "copy", person_id: secretary.personId }]);
    }
  });

  test("is refused for a member (403), a stranger (404), and from a source that one may not read (404)", async () => {
    const source = await newDraft("Salainen");
    const before = await count();
    const empty = { title: "Luonnos", source: { kind: "empty" } as const };
    expect(await statusOf(createDraft(services, member, table.slug, empty))).toBe(403);
    expect(await statusOf(createDraft(services, stranger, table.slug, empty))).toBe(404);
    const theirs = { title: "Luonnos", source: { kind: "draft", slug: source, version: null } as const };
    expect(await statusOf(createDraft(services, stranger, "other", theirs))).toBe(404);
    expect(await createDraft(services, secretary, table.slug, { ...empty, title: "" })).toMatchObject({
      ok: false,
    });
    expect(
      await createDraft(services, secretary, table.slug, { ...empty, title: "x".repeat(201) }),
    ).toMatchObject({
      ok: false,
      error: "drafts.error.titleLong",
    });
    expect(await count()).toEqual(before);
  });

  test("the page offers the table's drafts and their versions", async () => {
    const page = await newDraftPage(services, secretary, table.slug);
    expect(page.sources.find(({ slug }) => slug === "lahde")?.versions).toEqual([1]);
    expect(await statusOf(newDraftPage(services, member, table.slug))).toBe(403);
    expect(await statusOf(newDraftPage(services, stranger, table.slug))).toBe(404);
  });
});

describe("settings", () => {
  test("a copy, a new name, and the address that stays", async () => {
    const slug = await newDraft("Alku");
    await fill(slug);
    const copy = await copyDraft(services, secretary, slug, "Alku (kopio)");
    expect(copy).toEqual({ ok: true, slug: "alku-kopio" });
    expect(await contentOf("alku-kopio")).toBe(await contentOf(slug));
    expect(await renameDraft(services, secretary, slug, { fi: "Uusi", sv: "Ny", en: "" })).toEqual({
      ok: true,
    });
    expect((await row(slug)).title).toEqual({ fi: "Uusi", sv: "Ny" });
    expect(await renameDraft(services, secretary, slug, { fi: "", sv: "", en: "" })).toMatchObject({
      field: "fi",
    });
  });

  test("locking and archiving go step by step and can be taken back", async () => {
    const slug = await newDraft("Tila");
    const state = async () => (await row(slug)).state;
    for (const [step, after] of [
      ["lock", "locked"],
      ["unlock", "open"],
      ["archive", "archived"],
      ["unarchive", "open"],
    ] as const) {
      expect(await changeDraftState(services, secretary, slug, step)).toEqual({ ok: true });
      expect(await state()).toBe(after);
    }
    expect(await changeDraftState(services, secretary, slug, "unlock")).toEqual({
      ok: false,
      error: "drafts.error.stateChanged",
    });
  });

  test("are refused for a member (403) and a stranger (404), and nothing changes", async () => {
    const slug = await newDraft("Oma");
    const before = [await row(slug), await count()];
    for (const [viewer, status] of [
      [member, 403],
      [observer, 403],
      [stranger, 404],
    ] as const) {
      expect(await statusOf(renameDraft(services, viewer, slug, { fi: "x", sv: "", en: "" }))).toBe(status);
      expect(await statusOf(copyDraft(services, viewer, slug, "x"))).toBe(status);
      expect(await statusOf(changeDraftState(services, viewer, slug, "lock"))).toBe(status);
      expect(await statusOf(draftSettingsPage(services, viewer, slug))).toBe(status);
    }
    expect([await row(slug), await count()]).toEqual(before);
  });
});

describe("for programs", () => {
  test("the live split as canonical JSON, with the latest wish and removed categories", async () => {
    const slug = await newDraft("Rajapinta");
    await fill(slug);
    const { document_id: documentId } = await row(slug);
    const remark = { document_id: documentId, category_id: "food", seq: 1, author_id: member.personId };
    await database.db
      .insertInto("change_remarks")
      .values({ ...remark, wish: "vanha" })
      .execute();
    await database.db
      .insertInto("change_remarks")
      .values({ ...remark, wish: "kuntajohtajat" })
      .execute();
    const text = await apiDraft(services, observer, slug);
    const value = JSON.parse(text);
    expect(text).toBe(canonicalJson(value));
    expect(value).toEqual({
      slug,
      kind: "split",
      documentId,
      title: { fi: "Rajapinta" },
      version: null,
      categories: [
        { ...SPLIT.categories[0], wish: "kuntajohtajat" },
        { ...SPLIT.categories[1], wish: null },
      ],
    });
    await freezeVersion(services, secretary, slug, { label: "Yksi", meetingDate: "" });
    expect(JSON.parse(await apiDraft(services, observer, slug)).version).toBe(1);
    expect(await statusOf(apiDraft(services, stranger, slug))).toBe(404);
    expect(await statusOf(apiDraft(services, observer, "ei-ole"))).toBe(404);
  });

  test("background is for those who may read the draft", async () => {
    const slug = await newDraft("Taustaton");
    expect((await draftBackgroundPage(services, observer, slug)).sections).toEqual([]);
    expect(await statusOf(draftBackgroundPage(services, stranger, slug))).toBe(404);
  });
});
