/**
 * Goal: another table's people read a draft from the day their agenda names it, and edit it only while that item is open.
 * Method: two tables, a draft at home at one of them; rows of a meeting of the other; what pages, commands and sockets ask.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MeetingState } from "../../app/domain/meetings/meeting";
import { mayDo } from "../../server/authorize.server";
import { createAccess } from "../../server/collab/access";
import { addDraft } from "../../server/commands/drafts/add-draft.server";
import { handlingNow } from "../../server/queries/handling-now.server";
import { readableDraft } from "../../server/queries/readable-draft.server";
import type { Services } from "../../server/services";
import { freshDatabase, type TestDatabase } from "../support/database";
import { addPerson, addTable, signedIn, sit, testServices } from "../support/people";
import { aCategory } from "../support/splits";

let database: TestDatabase;
let services: Services;
let home: Awaited<ReturnType<typeof addTable>>;
let guest: Awaited<ReturnType<typeof addTable>>;
let draft: Awaited<ReturnType<typeof readableDraft>>["draft"];
let meetingId: string;
let itemId: string;
const people: Record<string, string> = {};

beforeAll(async () => {
  database = await freshDatabase();
  services = testServices(database.db);
  [home, guest] = [await addTable(services, "koti"), await addTable(services, "vieras")];
  for (const role of ["member", "observer", "secretary"] as const) {
    people[role] = await addPerson(services);
    await sit(services, { personId: people[role], tableId: guest.id, role });
  }
  people.host = await addPerson(services);
  await sit(services, { personId: people.host, tableId: home.id, role: "preparer" });
  const host = await signedIn(services, people.host);
  const { slug } = await database.db.transaction().execute((trx) =>
    addDraft(trx, host, {
      ...{ tableId: home.id, title: { fi: "Jaottelu" }, sideNotes: {}, background: [] },
      content: { kind: "split", split: { categories: [aCategory({ id: "culture" })] } },
    }),
  );
  ({ draft } = await readableDraft(services, host, slug));
  const document = async (kind: "note" | "text") =>
    (
      await database.db
        .insertInto("documents")
        .values({ kind, schema_version: 1 })
        .returning("id")
        .executeTakeFirstOrThrow()
    ).id;
  ({ id: meetingId } = await database.db
    .insertInto("meetings")
    .values({
      ...{ table_id: guest.id, slug: "vieras-1-2026", number: 1, year: 2026, starts_at: services.clock() },
      ...{ record_kind: "memo", quorum: "none", document_id: await document("note") },
      created_by: people.secretary!,
    })
    .returning("id")
    .executeTakeFirstOrThrow());
  ({ id: itemId } = await database.db
    .insertInto("agenda_items")
    .values({
      ...{
        meeting_id: meetingId,
        position: 1,
        title: JSON.stringify({ fi: "Jaottelu" }),
        draft_id: draft.id,
      },
      handling_id: await document("text"),
    })
    .returning("id")
    .executeTakeFirstOrThrow());
});
afterAll(() => database.close());

const meetingIs = (state: MeetingState, more: { invited?: boolean; current?: boolean } = {}) =>
  database.db
    .updateTable("meetings")
    .set({
      ...{ state, invited_at: more.invited ? services.clock() : null },
      current_item_id: more.current ? itemId : null,
    })
    .where("id", "=", meetingId)
    .execute();

/** What each of the guest table's people may do: as pages and commands ask, and as a socket that joins. */
async function rights(): Promise<Record<string, [page: string, socket: string]>> {
  const access = createAccess(services);
  const answer: Record<string, [string, string]> = {};
  for (const [who, personId] of Object.entries(people)) {
    const page = await readableDraft(services, { personId }, draft.slug).then(
      ({ draft: read, actor }) => (mayDo(actor, "draft.edit", read) ? "edit" : "read"),
      () => "none",
    );
    const [right] = await access.rights([{ personId, documentId: draft.documentId }]);
    answer[who] = [page, right?.access ?? "none"];
  }
  return answer;
}
const none = ["none", "none"];
const read = ["read", "read"];
const edit = ["edit", "edit"];

test("M3: an agenda that has not gone out opens nothing", async () => {
  await meetingIs("planned");
  expect(await rights()).toEqual({ member: none, observer: none, secretary: none, host: edit });
});

test("M3: with the invitation the draft is read, while its item is open it is edited, afterwards it is read", async () => {
  await meetingIs("planned", { invited: true });
  expect(await rights()).toEqual({ member: read, observer: read, secretary: read, host: edit });
  await meetingIs("open", { current: true });
  expect(await rights()).toEqual({ member: edit, observer: read, secretary: edit, host: edit });
  expect(await handlingNow(database.db, draft.id)).toMatchObject({ slug: "vieras-1-2026", itemNumber: 1 });
  await meetingIs("open");
  expect(await rights()).toEqual({ member: read, observer: read, secretary: read, host: edit });
  expect(await handlingNow(database.db, draft.id)).toBeNull();
  await meetingIs("closed", { current: true });
  expect((await rights()).member).toEqual(read);
});

test("M3: a locked draft, a cancelled meeting and an item that was taken off open nothing", async () => {
  await meetingIs("open", { current: true });
  await database.db.updateTable("drafts").set({ state: "locked" }).where("id", "=", draft.id).execute();
  expect((await rights()).member).toEqual(read);
  await database.db.updateTable("drafts").set({ state: "open" }).where("id", "=", draft.id).execute();
  await meetingIs("cancelled", { invited: true });
  expect((await rights()).member).toEqual(none);
  await meetingIs("open", { current: true });
  const item = database.db.updateTable("agenda_items").where("id", "=", itemId);
  await item.set({ removed_at: services.clock() }).execute();
  expect((await rights()).member).toEqual(none);
  await item.set({ removed_at: null }).execute();
});

test("M3: the meeting's own document is joined and never written; handling is written together while the meeting is open", async () => {
  const documents = await database.db
    .selectFrom("meetings")
    .innerJoin("agenda_items", "agenda_items.meeting_id", "meetings.id")
    .select(["document_id", "handling_id"])
    .where("meetings.id", "=", meetingId)
    .executeTakeFirstOrThrow();
  const outsider = await addPerson(services, { name: randomUUID() });
  const ask = async (documentId: string) => {
    const who = [people.member!, people.observer!, people.secretary!, people.host!, outsider];
    const found = await createAccess(services).rights(who.map((personId) => ({ personId, documentId })));
    return found.map((right) => right?.access ?? "none");
  };
  await meetingIs("open", { current: true });
  expect(await ask(documents.document_id)).toEqual(["read", "read", "read", "none", "none"]);
  expect(await ask(documents.handling_id)).toEqual(["edit", "read", "edit", "none", "none"]);
  await meetingIs("closed");
  expect(await ask(documents.handling_id)).toEqual(["read", "read", "edit", "none", "none"]);
});
