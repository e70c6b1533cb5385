/**
 * Goal: history says who changed what, derived from the log, and can be made again from it at any time.
 * Method: edits through the real gateway; the stored events are read, thrown away and rebuilt.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { categoryText, editText, setCategoryFields } from "../../app/collab/documents/split-document";
import { addUndoably } from "../../app/collab/documents/undoable-add";
import { LOCAL } from "../../app/collab/origins";
import { createPostgresLog } from "../../server/collab/log/postgres-log";
import { rebuildChanges } from "../../server/jobs/derive-changes";
import { eventually } from "../support/eventually";
import { type LiveServer, startLiveServer } from "../support/live-server";
import { aCategory } from "../support/splits";

let server: LiveServer;
beforeAll(async () => {
  server = await startLiveServer({ limits: { deriveDelay: 20 } });
});
afterAll(() => server.close());

async function events(categoryId?: string) {
  const rows = await server.database.db
    .selectFrom("change_events")
    .selectAll()
    .where("document_id", "=", server.documentId)
    .orderBy("first_seq")
    .orderBy("category_id")
    .orderBy("field")
    .execute();
  return rows
    .filter((row) => !categoryId || row.category_id === categoryId)
    .map(({ id: _id, ...row }) => row);
}

async function derived(): Promise<void> {
  const behind = async () => {
    const row = await server.database.db
      .selectFrom("documents")
      .select(["derived_seq", "last_seq"])
      .where("id", "=", server.documentId)
      .executeTakeFirstOrThrow();
    return row.derived_seq < row.last_seq;
  };
  for (let n = 0; n < 100 && (await behind()); n++) await new Promise((resolve) => setTimeout(resolve, 20));
}

it("derives the seed at start: made at the first update, changed by the meeting at the second", async () => {
  await derived();
  const all = await events();
  expect(all.filter((e) => e.field === "created" && e.first_seq === 1).length).toBeGreaterThan(20);
  const meeting = all.filter((e) => e.first_seq === 2);
  expect(meeting.map((e) => `${e.category_id} ${e.field}`)).toContain("home-living-support status");
  expect(new Set(all.map((e) => e.person_id))).toEqual(new Set([await server.personOf("hyvinvointialue")]));
});

it("joins one person's edits of a field, not those with another's between, and tells the seats", async () => {
  const [liperi, region] = [await server.open("liperi"), await server.open("hyvinvointialue")];
  const told: string[] = [];
  region.connection.onDocument(server.documentId, "changed", ({ what }) => told.push(what));
  const write = async (who: typeof liperi, text: string) => {
    editText(categoryText(who.doc, "events", "label", "fi")!, text, LOCAL);
    await who.whenSaved();
    await derived();
    const other = who === liperi ? region : liperi;
    await eventually(() => categoryText(other.doc, "events", "label", "fi")?.toString() === text, text);
  };
  const original = categoryText(liperi.doc, "events", "label", "fi")!.toString();
  await write(liperi, "A");
  await write(liperi, "AB");
  await write(region, "ABC");
  await write(liperi, "ABCD");
  const labels = (await events("events")).filter((e) => e.field === "label.fi" && e.first_seq > 2);
  expect(labels.map((e) => [e.before, e.after])).toEqual([
    [original, "AB"],
    ["AB", "ABC"],
    ["ABC", "ABCD"],
  ]);
  expect(labels[0]!.last_seq).toBe(labels[0]!.first_seq + 1);
  await eventually(() => told.includes("history"), "the word of it");
});

it("leaves no event of what ends where it began, and tells an added category as created", async () => {
  const liperi = await server.open("liperi");
  const before = (await events("spaces")).length;
  setCategoryFields(liperi.doc, "spaces", { sides: "region" }, LOCAL);
  await liperi.whenSaved();
  await derived();
  expect((await events("spaces")).length).toBe(before + 1);
  setCategoryFields(liperi.doc, "spaces", { sides: "both" }, LOCAL);
  addUndoably(liperi.doc, aCategory({ id: "brand-new", order: "z5" }));
  await liperi.whenSaved();
  await derived();
  expect((await events("spaces")).length).toBe(before);
  const created = await events("brand-new");
  expect(created.map((e) => e.field)).toEqual(["created"]);
  expect(created[0]!.after).toMatchObject({ id: "brand-new", status: "active" });
});

it("rebuilds exactly the same events from the log", async () => {
  const incremental = await events();
  const log = createPostgresLog(server.database.db);
  await rebuildChanges(server.database.db, log, server.documentId);
  expect(await events()).toEqual(incremental);
});
