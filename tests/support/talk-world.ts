/** A table where three parties and an observer talk about a draft of three categories, one of them removed. */
import { randomUUID } from "node:crypto";
import { writeSplit } from "../../app/collab/documents/split-document";
import type { Role } from "../../app/domain/policy";
import type { ChangedWhat } from "../../app/protocol/collab";
import { editComment } from "../../server/commands/discussion/edit-comment.server";
import { type NewPlace, openThread } from "../../server/commands/discussion/open-thread.server";
import { reply } from "../../server/commands/discussion/reply.server";
import { createDraft } from "../../server/commands/drafts/create-draft.server";
import { draftDiscussion } from "../../server/queries/draft-discussion.server";
import type { Services } from "../../server/services";
import type { Viewer } from "../../server/session.server";
import type { TestDatabase } from "./database";
import { addTable, addViewer } from "./services";
import { aCategory } from "./splits";

export const FOOD = aCategory({ id: "food", order: "a0", label: { fi: "Ruoka-apu" } });
export const WORK = aCategory({ id: "work", order: "a1", label: { fi: "Työtoiminta" }, sides: "region" });
export const GONE = aCategory({ id: "gone", order: "a2", label: { fi: "Poistettu" }, status: "removed" });

const PARTIES = [
  { slug: "liperi", name: "Liperi", genitive: "Liperin", short: "Liperi" },
  { slug: "jane", name: "Järjestöneuvottelukunta JANE", genitive: "JANEn", short: "JANE" },
  {
    slug: "rescue",
    name: "Pohjois-Karjalan pelastuslaitos",
    genitive: "Pelastuslaitoksen",
    short: "Pelastuslaitos",
  },
];
const SEATS: { seat: string; role: Role; party?: string }[] = [
  { seat: "secretary", role: "secretary" },
  { seat: "liperi", role: "member", party: "liperi" },
  { seat: "liperi2", role: "member", party: "liperi" },
  { seat: "jane", role: "member", party: "jane" },
  { seat: "observer", role: "observer" },
];

/** Everyone at the table, somebody from elsewhere, and services whose clock stands until it is moved. */
export async function talkWorld(database: TestDatabase, opened: Services) {
  let now = new Date("2026-03-02T10:00:00Z");
  const published: ChangedWhat[] = [];
  const documents = Object.assign(Object.create(opened.documents), {
    publish: (_: string, what: ChangedWhat) => void published.push(what),
  });
  const services: Services = { ...opened, documents, clock: () => now };
  const name = randomUUID();
  const table = await addTable(database, name);
  const people: Record<string, Viewer> = {};
  const parties: Record<string, string> = {};
  for (const [position, { slug, genitive, short, ...party }] of PARTIES.entries()) {
    const { id } = await database.db
      .insertInto("parties")
      .values({
        ...{ region_id: table.regionId, slug, kind: "other", name: JSON.stringify({ fi: party.name }) },
        ...{ genitive, short_name: short, color: position },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    parties[slug] = id;
    await database.db
      .insertInto("table_parties")
      .values({ table_id: table.id, party_id: id, position })
      .execute();
  }
  for (const { seat, role, party } of SEATS) {
    const viewer = await addViewer(database, { tableId: table.id, role });
    const { personId } = viewer;
    const called = `Edustaja ${seat}`;
    await database.db.updateTable("persons").set({ name: called }).where("id", "=", personId).execute();
    await database.db
      .updateTable("memberships")
      .set({ party_id: party ? parties[party]! : null, starts_at: new Date(0) })
      .where("person_id", "=", personId)
      .execute();
    people[seat] = { ...viewer, name: called };
  }
  const elsewhere = await addTable(database, `${name}-elsewhere`);
  people.stranger = await addViewer(database, { tableId: elsewhere.id, role: "secretary" });
  const made = await createDraft(services, people.secretary!, table.slug, {
    title: "Jaottelu",
    source: { kind: "empty" },
  });
  if (!made.ok) throw new Error(made.error);
  const draft = await database.db
    .selectFrom("drafts")
    .select(["id", "slug", "document_id as documentId"])
    .where("slug", "=", made.slug)
    .executeTakeFirstOrThrow();
  const editor = { personId: people.secretary!.personId, sessionId: null };
  await services.documents.transact(draft.documentId, editor, "edit", (doc) =>
    writeSplit(doc, { categories: [FOOD, WORK, GONE] }),
  );
  return {
    ...{ services, table, people, parties, draft, slug: draft.slug, published },
    person: (seat: string) => people[seat]!,
    editor,
    passMinutes: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    /** Who was told of what since the last call: "seat kind", in order. */
    told: async () => {
      const rows = await database.db
        .selectFrom("notifications")
        .select(["person_id", "kind", "detail", "subject_id", "category_id"])
        .where("table_id", "=", table.id)
        .where("read_at", "is", null)
        .orderBy("n")
        .execute();
      await database.db
        .updateTable("notifications")
        .set({ read_at: now })
        .where("table_id", "=", table.id)
        .execute();
      const seatOf = (id: string) => Object.keys(people).find((seat) => people[seat]!.personId === id);
      return rows.map((row) => `${seatOf(row.person_id)} ${row.kind}`).sort();
    },
  };
}
export type TalkWorld = Awaited<ReturnType<typeof talkWorld>>;

/** What people at the table do with words, in short. */
export function talkers(world: () => TalkWorld) {
  const who = (seat: string) => [world().services, world().person(seat), world().slug] as const;
  const food: NewPlace = { kind: "category", categoryId: "food" };
  return {
    /** Opens a thread with a question, on the food category unless said. Throws the refusal's key. */
    say: async (seat: string, body: string, place: NewPlace = food) => {
      const said = await openThread(...who(seat), { place, kind: "question", body });
      if (!said.ok) throw new Error(said.error);
      return said;
    },
    answer: (seat: string, threadId: string, body: string) => reply(...who(seat), { threadId, body }),
    edit: (seat: string, commentId: string, body: string) => editComment(...who(seat), { commentId, body }),
    seen: (seat: string) => draftDiscussion(...who(seat)),
  };
}
