/**
 * Goal: the home page and the morning's mail tell what others changed since a person was there, and never one's own edits.
 * Method: change events written as the worker writes them, on real Postgres, with a clock that is moved by hand.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDraft } from "../../server/commands/drafts/add-draft.server";
import { markRead, openNotification } from "../../server/commands/notifications/mark-read.server";
import { recordVisit } from "../../server/commands/notifications/record-visit.server";
import { setLevel } from "../../server/commands/notifications/set-level.server";
import { changedSinceVisit } from "../../server/queries/draft-changes.server";
import { notificationsPage } from "../../server/queries/notifications-page.server";
import { UNREAD_SHOWN_MAX, unreadCount } from "../../server/queries/unread-count.server";
import type { Viewer } from "../../server/session.server";
import { freshDatabase, type TestDatabase } from "../support/database";
import { type MailWorld, mailWorld } from "../support/mail-world";
import { statusOf } from "../support/services";
import { aCategory } from "../support/splits";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function draftOf(world: MailWorld) {
  const { slug } = await database.db.transaction().execute((trx) =>
    addDraft(trx, { personId: world.actor } as Viewer, {
      tableId: world.table.id,
      title: { fi: `Jaottelu ${randomUUID()}` },
      content: { kind: "split", split: { categories: [aCategory({ id: "ruoka-apu", order: "a0" })] } },
      sideNotes: {},
      background: [],
    }),
  );
  const draft = await database.db
    .selectFrom("drafts")
    .select(["id", "document_id as documentId"])
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  let seq = 1;
  /** Somebody changes one field. */
  const change = async (personId: string) => {
    seq++;
    await database.db
      .insertInto("change_events")
      .values({
        ...{ id: randomUUID(), document_id: draft.documentId, category_id: "ruoka-apu", field: "label.fi" },
        ...{ first_seq: seq, last_seq: seq, person_id: personId, before: '"a"', after: '"b"' },
        ...{ started_at: world.now(), ended_at: world.now() },
      })
      .execute();
    await database.db
      .updateTable("documents")
      .set({ last_seq: seq })
      .where("id", "=", draft.documentId)
      .execute();
  };
  return { slug, change };
}

it("counts what others changed since the last visit, and a visit ends it", async () => {
  const world = await mailWorld(database, "2026-10-20T06:00:00Z");
  const { slug, change } = await draftOf(world);
  const changed = () => changedSinceVisit(database.db, world.reader, [world.table.id]);
  await change(world.actor);
  expect(await changed()).toEqual([]); // never been there: everything would be new
  await recordVisit(world.services, { personId: world.reader }, slug);
  expect(await changed()).toEqual([]);
  await change(world.actor);
  await change(world.actor);
  await change(world.reader);
  expect(await changed()).toMatchObject([{ slug, changes: 2, sinceSeq: 2 }]);
  expect(await changedSinceVisit(database.db, world.reader, [])).toEqual([]);
  await recordVisit(world.services, { personId: world.reader }, slug);
  expect(await changed()).toEqual([]);
});

it("tells in the morning what changed since the last digest and was not seen, nothing about one's own edits", async () => {
  const world = await mailWorld(database, "2026-10-20T06:00:00Z");
  const { slug, change } = await draftOf(world);
  await world.work();
  await change(world.reader);
  world.at("2026-10-21T05:00:00Z");
  await world.work();
  expect(world.sent()).toEqual([]);
  await change(world.actor);
  await change(world.actor);
  world.at("2026-10-22T05:00:00Z");
  await world.work();
  await world.work();
  expect(world.sent().length).toBe(1);
  expect(world.sent()[0]!.text).toContain("2 muutosta");
  expect(world.sent()[0]!.text).toContain(`/drafts/${slug}/since?seq=`);
  world.at("2026-10-23T05:00:00Z");
  await world.work();
  expect(world.sent().length).toBe(1);
  await change(world.actor);
  await recordVisit(world.services, { personId: world.reader }, slug);
  world.at("2026-10-26T06:00:00Z");
  await world.work();
  expect(world.sent().length).toBe(1);
});

it("shows notifications to their person alone, marks them read, and keeps a level for each table", async () => {
  const world = await mailWorld(database, "2026-10-20T06:00:00Z");
  const viewer = { personId: world.reader } as Parameters<typeof notificationsPage>[1];
  await world.tell("mention");
  await world.tell("reply");
  const page = () => notificationsPage(world.services, viewer, "fi", null);
  expect((await page()).lines.map(({ isNew }) => isNew)).toEqual([true, true]);
  expect(await unreadCount(database, world.reader)).toBe(2);
  const { id } = (await page()).lines[0]!;
  expect(await statusOf(openNotification(world.services, { personId: world.actor }, id))).toBe(404);
  await markRead(world.services, { personId: world.actor }, "all");
  expect(await unreadCount(database, world.reader)).toBe(2);
  expect(await openNotification(world.services, viewer, id)).toBe(`/tables/${world.table.slug}`);
  expect(await unreadCount(database, world.reader)).toBe(1);
  await markRead(world.services, viewer, "all");
  expect(await unreadCount(database, world.reader)).toBe(0);
  for (let n = 0; n <= UNREAD_SHOWN_MAX + 1; n++) await world.tell("reply");
  expect(await unreadCount(database, world.reader)).toBe(UNREAD_SHOWN_MAX + 1);
  await setLevel(world.services, viewer, world.table.id, "digest");
  expect((await page()).mail.tables).toMatchObject([{ id: world.table.id, level: "digest" }]);
  expect(await statusOf(setLevel(world.services, { personId: world.actor }, world.table.id, "none"))).toBe(
    404,
  );
});
