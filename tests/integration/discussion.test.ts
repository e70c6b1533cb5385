/**
 * Goal: what is said is kept with who, when and for whom, reaches whom it names, and is lost by no refusal.
 * Method: the commands on real Postgres and real live documents with a clock that is moved by hand; rows and
 * notifications are looked at, not answers alone.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setCategoryFields } from "../../app/collab/documents/split-document";
import {
  COMMENT_CHARACTERS_MAX,
  COMMENTS_PER_THREAD_MAX,
  THREADS_PER_DRAFT_MAX,
} from "../../app/domain/discussion/comment";
import { editComment } from "../../server/commands/discussion/edit-comment.server";
import { markRead } from "../../server/commands/discussion/mark-read.server";
import type { NewPlace } from "../../server/commands/discussion/open-thread.server";
import { reply } from "../../server/commands/discussion/reply.server";
import { reopenThread, resolveThread } from "../../server/commands/discussion/settle-thread.server";
import { freezeVersion } from "../../server/commands/drafts/freeze-version.server";
import { boardPage } from "../../server/queries/board-page.server";
import { categoryTalk } from "../../server/queries/category-discussion.server";
import { draftDiscussion } from "../../server/queries/draft-discussion.server";
import { versionPage } from "../../server/queries/versions.server";
import type { Services } from "../../server/services";
import { freshDatabase, type TestDatabase } from "../support/database";
import { openServices, statusOf } from "../support/services";
import { type TalkWorld, talkers, talkWorld } from "../support/talk-world";

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

const { say, answer, seen } = talkers(() => world);
const onFood = async (seat: string) =>
  (await boardPage(world.services, world.person(seat), world.slug)).threadCounts.food;
const rows = async () => {
  const count = async (table: "threads" | "comments" | "comment_edits" | "thread_events") =>
    Number(
      (
        await database.db
          .selectFrom(table)
          .select((of) => of.fn.countAll<number>().as("n"))
          .executeTakeFirstOrThrow()
      ).n,
    );
  return [
    await count("threads"),
    await count("comments"),
    await count("comment_edits"),
    await count("thread_events"),
  ];
};

describe("threads", () => {
  test("C1: begin on the draft, a category or a version, with author, party and time; removed ones too (C6)", async () => {
    await freezeVersion(world.services, world.person("secretary"), world.slug, {
      label: "Yksi",
      meetingDate: "",
    });
    await say("liperi", "Koko luonnoksesta", { kind: "draft" });
    await say("jane", "Luokasta");
    await say("liperi2", "Versiosta", { kind: "version", number: 1 });
    await say("liperi", "Poistetusta", { kind: "category", categoryId: "gone" });
    const { threads } = await seen("secretary");
    expect(threads.map(({ place }) => place)).toEqual([
      { kind: "draft" },
      { kind: "category", categoryId: "food", label: { fi: "Ruoka-apu" }, isRemoved: false },
      { kind: "version", number: 1, label: "Yksi" },
      { kind: "category", categoryId: "gone", label: { fi: "Poistettu" }, isRemoved: true },
    ]);
    expect(threads[1]!.comments[0]).toMatchObject({
      ...{ body: "Luokasta", kind: "question", author: "Edustaja jane", party: "JANE", isExample: false },
      writtenAt: "2026-03-02T10:00:00.000Z",
    });
    const version = await versionPage(world.services, world.person("jane"), world.slug, 1);
    expect(version.discussion.threads.map(({ comments }) => comments[0]!.body)).toEqual(["Versiosta"]);
    expect(world.published).toContain("discussion");
  });

  test("C6: stay and can be answered when their category is removed", async () => {
    const { threadId } = await say("liperi", "Säilyykö tämä?");
    await opened.documents.transact(world.draft.documentId, world.editor, "edit", (doc) =>
      setCategoryFields(doc, "food", { status: "removed" }),
    );
    expect(await answer("jane", threadId, "Säilyy.")).toMatchObject({ ok: true });
    const { threads } = await categoryTalk(world.services, world.person("liperi"), world.slug, "food");
    expect(threads[0]).toMatchObject({ place: { isRemoved: true }, comments: [{}, { body: "Säilyy." }] });
  });

  test("are not opened on what is not there, nor read or answered from another draft", async () => {
    const before = await rows();
    const lost = (place: NewPlace) => statusOf(say("liperi", "Missä?", place));
    expect(await lost({ kind: "category", categoryId: "ei-ole" })).toBe(404);
    expect(await lost({ kind: "version", number: 9 })).toBe(404);
    expect(await rows()).toEqual(before);
    const { threadId, commentId } = await say("liperi", "Täällä");
    const other = await talkWorld(database, opened);
    const [there, slug] = [other.person("liperi"), other.slug];
    expect(await statusOf(reply(other.services, there, slug, { threadId, body: "x" }))).toBe(404);
    expect(await statusOf(editComment(other.services, there, slug, { commentId, body: "x" }))).toBe(404);
    expect(await statusOf(resolveThread(other.services, other.person("secretary"), slug, threadId))).toBe(
      404,
    );
    expect((await draftDiscussion(other.services, there, slug)).threads).toEqual([]);
  });

  test("take no empty words, none over the limit, and no more threads or comments than theirs", async () => {
    const { threadId } = await say("liperi", "x".repeat(COMMENT_CHARACTERS_MAX));
    const before = await rows();
    const long = "x".repeat(COMMENT_CHARACTERS_MAX + 1);
    expect(await answer("liperi", threadId, " \r\n ")).toMatchObject({
      ok: false,
      error: "discussion.error.empty",
    });
    expect(await answer("liperi", threadId, "x".repeat(20_000))).toMatchObject({
      ...{ ok: false, error: "discussion.error.long", field: "body" },
      values: { max: COMMENT_CHARACTERS_MAX, count: 20_000 },
    });
    await expect(say("liperi", long)).rejects.toThrow("discussion.error.long");
    expect(await rows()).toEqual(before);
    const author_id = world.person("jane").personId;
    await database.db
      .insertInto("comments")
      .values(
        Array.from({ length: COMMENTS_PER_THREAD_MAX - 1 }, () => ({
          ...{ thread_id: threadId, kind: "reply" as const, body: "x", author_id },
        })),
      )
      .execute();
    expect(await answer("liperi", threadId, "x")).toMatchObject({ error: "discussion.error.manyComments" });
    await database.db
      .insertInto("threads")
      .values(
        Array.from({ length: THREADS_PER_DRAFT_MAX - 1 }, () => ({
          ...{ table_id: world.table.id, subject_kind: "draft" as const, subject_id: world.draft.id },
          ...{ draft_id: world.draft.id, opened_by: author_id },
        })),
      )
      .execute();
    await expect(say("liperi", "x")).rejects.toThrow("discussion.error.manyThreads");
  });
});

describe("resolving", () => {
  test("C4: by an editor or by who opened it, once; it can be opened again, and a late reply is kept", async () => {
    const { threadId } = await say("liperi", "Valmis?");
    const by = (seat: string, what: typeof resolveThread) =>
      what(world.services, world.person(seat), world.slug, threadId);
    await by("jane", resolveThread);
    await by("liperi", resolveThread);
    const [thread] = (await seen("jane")).threads;
    expect(thread!.resolved).toEqual({ by: "Edustaja jane", at: "2026-03-02T10:00:00.000Z" });
    expect(await onFood("secretary")).toEqual({ open: 0, unread: true });
    expect(await answer("secretary", threadId, "Vielä yksi")).toMatchObject({ ok: true });
    await by("secretary", reopenThread);
    expect((await seen("jane")).threads[0]!.resolved).toBeNull();
    const events = database.db.selectFrom("thread_events").select("kind").where("thread_id", "=", threadId);
    expect((await events.orderBy("n").execute()).map(({ kind }) => kind)).toEqual(["resolved", "reopened"]);
  });

  test("C4: an observer resolves only their own, where the table lets observers comment", async () => {
    const { threadId } = await say("liperi", "Kysymys");
    await expect(statusOf(say("observer", "Saanko?"))).resolves.toBe(403);
    await database.db
      .updateTable("tables")
      .set({ observers_comment: true })
      .where("id", "=", world.table.id)
      .execute();
    const own = await say("observer", "Nyt saan.");
    const settle = (id: string) => resolveThread(world.services, world.person("observer"), world.slug, id);
    expect(await statusOf(settle(threadId))).toBe(403);
    expect(await statusOf(settle(own.threadId))).toBeNull();
    expect((await seen("observer")).threads.map(({ canSettle }) => canSettle)).toEqual([false, true]);
  });
});

describe("what is unread", () => {
  test("C5: is what others wrote after the last reading; reading goes neither back nor past the present", async () => {
    const { threadId } = await say("liperi", "Ensin");
    expect(await onFood("liperi")).toEqual({ open: 1, unread: false });
    expect(await onFood("jane")).toEqual({ open: 1, unread: true });
    const read = (until: string) =>
      markRead(world.services, world.person("jane"), world.slug, { threadId, until: new Date(until) });
    await read("2026-03-02T10:00:00.000Z");
    expect(await onFood("jane")).toEqual({ open: 1, unread: false });
    world.passMinutes(1);
    await answer("liperi2", threadId, "Sitten");
    expect((await seen("jane")).threads[0]!.comments.map(({ isUnread }) => isUnread)).toEqual([false, true]);
    await read("2026-03-02T09:00:00.000Z");
    expect(await onFood("jane")).toMatchObject({ unread: true });
    await read("2099-01-01T00:00:00.000Z");
    expect(await onFood("jane")).toMatchObject({ unread: false });
    world.passMinutes(1);
    await answer("liperi", threadId, "Tulevaisuutta ei luettu");
    expect(await onFood("jane")).toMatchObject({ unread: true });
    // Who answers has read.
    await answer("jane", threadId, "Luin");
    expect((await seen("jane")).threads[0]!.isUnread).toBe(false);
  });

  test("C5: all of a draft can be marked at once, by anyone who reads it", async () => {
    await say("liperi", "Yksi");
    await say("liperi", "Kaksi", { kind: "draft" });
    const until = world.services.clock();
    await markRead(world.services, world.person("observer"), world.slug, { threadId: null, until });
    expect((await seen("observer")).threads.map(({ isUnread }) => isUnread)).toEqual([false, false]);
    expect((await seen("jane")).threads.map(({ isUnread }) => isUnread)).toEqual([true, true]);
    const foreign = markRead(world.services, world.person("stranger"), world.slug, { threadId: null, until });
    expect(await statusOf(foreign)).toBe(404);
  });
});
