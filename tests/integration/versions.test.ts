/**
 * Goal: freezing and restoring keep their promises in the database, and leave nothing behind when refused.
 * Method: real Postgres and the real live documents in this process; rows are looked at, not answers alone.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  categoryText,
  editText,
  readSplit,
  setCategoryFields,
  writeSplit,
} from "../../app/collab/documents/split-document";
import { canonicalSplit, parseCanonicalSplit, sha256Hex } from "../../app/domain/split/canonical";
import type { Split } from "../../app/domain/split/split";
import { changeDraftState } from "../../server/commands/drafts/change-draft-state.server";
import { createDraft } from "../../server/commands/drafts/create-draft.server";
import { freezeVersion } from "../../server/commands/drafts/freeze-version.server";
import { restoreVersion } from "../../server/commands/drafts/restore-version.server";
import { comparePage } from "../../server/queries/compare.server";
import { restorePage, versionPage, versionsPage } from "../../server/queries/versions.server";
import type { Viewer } from "../../server/session.server";
import { freshDatabase, type TestDatabase } from "../support/database";
import { addTable, addViewer, openServices, statusOf } from "../support/services";
import { aCategory } from "../support/splits";

const START: Split = {
  categories: [
    aCategory({ id: "food", order: "a0", label: { fi: "Ruoka-apu" } }),
    aCategory({ id: "work", order: "a1", label: { fi: "Työtoiminta" }, sides: "region" }),
  ],
};

let database: TestDatabase;
let services: Awaited<ReturnType<typeof openServices>>;
let table: Awaited<ReturnType<typeof addTable>>;
let preparer: Viewer;
let member: Viewer;
let observer: Viewer;
let stranger: Viewer;
let slug: string;
let documentId: string;

beforeAll(async () => {
  database = await freshDatabase();
  services = await openServices(database);
  table = await addTable(database, "table");
  const other = await addTable(database, "other");
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
  const made = await createDraft(services, preparer, table.slug, {
    title: "Jaottelu",
    source: { kind: "empty" },
  });
  if (!made.ok) throw new Error(made.error);
  slug = made.slug;
  const row = await database.db
    .selectFrom("drafts")
    .select("document_id")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  documentId = row.document_id;
  await change((doc) => writeSplit(doc, START));
});

type Doc = Parameters<typeof readSplit>[0];
const change = (edit: (doc: Doc) => void) =>
  services.documents.transact(documentId, { personId: member.personId, sessionId: null }, "edit", edit);
const rename = (id: string, text: string) =>
  change((doc) => editText(categoryText(doc, id, "label", "fi")!, text));
const freeze = (viewer: Viewer, label = "Kokous", meetingDate = "2022-05-20") =>
  freezeVersion(services, viewer, slug, { label, meetingDate });
const live = async () => readSplit((await services.documents.read(documentId)).doc);
const rows = () =>
  database.db
    .selectFrom("versions")
    .innerJoin("drafts", "drafts.id", "versions.draft_id")
    .selectAll("versions")
    .where("drafts.slug", "=", slug)
    .orderBy("versions.number")
    .execute();
const log = () =>
  database.db
    .selectFrom("document_updates")
    .select(["seq", "origin", "sha256", "person_id"])
    .where("document_id", "=", documentId)
    .orderBy("seq")
    .execute();
const audited = async (action: string) => {
  const { id } = await database.db
    .selectFrom("drafts")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  const events = database.db.selectFrom("audit_events").select(["detail", "person_id as personId"]);
  return events.where("subject_id", "=", id).where("action", "=", action).execute();
};

describe("freezing", () => {
  test("V1: binds canonical content, its hash and the log position, and says who and when", async () => {
    expect(await freeze(preparer)).toEqual({ ok: true, number: 1 });
    const [row] = await rows();
    expect(row).toMatchObject({
      number: 1,
      label: "Kokous",
      meeting_date: "2022-05-20",
      frozen_by: preparer.personId,
    });
    expect(row!.content).toBe(canonicalSplit(START));
    expect(row!.sha256).toBe(sha256Hex(row!.content));
    expect(row!.seq).toBe((await log()).at(-1)!.seq);
  });

  test("V2: numbers run without gaps, also when several freeze at once, and no version is ever changed", async () => {
    const outcomes = await Promise.all([1, 2, 3, 4].map((n) => freeze(preparer, `Versio ${n}`)));
    expect(outcomes.map((o) => (o.ok ? o.number : null)).sort()).toEqual([1, 2, 3, 4]);
    const [first] = await rows();
    await rename("food", "Ruoka-apu ja keruu");
    await freeze(preparer);
    expect((await rows())[0]).toEqual(first);
    expect((await rows())[4]!.seq).toBeGreaterThan(first!.seq);
    const owner = database.ownerDb.updateTable("versions").set({ label: "x" });
    await expect(owner.where("id", "=", first!.id).execute()).rejects.toThrow("append-only");
  });

  test("S7: an empty label blocks it, names the category, and leaves no row", async () => {
    await rename("food", "");
    const outcome = await freeze(preparer);
    expect(outcome).toMatchObject({
      ok: false,
      error: "drafts.error.emptyLabel",
      blockers: [{ id: "food" }],
    });
    expect(await rows()).toEqual([]);
  });

  test("a missing or over-long label and a wrong date are answered as values", async () => {
    expect(await freeze(preparer, "")).toMatchObject({ ok: false, field: "label" });
    expect(await freeze(preparer, "x".repeat(201))).toMatchObject({ ok: false, field: "label" });
    expect(await freeze(preparer, "Kokous", "2022-02-30")).toMatchObject({ ok: false, field: "meetingDate" });
    expect(await freeze(preparer, "Kokous", "")).toMatchObject({ ok: true });
  });

  test("a member and an observer may not, a stranger does not learn that it exists; nothing is left behind", async () => {
    expect(await statusOf(freeze(member))).toBe(403);
    expect(await statusOf(freeze(observer))).toBe(403);
    expect(await statusOf(freeze(stranger))).toBe(404);
    expect(await rows()).toEqual([]);
    expect(await audited("version.frozen")).toEqual([]);
  });

  test("an archived draft is not frozen; a locked one may be", async () => {
    await changeDraftState(services, preparer, slug, "lock");
    expect(await freeze(preparer)).toMatchObject({ ok: true });
    await changeDraftState(services, preparer, slug, "archive");
    expect(await statusOf(freeze(preparer))).toBe(403);
  });
});

describe("restoring", () => {
  test("V3: makes forward changes: the log grows, every earlier row stays, and the content is the version's", async () => {
    await freeze(preparer);
    await rename("food", "Aivan muuta");
    await change((doc) => setCategoryFields(doc, "work", { sides: "both", question: { text: "Miksi?" } }));
    await change((doc) =>
      writeSplit(doc, { categories: [...readSplit(doc).categories, aCategory({ id: "late" })] }),
    );
    const before = await log();

    const { seq } = await restoreVersion(services, preparer, slug, 1);

    const after = await log();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBe(before.length + 1);
    expect(after.at(-1)).toMatchObject({ seq, origin: "restore", person_id: preparer.personId });
    const split = await live();
    expect(split.categories.find(({ id }) => id === "late")?.status).toBe("removed");
    expect(canonicalSplit({ categories: split.categories.filter(({ id }) => id !== "late") })).toBe(
      canonicalSplit(START),
    );
    expect(await audited("version.restored")).toMatchObject([
      { personId: preparer.personId, detail: { number: 1, seq } },
    ]);
  });

  test("the page that asks shows what would change; nothing when nothing would", async () => {
    await freeze(preparer);
    expect((await restorePage(services, preparer, slug, 1)).difference).toEqual({
      kind: "split",
      changes: [],
    });
    await rename("food", "Ruoka");
    const { difference } = await restorePage(services, preparer, slug, 1);
    expect(difference).toMatchObject({
      changes: [{ kind: "renamed", before: { fi: "Ruoka" }, after: { fi: "Ruoka-apu" } }],
    });
  });

  test("is refused for a member, a stranger, a locked draft and an unknown version; the log does not grow", async () => {
    await freeze(preparer);
    const before = await log();
    expect(await statusOf(restoreVersion(services, member, slug, 1))).toBe(403);
    expect(await statusOf(restoreVersion(services, stranger, slug, 1))).toBe(404);
    expect(await statusOf(restoreVersion(services, preparer, slug, 9))).toBe(404);
    await changeDraftState(services, preparer, slug, "lock");
    expect(await statusOf(restoreVersion(services, preparer, slug, 1))).toBe(403);
    expect(await log()).toEqual(before);
  });
});

describe("reading", () => {
  test("an observer reads the list, a version and a comparison; a stranger gets 404", async () => {
    await freeze(preparer, "Ensimmäinen");
    await rename("food", "Ruoka");
    await freeze(preparer, "Toinen");
    const list = await versionsPage(services, observer, slug);
    expect(list.versions.map(({ number, label }) => [number, label])).toEqual([
      [2, "Toinen"],
      [1, "Ensimmäinen"],
    ]);
    expect(list.frame.abilities).toEqual({ edit: false, freeze: false, restore: false, manage: false });
    expect((await versionPage(services, observer, slug, 1)).content).toEqual({
      kind: "split",
      split: parseCanonicalSplit(canonicalSplit(START)),
    });
    const { comparison } = await comparePage(services, observer, slug, { from: 1, to: 2 });
    expect(comparison).toMatchObject({ changes: [{ kind: "renamed" }] });
    for (const attempt of [
      () => versionsPage(services, stranger, slug),
      () => versionPage(services, stranger, slug, 1),
      () => comparePage(services, stranger, slug, { from: null, to: null }),
    ])
      expect(await statusOf(attempt())).toBe(404);
  });

  test("S6: a comparison tells the wishes recorded between the two, and the latest of each category", async () => {
    await freeze(preparer);
    const wish = async (words: string) => {
      const { seq } = await services.documents.read(documentId);
      await database.db
        .insertInto("change_remarks")
        .values({
          document_id: documentId,
          category_id: "work",
          seq,
          wish: words,
          author_id: member.personId,
        })
        .execute();
    };
    await wish("before the version");
    await change((doc) => setCategoryFields(doc, "work", { question: { text: "" } }));
    await wish("kunnat");
    await wish("kuntajohtajat");
    const { comparison } = await comparePage(services, observer, slug, { from: 1, to: "live" });
    expect(comparison).toMatchObject({ wishes: { work: "kuntajohtajat" } });
  });
});
