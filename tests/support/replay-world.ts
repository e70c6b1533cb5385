/**
 * Two tables of North Karelia as they were before the meeting of 20.5.2022, with a clock that the test moves: the draft is at home at one,
 * the group of municipalities handles it at the other. Users are named by their seats; only participants have the memo's names.
 */
import { randomUUID } from "node:crypto";
import { writeSplit } from "../../app/collab/documents/split-document";
import { writeText } from "../../app/collab/documents/text-document";
import type { Role } from "../../app/domain/policy";
import type { Split } from "../../app/domain/split/split";
import type { ReplayPerson } from "../../db/scenarios/north-karelia/meetings/replay-people";
import { BEFORE } from "../../db/scenarios/north-karelia/meetings/replay-split";
import { MUNICIPALITIES, type SeededParty } from "../../db/scenarios/north-karelia/parties";
import { paragraph } from "../../db/scenarios/text-parts";
import { mayDo } from "../../server/authorize.server";
import { addDraft } from "../../server/commands/drafts/add-draft.server";
import { keepMeeting } from "../../server/commands/meetings/meeting-intents.server";
import { readableDraft } from "../../server/queries/readable-draft.server";
import type { Viewer } from "../../server/session.server";
import { freshDatabase } from "./database";
import { addViewer, openServices } from "./services";

export const MEETING_DAY = "2022-05-20";
/** "13.40" in Finland on the day of the meeting. */
export const finnish = (time: string) => new Date(`${MEETING_DAY}T${time.replace(".", ":")}:00+03:00`);

export type ReplayWorld = Awaited<ReturnType<typeof replayWorld>>;

export async function replayWorld() {
  const database = await freshDatabase();
  const { db } = database;
  let now = finnish("12.00");
  const services = await openServices(database, () => now);
  const { id: regionId } = await db
    .insertInto("regions")
    .values({ slug: "pohjois-karjala", name: JSON.stringify({ fi: "Pohjois-Karjala" }) })
    .returning("id")
    .executeTakeFirstOrThrow();
  const parties = new Map<string, string>();
  for (const party of [...MUNICIPALITIES, REGION_PARTY]) {
    const { id } = await db
      .insertInto("parties")
      .values({
        ...{ region_id: regionId, slug: party.slug, kind: party.kind, name: JSON.stringify(party.name) },
        ...{ genitive: party.genitive, short_name: party.shortName, color: party.color },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    parties.set(party.slug, id);
  }
  const party = (slug: string) => parties.get(slug) ?? "";
  const table = async (slug: string, fi: string, seated: readonly SeededParty[]) => {
    const { id } = await db
      .insertInto("tables")
      .values({
        ...{ region_id: regionId, slug, kind: "municipalCooperationGroup", background: "[]" },
        ...{ name: JSON.stringify({ fi }), purpose: JSON.stringify({ fi: "" }) },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db
      .insertInto("table_parties")
      .values(seated.map((one, position) => ({ table_id: id, party_id: party(one.slug), position })))
      .execute();
    return { id, slug, regionId };
  };
  const home = await table("kumppanuuspoyta", "Järjestöjen kumppanuuspöytä", [
    ...MUNICIPALITIES,
    REGION_PARTY,
  ]);
  const group = await table("kuntayhteistyoryhma", "Kuntayhteistyöryhmä", MUNICIPALITIES);
  const seat = async (role: Role, slug: string | null, at: { id: string }[], speaks = false) => {
    const viewer = await addViewer(database, null);
    for (const { id } of at)
      await db
        .insertInto("memberships")
        .values({
          ...{ person_id: viewer.personId, table_id: id, role, speaks, party_id: slug && party(slug) },
          starts_at: finnish("00.00"),
        })
        .execute();
    return viewer;
  };
  const viewers: Record<string, Viewer> = {
    sihteeri: await seat("secretary", null, [home, group]),
    // The chair gives no party's word, so that each municipality sits once.
    joensuu: await seat("chair", "joensuu", [group], true),
    hyvinvointialue: await seat("preparer", "region", [home], true),
  };
  for (const { slug } of MUNICIPALITIES)
    if (slug !== "joensuu")
      viewers[slug] = await seat(slug === "liperi" ? "viceChair" : "member", slug, [group], true);
  const viewer = (name: string): Viewer => {
    const found = viewers[name];
    if (!found) throw new Error(`Nobody sits as ${name}.`);
    return found;
  };
  const { slug: draft } = await db.transaction().execute((trx) =>
    addDraft(trx, viewer("hyvinvointialue"), {
      ...{ tableId: home.id, title: { fi: "Jaottelu" }, sideNotes: {}, background: [] },
      content: { kind: "split", split: BEFORE },
    }),
  );
  const { document_id: documentId } = await db
    .selectFrom("drafts")
    .select("document_id")
    .where("slug", "=", draft)
    .executeTakeFirstOrThrow();
  /** A form of the meeting's page; its key is new unless one is given. */
  const send = (name: string, slug: string, fields: Record<string, string>) => {
    const form = new FormData();
    for (const [field, value] of Object.entries({ key: randomUUID(), ...fields })) form.set(field, value);
    return keepMeeting(services, viewer(name), slug, form);
  };
  const mayEdit = async (name: string) => {
    const { draft: subject, actor } = await readableDraft(services, viewer(name), draft);
    return mayDo(actor, "draft.edit", subject);
  };
  const editorOf = (name: string) => ({ personId: viewer(name).personId, sessionId: null });

  return {
    ...{ database, db, services, home, group, draft, documentId, viewer, party },
    /** It is this time in Finland on the day of the meeting. */
    at: (time: string) => {
      now = finnish(time);
    },
    send,
    /** Whoever sits at the table comes and goes by themselves; the secretary records the others. */
    attend: async (slug: string, person: ReplayPerson, participant: string, what: "arrived" | "left") => {
      const seat = person.role === "secretary" ? "sihteeri" : person.list === "member" ? person.party : null;
      const outcome = seat
        ? await send(seat, slug, { intent: what === "arrived" ? "take-seat" : "leave-seat" })
        : await send("sihteeri", slug, { intent: "record-attendance", participant, what });
      if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
    },
    mayEdit,
    /** The board as somebody leaves it who may edit it at that moment. */
    edit: async (name: string, split: Split) => {
      if (!(await mayEdit(name))) throw new Error(`${name} may not edit the board now`);
      await services.documents.transact(documentId, editorOf(name), "edit", (doc) => writeSplit(doc, split));
    },
    /** The handling as somebody writes it. */
    write: (name: string, handlingId: string, paragraphs: readonly string[]) =>
      services.documents.transact(handlingId, editorOf(name), "edit", (doc) =>
        writeText(doc, { type: "doc", content: paragraphs.map((words) => paragraph(words)) }),
      ),
    close: async () => {
      await services.close();
      await database.close();
    },
  };
}

/** The home table's party that proposes the split. */
const REGION_PARTY: SeededParty = {
  ...{ slug: "region", kind: "region", shortName: "Hyvinvointialue", color: 0 },
  name: { fi: "Pohjois-Karjalan hyvinvointialue" },
  genitive: "Pohjois-Karjalan hyvinvointialueen",
};
