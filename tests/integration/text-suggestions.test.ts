/**
 * Goal: suggestions in a text become part of it once and traceably, or go with a reason, and nothing else is touched.
 * Method: the commands on real Postgres and real live documents; the text, the log and the rows are looked at.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { writeText } from "../../app/collab/documents/text-document";
import { SUGGESTION_REASON_CHARACTERS_MAX } from "../../app/domain/suggestions";
import { plainText } from "../../app/domain/text/reading";
import type { InlineNode, TextMark } from "../../app/domain/text/text";
import { loadActor } from "../../server/authorize.server";
import { acceptTextSuggestions } from "../../server/commands/text-suggestions/accept-text-suggestions.server";
import { declineTextSuggestions } from "../../server/commands/text-suggestions/decline-text-suggestions.server";
import { SETTLED_AT_ONCE_MAX } from "../../server/commands/text-suggestions/settling.server";
import { withdrawTextSuggestions } from "../../server/commands/text-suggestions/withdraw-text-suggestions.server";
import { textSuggestionsPage } from "../../server/queries/text-suggestions.server";
import { waitingFor } from "../../server/queries/waiting-page.server";
import type { Services } from "../../server/services";
import { freshDatabase, type TestDatabase } from "../support/database";
import { openServices, statusOf } from "../support/services";
import { aText, type TextWorld, textWorld } from "../support/text-world";

let database: TestDatabase;
let opened: Services & { close(): Promise<void> };
let world: TextWorld;
beforeAll(async () => {
  database = await freshDatabase();
  opened = await openServices(database);
});
afterAll(async () => {
  await opened?.close();
  await database?.close();
});
beforeEach(async () => {
  world = await textWorld(database, opened, aText("Avustus haetaan kerran vuodessa."));
  await suggested("liperi", [
    ["Avustus haetaan kerran "],
    ["vuodessa", LIPERI_OUT],
    ["kaudessa", LIPERI_IN],
    ["."],
  ]);
  await suggested("jane", [
    ["Avustus haetaan kerran "],
    ...([["vuodessa", LIPERI_OUT], ["kaudessa", LIPERI_IN], [" keväällä", JANE_IN], ["."]] as Words[]),
  ]);
});

const LIPERI_OUT: TextMark = { type: "deletion", attrs: { id: "liperi-1" } };
const LIPERI_IN: TextMark = { type: "insertion", attrs: { id: "liperi-1" } };
const JANE_IN: TextMark = { type: "insertion", attrs: { id: "janejane-1" } };
type Words = [text: string, ...marks: TextMark[]];
/** This person's change of the only paragraph, as the log has it. */
async function suggested(seat: string, words: Words[]) {
  const content: InlineNode[] = words.map(([text, ...marks]) => ({ type: "text", text, marks }));
  const editor = { personId: world.person(seat).personId, sessionId: null };
  await opened.documents.transact(world.draft.documentId, editor, "edit", (doc) =>
    writeText(doc, { type: "doc", content: [{ type: "paragraph", content }] }),
  );
}
const asked = (ids: string[], reason = "") => ({ slug: world.slug, ids, reason });
const accept = (seat: string, ids: string[], reason?: string) =>
  acceptTextSuggestions(world.services, world.person(seat), asked(ids, reason));
const decline = (seat: string, ids: string[], reason = "Ei nyt") =>
  declineTextSuggestions(world.services, world.person(seat), asked(ids, reason));
const withdraw = (seat: string, ids: string[]) =>
  withdrawTextSuggestions(world.services, world.person(seat), asked(ids));
const page = (seat: string) => textSuggestionsPage(world.services, world.person(seat), world.slug);
const words = async () => plainText(await world.live());

test("E3: two parties' suggestions on one passage are shown together, each with its author, and one is accepted", async () => {
  const { waiting } = await page("secretary");
  expect(waiting).toMatchObject([
    {
      ...{ id: "liperi-1", kind: "replacement", removed: "vuodessa", added: "kaudessa", group: 1 },
      ...{ before: "Avustus haetaan kerran ", author: { party: "Liperi", isOwn: false } },
    },
    { id: "janejane-1", kind: "insertion", added: " keväällä", group: 1, author: { party: "JANE" } },
  ]);
  expect(await accept("secretary", ["liperi-1"], "Selkeämpi")).toMatchObject({
    ...{ ok: true, settled: ["liperi-1"], missing: 0 },
  });
  expect(await words()).toBe("Avustus haetaan kerran kaudessa keväällä.");
  const after = await page("liperi");
  expect(after.waiting.map(({ id }) => id)).toEqual(["janejane-1"]);
  expect(after.settled).toMatchObject([
    {
      ...{ id: "liperi-1", fate: "accepted", reason: "Selkeämpi", removed: "vuodessa", added: "kaudessa" },
      ...{ by: "Edustaja secretary", party: "Liperi" },
    },
  ]);
  expect(await world.told()).toEqual(["liperi suggestionSettled"]);
  expect(world.published).toContain("suggestions");
});

test("E3: all at once; declining needs a reason, and gives back the old words", async () => {
  expect(await decline("secretary", ["liperi-1"], " ")).toMatchObject({ ok: false, field: "reason" });
  const long = "x".repeat(SUGGESTION_REASON_CHARACTERS_MAX + 1);
  expect(await decline("secretary", ["liperi-1"], long)).toMatchObject({ ok: false, field: "reason" });
  expect(await accept("secretary", ["liperi-1"], long)).toMatchObject({ ok: false, field: "reason" });
  expect(await accept("secretary", [])).toMatchObject({ ok: false, field: "suggestions" });
  const many = Array.from({ length: SETTLED_AT_ONCE_MAX + 1 }, (_, n) => `ehdotus-${n}`);
  expect(await accept("secretary", many)).toMatchObject({ ok: false, values: { max: SETTLED_AT_ONCE_MAX } });
  expect(await decline("secretary", ["liperi-1", "janejane-1", "ei-ole-1"])).toMatchObject({ missing: 1 });
  expect(await words()).toBe("Avustus haetaan kerran vuodessa.");
  expect(await world.told()).toEqual(["jane suggestionSettled", "liperi suggestionSettled"]);
});

test("E4: settled once: who comes later is told who settled it, or that its words are gone", async () => {
  const answers = await Promise.all([accept("secretary", ["liperi-1"]), decline("secretary", ["liperi-1"])]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const late = answers.find(({ ok }) => !ok)!;
  expect(late).toMatchObject({ values: { name: "Edustaja secretary" } });
  await world.edit((doc) => writeText(doc, aText("Toinen teksti.")));
  const seq = (await opened.documents.read(world.draft.documentId)).seq;
  expect(await accept("secretary", ["janejane-1"])).toEqual({
    ok: false,
    error: "texts.suggesting.error.gone",
  });
  expect((await opened.documents.read(world.draft.documentId)).seq).toBe(seq);
});

test("E4: one's own may be taken back, another's not; a member who may only suggest settles nothing", async () => {
  await database.db
    .updateTable("drafts")
    .set({ members_edit: false })
    .where("id", "=", world.draft.id)
    .execute();
  expect(await statusOf(accept("liperi", ["janejane-1"]))).toBe(403);
  expect(await statusOf(decline("liperi", ["janejane-1"]))).toBe(403);
  expect(await statusOf(withdraw("liperi", ["janejane-1"]))).toBe(403);
  expect(await statusOf(withdraw("liperi", ["liperi-1", "janejane-1"]))).toBe(403);
  expect(await withdraw("liperi", ["liperi-1"])).toMatchObject({ ok: true });
  expect(await words()).toBe("Avustus haetaan kerran vuodessa keväällä.");
  expect(await world.told()).toEqual([]);
});

test("E3: those who prepare see on their home page how many wait", async () => {
  await page("secretary"); // what the worker derives a moment after each commit is derived
  const actor = await loadActor(world.services, world.person("secretary").personId);
  const { suggestions } = await waitingFor(world.services, actor, "fi");
  expect(suggestions).toMatchObject([{ slug: world.slug, count: 2 }]);
});
