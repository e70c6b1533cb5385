/**
 * Goal: a text is frozen, compared, restored, asked about and given to programs like any other draft, and what differs
 * (suggestions, shown drafts, positions as a whole) holds in the database.
 * Method: real Postgres and the real live documents in this process; suggestions are put into the document as bytes.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readText, writeText } from "../../app/collab/documents/text-document";
import { sha256Hex } from "../../app/domain/split/canonical";
import { canonicalText } from "../../app/domain/text/canonical";
import { textChanges } from "../../app/domain/text/diff-changes";
import { withoutSuggestions } from "../../app/domain/text/suggestions";
import { type BlockNode, TEXT_CHARACTERS_MAX } from "../../app/domain/text/text";
import { ApiDraft, ApiDrafts } from "../../app/protocol/api-answers";
import { changeEditing } from "../../server/commands/drafts/change-editing.server";
import { copyDraft } from "../../server/commands/drafts/copy-draft.server";
import { freezeVersion } from "../../server/commands/drafts/freeze-version.server";
import { restoreVersion } from "../../server/commands/drafts/restore-version.server";
import { recordVisit } from "../../server/commands/notifications/record-visit.server";
import { createDraftIndexer } from "../../server/jobs/index-drafts";
import { apiDraft } from "../../server/queries/api-draft.server";
import { apiDrafts } from "../../server/queries/api-drafts.server";
import { comparePage } from "../../server/queries/compare.server";
import { changedSinceVisit } from "../../server/queries/draft-changes.server";
import { searchPage } from "../../server/queries/search-page.server";
import { textSincePage } from "../../server/queries/text-since.server";
import { restorePage, versionPage, versionsPage } from "../../server/queries/versions.server";
import { openPositionWorld, type PositionWorld, type Seat } from "../support/position-world";
import { statusOf } from "../support/services";
import { A, B, newText, p, suggested, type TextDraft, textOf } from "../support/text-draft";

let world: PositionWorld;
let slug: string;
let draft: TextDraft;
const seat = (name: Seat) => world.seats[name];
const { write, live, freeze, rowOf } = {
  write: (...content: BlockNode[]) => draft.write(...content),
  live: () => draft.live(),
  freeze: (...args: Parameters<TextDraft["freeze"]>) => draft.freeze(...args),
  rowOf: (number: number) => draft.version(number),
};

beforeAll(async () => {
  world = await openPositionWorld();
});
afterAll(async () => {
  await world?.close();
});
beforeEach(async () => {
  draft = await newText(world);
  slug = draft.slug;
});

describe("freezing", () => {
  test("V1: a version is the text's canonical JSON with its hash, and the page opens it", async () => {
    expect(await freeze()).toMatchObject({ ok: true, number: 1 });
    const row = await rowOf(1);
    expect(row.content).toBe(canonicalText(textOf(A, B)));
    expect(row.sha256).toBe(sha256Hex(row.content));
    const page = await versionPage(world.services, seat("observer"), slug, 1);
    expect(page).toMatchObject({ content: { kind: "text", text: textOf(A, B) }, differsFromLive: false });
    expect(page.frame.counts).toEqual({ kind: "text", words: 10 });
  });

  test("V8: open suggestions are counted and refused; without them the text is frozen as it says", async () => {
    await write(A, suggested("yksin"), suggested("heti", "suggestion-2"));
    expect(await freeze()).toMatchObject({
      ok: false,
      error: "drafts.error.openSuggestions",
      field: "withoutSuggestions",
      values: { count: 2 },
    });
    expect(
      await world.db.selectFrom("versions").select("id").where("draft_id", "=", draft.id).execute(),
    ).toEqual([]);
    expect(await freeze("Versio", { withoutSuggestions: true })).toMatchObject({ ok: true });
    const { content } = await rowOf(1);
    expect(content).not.toContain("suggestion");
    expect(content).toContain("Päätöksen tekee hallitus");
    expect(JSON.stringify(await live())).toContain("suggestion-2");
    const page = await versionsPage(world.services, seat("preparer"), slug);
    expect(page).toMatchObject({ isLiveFrozen: true, openSuggestions: 2 });
  });

  test("V9: a shown live draft is frozen as the version that says the same, and refused when it has none", async () => {
    const shown = await world.newDraft();
    const block = (version: number | null): BlockNode => ({
      type: "draftBlock",
      attrs: { slug: shown.slug, version },
    });
    await write(A, block(null));
    expect(await freeze()).toMatchObject({ ok: false, error: "drafts.error.blockLive" });
    await freezeVersion(world.services, seat("preparer"), shown.slug, { label: "Jaottelu", meetingDate: "" });
    expect(await freeze()).toMatchObject({ ok: true });
    expect((await rowOf(1)).content).toBe(canonicalText(textOf(A, block(1))));
    expect(await versionsPage(world.services, seat("preparer"), slug)).toMatchObject({ isLiveFrozen: true });
    await shown.change({ food: { question: { text: "Miksi?" } } });
    expect(await freeze()).toMatchObject({ ok: false, error: "drafts.error.blockLive" });
    await write(A, { type: "draftBlock", attrs: { slug: "ei-ole", version: null } });
    expect(await freeze()).toMatchObject({ ok: false, error: "drafts.error.blockGone" });
  });

  test(`a text of more than ${TEXT_CHARACTERS_MAX} characters is refused`, async () => {
    await write(p("a".repeat(TEXT_CHARACTERS_MAX + 1)));
    expect(await freeze()).toMatchObject({ ok: false, error: "drafts.error.textLong" });
    await write(p("a".repeat(TEXT_CHARACTERS_MAX)));
    expect(await freeze()).toMatchObject({ ok: true });
  });
});

test("a copy starts from what the text says: suggestions stay with their authors", async () => {
  await write(A, suggested("yksin"));
  const copied = await copyDraft(world.services, seat("preparer"), slug, "Kopio");
  if (!copied.ok) throw new Error(copied.error);
  const answer = JSON.parse(await apiDraft(world.services, seat("observer"), copied.slug));
  expect(answer).toMatchObject({ kind: "text", text: withoutSuggestions(await live()) });
});

describe("comparing and restoring", () => {
  test("V5: a version with the live text, by what it says; a stranger gets 404", async () => {
    await freeze();
    await write(A, B, p("Uusi kappale."), suggested("yksin"));
    const { comparison } = await comparePage(world.services, seat("observer"), slug, { from: 1, to: "live" });
    if (comparison?.kind !== "text") throw new Error("no text");
    expect(comparison.openSuggestions).toBe(1);
    expect(textChanges(comparison.entries).map(({ kind, excerpt }) => `${kind} ${excerpt}`)).toEqual([
      "added Uusi kappale.",
      "added Päätöksen tekee hallitus",
    ]);
    expect(await statusOf(comparePage(world.services, seat("stranger"), slug, { from: 1, to: "live" }))).toBe(
      404,
    );
  });

  test("V3: restoring writes forward, and what somebody types at that moment is kept", async () => {
    await freeze();
    await write(A, p("Aivan muuta."));
    const { seq: before } = await world.services.documents.read(draft.documentId);
    const page = await restorePage(world.services, seat("preparer"), slug, 1);
    expect(page).toMatchObject({ difference: { kind: "text" }, openSuggestions: 0 });
    const [{ seq }] = await Promise.all([
      restoreVersion(world.services, seat("preparer"), slug, 1),
      world.services.documents.transact(
        draft.documentId,
        { personId: seat("member").personId, sessionId: null },
        "edit",
        (doc) => writeText(doc, textOf(p("Samaan aikaan kirjoitettu."), ...readText(doc).content)),
      ),
    ]);
    expect(seq).toBeGreaterThan(before);
    const now = canonicalText(await live());
    expect(now).toContain("talousarvio");
    const log = await world.db
      .selectFrom("document_updates")
      .select(["seq", "origin"])
      .where("document_id", "=", draft.documentId)
      .orderBy("seq")
      .execute();
    expect(log.map((row) => Number(row.seq))).toEqual(log.map((_, n) => n + 1));
    expect(log.filter(({ origin }) => origin === "restore")).toHaveLength(1);
    // Whichever came second: both the version's text and the words that were typed after it stand.
    if (log.at(-1)!.origin === "edit") expect(now).toContain("Samaan aikaan");
  });

  test("since a visit: how often others edited it, never counting one's own", async () => {
    await recordVisit(world.services, seat("observer"), slug);
    await recordVisit(world.services, seat("preparer"), slug);
    const { seq } = await world.services.documents.read(draft.documentId);
    await write(A);
    await write(A, B, A);
    const changed = (who: Seat) => changedSinceVisit(world.db, seat(who).personId, [world.table.id]);
    expect((await changed("observer")).filter((one) => one.slug === slug)).toMatchObject([{ sinceSeq: seq }]);
    expect((await changed("observer")).find((one) => one.slug === slug)!.changes).toBeLessThanOrEqual(2);
    expect((await changed("preparer")).filter((one) => one.slug === slug)).toEqual([]);
  });

  test("since a log position: what has changed and who has edited", async () => {
    const { seq } = await world.services.documents.read(draft.documentId);
    await write(A, B, p("Lisätty jälkeenpäin."));
    const page = await textSincePage(world.services, seat("observer"), slug, seq);
    expect(textChanges(page.entries).map(({ excerpt }) => excerpt)).toEqual(["Lisätty jälkeenpäin."]);
    expect(page.editors).toHaveLength(1);
    const nothing = await textSincePage(world.services, seat("observer"), slug, 99_999);
    expect(textChanges(nothing.entries)).toEqual([]);
  });
});

test("programs get the list by their own rights, and a text as canonical JSON, HTML and Markdown", async () => {
  await write(A, suggested("yksin"));
  const list = ApiDrafts.parse(await apiDrafts(world.services, seat("observer")));
  expect(list.drafts.find((one) => one.slug === slug)).toMatchObject({
    ...{ kind: "text", version: null, documentId: draft.documentId },
    table: { slug: world.table.slug },
  });
  expect((await apiDrafts(world.services, seat("stranger"))).drafts).toEqual([]);
  const json = await apiDraft(world.services, seat("observer"), slug);
  const answer = ApiDraft.parse(JSON.parse(json));
  if (answer.kind !== "text") throw new Error("no text");
  expect(json).toContain(canonicalText(await live()));
  expect(answer.html).toContain("<p>Päätöksen tekee hallitus</p>");
  expect(answer.markdown).toContain("Päätöksen tekee hallitus\n");
});

test("search finds a text by words inside it, for who may read it", async () => {
  await write(A, p("Ratsastuskeskuksen vesimittari luetaan neljännesvuosittain."));
  const indexer = createDraftIndexer({
    ...{ db: world.db, log: world.services.log },
    read: (id) => world.services.documents.read(id),
  });
  await indexer.catchUp();
  const find = async (who: Seat) => {
    const page = await searchPage(world.services, seat(who), "vesimittari", "fi");
    return page.state === "found" ? page.texts.finds : [];
  };
  expect(await find("observer")).toMatchObject([{ slug }]);
  expect((await find("observer"))[0]!.excerpt.some(({ found }) => found)).toBe(true);
  expect(await find("stranger")).toEqual([]);
});

test("who edits is changed by those who manage, and only to one of the two", async () => {
  const row = async () =>
    (
      await world.db
        .selectFrom("drafts")
        .select("members_edit")
        .where("slug", "=", slug)
        .executeTakeFirstOrThrow()
    ).members_edit;
  expect(await changeEditing(world.services, seat("preparer"), slug, "membersSuggest")).toMatchObject({
    ok: true,
  });
  expect(await row()).toBe(false);
  expect(await changeEditing(world.services, seat("preparer"), slug, "")).toMatchObject({ ok: false });
  expect(await statusOf(changeEditing(world.services, seat("member"), slug, "membersEdit"))).toBe(403);
  expect(await row()).toBe(false);
});
