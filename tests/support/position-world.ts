/** A table of three parties with a draft of three categories, and someone of every kind who speaks of it. */
import { randomUUID } from "node:crypto";
import { readSplit, writeSplit } from "../../app/collab/documents/split-document";
import type { Role } from "../../app/domain/policy";
import { subjectText } from "../../app/domain/positions/text";
import type { Category } from "../../app/domain/split/split";
import type { ChangedWhat } from "../../app/protocol/collab";
import { addDraft } from "../../server/commands/drafts/add-draft.server";
import { givePosition } from "../../server/commands/positions/give-position.server";
import type { Services } from "../../server/services";
import type { Viewer } from "../../server/session.server";
import { freshDatabase, type TestDatabase } from "./database";
import { addTable, addViewer, openServices } from "./services";
import { aCategory } from "./splits";

export const FOOD = aCategory({ id: "food", order: "a0", label: { fi: "Ruoka-apu" } });
export const WORK = aCategory({ id: "work", order: "a1", label: { fi: "Työtoiminta" }, sides: "region" });
export const SPACES = aCategory({ id: "spaces", order: "a2", label: { fi: "Tilat" }, sides: "both" });
const PARTIES = ["liperi", "kitee", "jane"] as const;
type PartySlug = (typeof PARTIES)[number];

/** What a seat at the table is: a role, perhaps for a party, perhaps giving its word. */
interface SeatOf {
  role: Role;
  party?: PartySlug;
  speaks?: boolean;
}
const SEATS = {
  liperi: { role: "member", party: "liperi", speaks: true },
  liperiToo: { role: "member", party: "liperi", speaks: true },
  liperiPrepares: { role: "member", party: "liperi" },
  kitee: { role: "member", party: "kitee", speaks: true },
  jane: { role: "member", party: "jane", speaks: true },
  secretary: { role: "secretary" },
  preparer: { role: "preparer" },
  chair: { role: "chair", party: "kitee" },
  member: { role: "member" },
  observer: { role: "observer" },
} satisfies Record<string, SeatOf>;
export type Seat = keyof typeof SEATS | "stranger" | "administrator";

/** Services whose clock stands, and that remember what was told on documents. */
async function positionWorld(database: TestDatabase, opened: Services) {
  const { db } = database;
  let now = new Date("2026-03-02T10:00:00Z");
  const published: ChangedWhat[] = [];
  const { documents } = opened;
  const services: Services = {
    ...opened,
    clock: () => now,
    documents: {
      read: (id) => documents.read(id),
      transact: (...change) => documents.transact(...change),
      publish: (id, what) => {
        published.push(what);
        documents.publish(id, what);
      },
      recheckAccess: (id) => documents.recheckAccess(id),
      recheckPerson: (id) => documents.recheckPerson(id),
      endSession: (hash) => documents.endSession(hash),
    },
  };
  const table = await addTable(database, `poyta-${randomUUID()}`);
  const party = Object.fromEntries(
    await Promise.all(
      PARTIES.map(async (slug, position) => {
        const { id } = await db
          .insertInto("parties")
          .values({
            ...{ region_id: table.regionId, slug, kind: "municipality", name: JSON.stringify({ fi: slug }) },
            ...{ genitive: `${slug}n`, short_name: slug, color: position },
          })
          .returning("id")
          .executeTakeFirstOrThrow();
        await db.insertInto("table_parties").values({ table_id: table.id, party_id: id, position }).execute();
        return [slug, id] as const;
      }),
    ),
  ) as Record<PartySlug, string>;
  const seats = {} as Record<Seat, Viewer>;
  for (const [name, seat] of Object.entries(SEATS) as [keyof typeof SEATS, SeatOf][]) {
    const viewer = await addViewer(database, null);
    await db
      .insertInto("memberships")
      .values({
        ...{ person_id: viewer.personId, table_id: table.id, role: seat.role, starts_at: new Date(0) },
        ...{ party_id: seat.party ? party[seat.party] : null, speaks: seat.speaks ?? false },
      })
      .execute();
    seats[name] = viewer;
  }
  const elsewhere = await addTable(database, `muualla-${randomUUID()}`);
  seats.stranger = await addViewer(database, { tableId: elsewhere.id, role: "secretary" });
  seats.administrator = await addViewer(database, null);
  await db
    .updateTable("persons")
    .set({ is_administrator: true })
    .where("id", "=", seats.administrator.personId)
    .execute();

  /** A draft of its own for a test. */
  const newDraft = async (categories: Category[] = [FOOD, WORK, SPACES]) => {
    const { slug } = await db.transaction().execute((trx) =>
      addDraft(trx, seats.preparer, {
        tableId: table.id,
        title: { fi: `Jaottelu ${randomUUID()}` },
        content: { kind: "split", split: { categories } },
        sideNotes: {},
        background: [],
      }),
    );
    const draft = await db
      .selectFrom("drafts")
      .select(["id", "document_id as documentId"])
      .where("slug", "=", slug)
      .executeTakeFirstOrThrow();
    const live = async () => readSplit((await documents.read(draft.documentId)).doc);
    return {
      slug,
      ...draft,
      live,
      /** Changes categories by id. */
      change: async (changes: Record<string, Partial<Category>>) => {
        const split = await live();
        const next = split.categories.map((one) => ({ ...one, ...changes[one.id] }));
        const author = { personId: seats.preparer.personId, sessionId: null };
        await documents.transact(draft.documentId, author, "edit", (doc) =>
          writeSplit(doc, { categories: next }),
        );
      },
      /** Hash of the present text. */
      hash: async (categoryId: string | null) => subjectText(await live(), categoryId)!.hash,
      state: (state: "open" | "locked" | "archived") =>
        db.updateTable("drafts").set({ state }).where("id", "=", draft.id).execute(),
      rows: () =>
        db.selectFrom("positions").selectAll().where("draft_id", "=", draft.id).orderBy("n").execute(),
      told: () =>
        db.selectFrom("notifications").selectAll().where("draft_id", "=", draft.id).orderBy("n").execute(),
      audited: () =>
        db
          .selectFrom("audit_events")
          .select(["action", "person_id as personId", "detail"])
          .where("subject_id", "=", draft.id)
          .where("action", "!=", "draft.created")
          .orderBy("id")
          .execute(),
    };
  };
  return {
    services,
    table,
    party,
    seats,
    newDraft,
    published,
    setClock: (time: string) => {
      now = new Date(time);
    },
  };
}
/** All of it in a database of its own. Close it in afterAll. */
export async function openPositionWorld() {
  const database = await freshDatabase();
  const opened = await openServices(database);
  return {
    ...(await positionWorld(database, opened)),
    db: database.db,
    close: async () => {
      await opened.close();
      await database.close();
    },
  };
}
export type PositionWorld = Awaited<ReturnType<typeof openPositionWorld>>;
export type PositionDraft = Awaited<ReturnType<PositionWorld["newDraft"]>>;

export type GivenWords = Partial<Parameters<typeof givePosition>[2]>;

/** A position on "food", on its present text, unless the words tell otherwise. */
export async function give(world: PositionWorld, draft: PositionDraft, seat: Seat, words: GivenWords = {}) {
  const categoryId = words.categoryId === undefined ? FOOD.id : words.categoryId;
  const shownHash = words.shownHash ?? (await draft.hash(categoryId));
  return givePosition(world.services, world.seats[seat], {
    ...{ slug: draft.slug, value: "support", reason: "" },
    ...words,
    ...{ categoryId, shownHash },
  });
}

/** The same where it must go through; the answer is its id. */
export async function given(...args: Parameters<typeof give>): Promise<string> {
  const outcome = await give(...args);
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.id;
}
