/**
 * Goal: a suggestion becomes a change once and traceably, or is declined with a reason, and nothing in between.
 * Method: the commands on real Postgres and real live documents; the log, the document and the rows are looked at.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  categoryText,
  editText,
  readSplit,
  setCategoryFields,
} from "../../app/collab/documents/split-document";
import { categoryContentHash } from "../../app/domain/split/canonical";
import { LABEL_CHARACTERS_MAX } from "../../app/domain/split/split";
import { OPEN_SUGGESTIONS_MAX, SUGGESTION_REASON_CHARACTERS_MAX } from "../../app/domain/suggestions";
import { acceptSuggestion } from "../../server/commands/suggestions/accept-suggestion.server";
import { declineSuggestion } from "../../server/commands/suggestions/decline-suggestion.server";
import { type NewSuggestion, suggest } from "../../server/commands/suggestions/suggest.server";
import { withdrawSuggestion } from "../../server/commands/suggestions/withdraw-suggestion.server";
import { boardPage } from "../../server/queries/board-page.server";
import { categoryHistory } from "../../server/queries/category-history.server";
import { suggestionsPage } from "../../server/queries/suggestions-page.server";
import type { Services } from "../../server/services";
import { freshDatabase, type TestDatabase } from "../support/database";
import { openServices, statusOf } from "../support/services";
import { FOOD, type TalkWorld, talkWorld } from "../support/talk-world";

let database: TestDatabase;
let opened: Services & { close(): Promise<void> };
let world: TalkWorld;
beforeAll(async () => {
  database = await freshDatabase();
  opened = await openServices(database);
});
afterAll(async () => {
  await opened?.close();
  await database?.close();
});
beforeEach(async () => {
  world = await talkWorld(database, opened);
});

const RENAME = { kind: "rename", categoryId: "food", label: "Ruoka-apu ja keruu", sides: "", reason: "" };
const ADD = { kind: "add", categoryId: "", label: "Liikunta", sides: "both", reason: "Puuttuu" };
const make = (seat: string, wanted: Partial<NewSuggestion> = {}) =>
  suggest(world.services, world.person(seat), world.slug, { ...RENAME, ...wanted });
async function made(seat: string, wanted: Partial<NewSuggestion> = {}): Promise<string> {
  const answer = await make(seat, wanted);
  if (!answer.ok) throw new Error(answer.error);
  return answer.id;
}
const accept = (seat: string, id: string, seen = "") =>
  acceptSuggestion(world.services, world.person(seat), world.slug, { id, seen });
const decline = (seat: string, id: string, reason = "Ei tällä kertaa") =>
  declineSuggestion(world.services, world.person(seat), world.slug, { id, reason });
const withdraw = (seat: string, id: string) =>
  withdrawSuggestion(world.services, world.person(seat), world.slug, id);
const live = async () => readSplit((await opened.documents.read(world.draft.documentId)).doc).categories;
const food = async () => (await live()).find(({ id }) => id === "food")!;
const page = (seat: string) => suggestionsPage(world.services, world.person(seat), world.slug);
const seqNow = async () => (await opened.documents.read(world.draft.documentId)).seq;
const reword = (label: string) =>
  opened.documents.transact(world.draft.documentId, world.editor, "edit", (doc) =>
    editText(categoryText(doc, "food", "label", "fi")!, label),
  );
/** Everything that a refusal must leave as it was. */
const traces = async () => [
  await seqNow(),
  await database.db.selectFrom("suggestions").selectAll().orderBy("n").execute(),
  await database.db.selectFrom("suggestion_fates").selectAll().orderBy("suggestion_id").execute(),
  await database.db.selectFrom("change_remarks").selectAll().orderBy("id").execute(),
];

describe("suggesting", () => {
  test("G1: keeps the text it was made on, changes nothing yet, and tells those who see that it is settled", async () => {
    const before = await seqNow();
    const id = await made("jane", { reason: "Selkeämpi" });
    expect(await seqNow()).toBe(before);
    expect(await world.told()).toEqual(["secretary suggestionMade"]);
    const { waiting, canSuggest } = await page("jane");
    expect(canSuggest).toBe(true);
    expect(waiting).toMatchObject([
      {
        ...{
          id,
          kind: "rename",
          categoryId: "food",
          author: "Edustaja jane",
          party: "JANE",
          reason: "Selkeämpi",
        },
        ...{
          change: { label: "Ruoka-apu ja keruu" },
          base: { label: "Ruoka-apu" },
          hasChanged: false,
          fate: null,
        },
        ...{ canWithdraw: true, isExample: false },
      },
    ]);
    const row = database.db.selectFrom("suggestions").select("content_hash").where("id", "=", id);
    expect((await row.executeTakeFirstOrThrow()).content_hash).toBe(categoryContentHash(FOOD));
    const { suggestionCounts } = await boardPage(world.services, world.person("liperi"), world.slug);
    expect(suggestionCounts).toEqual({ food: 1 });
    expect(world.published).toContain("suggestions");
  });

  test("G1: what says nothing, too much or of nothing is refused in words, and leaves no row", async () => {
    const before = await traces();
    const refused = async (wanted: Partial<NewSuggestion>) => {
      const answer = await make("jane", wanted);
      return answer.ok ? null : [answer.error.replace("suggestions.error.", ""), answer.field];
    };
    expect(await refused({ kind: "__proto__" })).toEqual(["kindMissing", "kind"]);
    expect(await refused({ categoryId: "" })).toEqual(["categoryMissing", "category"]);
    expect(await refused({ label: " " })).toEqual(["labelEmpty", "label"]);
    expect(await refused({ label: "Ruoka-apu" })).toEqual(["sameLabel", "label"]);
    expect(await refused({ label: "x".repeat(LABEL_CHARACTERS_MAX + 1) })).toEqual(["labelLong", "label"]);
    expect(await refused({ kind: "move", sides: "municipality" })).toEqual(["sameSides", "sides"]);
    expect(await refused({ ...ADD, sides: "nowhere" })).toEqual(["sidesMissing", "sides"]);
    expect(await refused({ kind: "remove", categoryId: "gone" })).toEqual(["alreadyRemoved", undefined]);
    const reason = "x".repeat(SUGGESTION_REASON_CHARACTERS_MAX + 1);
    expect(await refused({ reason })).toEqual(["reasonLong", "reason"]);
    expect(await statusOf(make("jane", { categoryId: "ei-ole" }))).toBe(404);
    expect(await traces()).toEqual(before);
  });

  test("no more wait than the limit", async () => {
    const change = JSON.stringify({ label: "x" });
    const author_id = world.person("jane").personId;
    const row = { draft_id: world.draft.id, kind: "add" as const, change, reason: "", author_id };
    await database.db.insertInto("suggestions").values(Array(OPEN_SUGGESTIONS_MAX).fill(row)).execute();
    expect(await make("liperi")).toMatchObject({ ok: false, error: "suggestions.error.many" });
  });

  test("an observer suggests where the table lets observers comment, and settles nothing", async () => {
    expect(await statusOf(make("observer"))).toBe(403);
    const tables = database.db.updateTable("tables").set({ observers_comment: true });
    await tables.where("id", "=", world.table.id).execute();
    const id = await made("observer");
    expect(await statusOf(accept("observer", id))).toBe(403);
    expect(await statusOf(decline("observer", id))).toBe(403);
    expect(await accept("liperi", id)).toMatchObject({ ok: true });
    const { wishes } = await boardPage(world.services, world.person("liperi"), world.slug);
    expect(wishes).toEqual({ food: "Edustaja observer" });
  });
});

describe("accepting", () => {
  test("G2, S6: is a forward change on the suggester's wish, and each names the other", async () => {
    const id = await made("jane");
    await world.told();
    const before = await seqNow();
    const answer = await accept("liperi", id);
    expect(answer).toEqual({ ok: true, seq: before + 1, categoryId: "food" });
    expect((await food()).label.fi).toBe("Ruoka-apu ja keruu");
    const update = database.db.selectFrom("document_updates").select(["person_id", "origin"]);
    expect(
      await update
        .where("document_id", "=", world.draft.documentId)
        .where("seq", "=", before + 1)
        .executeTakeFirst(),
    ).toEqual({ person_id: world.person("liperi").personId, origin: "edit" });
    const [line] = await categoryHistory(world.services, world.person("jane"), world.slug, "food");
    expect(line).toMatchObject({
      person: "Edustaja liperi",
      change: { kind: "wish", wish: "JANE", suggestionId: id },
    });
    const { settled } = await page("jane");
    expect(settled[0]!.fate).toMatchObject({ fate: "accepted", by: "Edustaja liperi", seq: before + 1 });
    expect(await world.told()).toEqual(["jane suggestionSettled"]);
  });

  test("G2: moves, removes and adds; an added category stands last on its side under the suggestion's id", async () => {
    await accept("liperi", await made("jane", { kind: "move", sides: "both" }));
    expect((await food()).sides).toBe("both");
    await accept("liperi", await made("jane", { kind: "remove" }));
    expect((await food()).status).toBe("removed");
    const id = await made("jane", ADD);
    expect(await accept("liperi", id)).toMatchObject({ ok: true, categoryId: id });
    const added = (await live()).find((category) => category.id === id)!;
    expect(added).toMatchObject({ label: { fi: "Liikunta" }, sides: "both", status: "active" });
    expect(added.order > (await food()).order).toBe(true);
    expect((await page("jane")).settled[0]).toMatchObject({ id, categoryId: id });
  });

  test("G2: of a category that was reworded shows the difference first, and is taken on that text only", async () => {
    const id = await made("jane");
    await reword("Ruoka-apu kunnissa");
    const { waiting } = await page("liperi");
    expect(waiting[0]).toMatchObject({
      ...{ hasChanged: true, base: { label: "Ruoka-apu" }, now: { label: "Ruoka-apu kunnissa" } },
    });
    const before = await traces();
    const refused = { ok: false, error: "suggestions.error.changed" };
    expect(await accept("liperi", id)).toMatchObject(refused);
    const seen = waiting[0]!.now!.hash;
    await reword("Ruoka-apu maaseudulla");
    expect(await accept("liperi", id, seen)).toMatchObject(refused);
    await reword("Ruoka-apu kunnissa");
    expect((await traces()).slice(1)).toEqual(before.slice(1));
    expect(await accept("liperi", id, seen)).toMatchObject({ ok: true });
    expect((await food()).label.fi).toBe("Ruoka-apu ja keruu");
  });

  test("G2: back on the old text asks nothing; a translation or a place is no difference", async () => {
    const id = await made("jane");
    await reword("Jotain muuta");
    await reword("Ruoka-apu");
    await opened.documents.transact(world.draft.documentId, world.editor, "edit", (doc) => {
      editText(categoryText(doc, "food", "label", "sv")!, "Mathjälp");
      setCategoryFields(doc, "food", { order: "a9" });
    });
    expect(await accept("liperi", id)).toMatchObject({ ok: true });
  });

  test("a removed category is not reworded, also when it was confirmed", async () => {
    const id = await made("jane");
    await opened.documents.transact(world.draft.documentId, world.editor, "edit", (doc) =>
      setCategoryFields(doc, "food", { status: "removed" }),
    );
    const before = await traces();
    const seen = categoryContentHash(await food());
    expect(await accept("liperi", id, seen)).toMatchObject({ error: "suggestions.error.categoryRemoved" });
    expect(await traces()).toEqual(before);
  });
});

describe("the fate", () => {
  test("G3: of two who accept at once one does, and the other is told who; an addition is added once", async () => {
    const id = await made("jane", ADD);
    const answers = await Promise.all([
      accept("liperi", id),
      accept("liperi2", id),
      decline("secretary", id),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers)
      if (!answer.ok) expect(answer).toMatchObject({ values: { name: expect.stringMatching(/^Edustaja/) } });
    const fates = database.db.selectFrom("suggestion_fates").select("fate").where("suggestion_id", "=", id);
    const [fate] = await fates.execute();
    const added = (await live()).filter(({ label }) => label.fi === "Liikunta");
    expect(added).toHaveLength(fate?.fate === "accepted" ? 1 : 0);
  });

  test("G3: once settled it is refused by name to everybody after, and nothing changes", async () => {
    const [declined, accepted, taken] = [await made("jane"), await made("jane"), await made("jane")];
    await decline("secretary", declined);
    await accept("liperi", accepted);
    await withdraw("jane", taken);
    const before = await traces();
    const name = (seat: string) => ({ values: { name: `Edustaja ${seat}` } });
    expect(await accept("liperi", declined)).toMatchObject({
      error: "suggestions.error.declined",
      ...name("secretary"),
    });
    expect(await accept("liperi2", accepted)).toMatchObject({
      error: "suggestions.error.accepted",
      ...name("liperi"),
    });
    expect(await withdraw("jane", accepted)).toMatchObject({ error: "suggestions.error.accepted" });
    expect(await decline("liperi", taken)).toMatchObject({
      error: "suggestions.error.withdrawn",
      ...name("jane"),
    });
    expect(await traces()).toEqual(before);
  });

  test("G4: declining needs a reason within the limit, and everyone reads it", async () => {
    const id = await made("jane");
    await world.told();
    expect(await decline("liperi", id, " ")).toMatchObject({
      field: "reason",
      error: "suggestions.error.reasonEmpty",
    });
    const long = "x".repeat(SUGGESTION_REASON_CHARACTERS_MAX + 1);
    expect(await decline("liperi", id, long)).toMatchObject({ error: "suggestions.error.reasonLong" });
    expect((await page("observer")).waiting).toHaveLength(1);
    expect(await decline("liperi", id, "Sovittiin toisin")).toEqual({ ok: true });
    const { settled } = await page("observer");
    expect(settled[0]!.fate).toMatchObject({ fate: "declined", reason: "Sovittiin toisin", seq: null });
    expect((await food()).label.fi).toBe("Ruoka-apu");
    expect(await world.told()).toEqual(["jane suggestionSettled"]);
  });

  test("only its author withdraws it, and nobody settles another draft's", async () => {
    const id = await made("jane");
    const other = await talkWorld(database, opened);
    const before = await traces();
    expect(await statusOf(withdraw("secretary", id))).toBe(403);
    const there = { services: other.services, person: other.person("secretary"), slug: other.slug };
    expect(await statusOf(acceptSuggestion(there.services, there.person, there.slug, { id, seen: "" }))).toBe(
      404,
    );
    expect(await statusOf(accept("stranger", id))).toBe(404);
    expect(await traces()).toEqual(before);
    expect(await withdraw("jane", id)).toEqual({ ok: true });
    expect(await world.told()).toEqual(["secretary suggestionMade"]);
  });
});
