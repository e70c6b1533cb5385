/** Someone of every kind around a table and its draft, made anew for each question, so that no answer changes the next. */
import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { DraftState, Role } from "../../app/domain/policy";
import { canonicalSplit, sha256Hex } from "../../app/domain/split/canonical";
import { KEPT as BACKED_UP } from "../../db/backup/tables";
import type { Database } from "../../db/schema/tables";
import { addDraft } from "../../server/commands/drafts/add-draft.server";
import { hashInvitationToken } from "../../server/commands/invitations/invitation-token.server";
import type { Services } from "../../server/services";
import type { Viewer } from "../../server/session.server";
import { addPerson, addTable, signedIn, sit } from "./people";
import { addDecisionPlace } from "./rights/decision-place";
import { addTalk } from "./rights/discussion-world";
import { addInitiatives } from "./rights/initiatives-world";
import { addMeetingPlace } from "./rights/meeting-place";
import { addSealedPlace } from "./rights/sealed-place";
import { addText } from "./rights/text-place";
import { addRound } from "./rounds";
import { aCategory } from "./splits";

/** Who asks. "ended" sat as secretary until yesterday; "coming" will from tomorrow on. */
export const PEOPLE = [
  "nobody",
  "outsider",
  "ended",
  "coming",
  "observer",
  "member",
  "preparer",
  "chair",
  "secretary",
  "administrator",
] as const;
export type Kind = (typeof PEOPLE)[number];

/** Those with a seat sit for the table's party, the observer apart, and give its word or only prepare it. */
export type Voice = "speaks" | "prepares";

const DAY_MS = 86_400_000;
/** The category that the draft holds. */
export const CATEGORY = "ruoka-apu";
/** What the draft holds. */
export const SPLIT = { categories: [aCategory({ id: CATEGORY, order: "a0" })] };

/** The table of another region where the outsider is the secretary. */
export async function foreignPlace(services: Services) {
  const table = await addTable(services, `muualla-${randomUUID()}`);
  const personId = await addPerson(services, { name: "Muualta" });
  const membership = await sit(services, { personId, tableId: table.id, role: "secretary" });
  const viewer = await signedIn(services, personId);
  const draft = await addOpenDraft(services, viewer, table.id);
  return { table, membership, viewer, draft };
}
export type ForeignPlace = Awaited<ReturnType<typeof foreignPlace>>;

const notMade = <T>() => ({}) as T;

/** A table, its draft in this state, a member and an invitation, and the one who asks. */
export async function placeFor(
  services: Services,
  kind: Kind,
  foreign: ForeignPlace,
  state: DraftState = "open",
  voice?: Voice,
  /** Parts of a place that most questions do without. */
  needs: ReadonlySet<string> = new Set(["talk", "round", "initiative"]),
) {
  const table = await addTable(services, `poyta-${randomUUID()}`);
  const viewer = await viewerOf(services, kind, table, foreign, voice);
  const other = await addPerson(services, { name: "Toinen" });
  const membership = await sit(services, { personId: other, tableId: table.id, role: "member" });
  const secretary = await signedIn(services, other);
  const draft = await addOpenDraft(services, secretary, table.id);
  await services.db.updateTable("drafts").set({ state }).where("slug", "=", draft.slug).execute();
  const talk = needs.has("talk")
    ? await addTalk(services, { tableId: table.id, slug: draft.slug, personId: other })
    : notMade<Awaited<ReturnType<typeof addTalk>>>();
  const round = needs.has("round")
    ? await addRound(services, { draft, table, personId: other })
    : notMade<Awaited<ReturnType<typeof addRound>>>();
  const initiative = needs.has("initiative")
    ? await addInitiatives(services, { tableId: table.id, personId: other })
    : notMade<Awaited<ReturnType<typeof addInitiatives>>>();
  const text = needs.has("text")
    ? await addText(services, secretary, table.id)
    : notMade<Awaited<ReturnType<typeof addText>>>();
  if (text.slug)
    await services.db.updateTable("drafts").set({ state }).where("slug", "=", text.slug).execute();
  const meeting = needs.has("meeting")
    ? await addMeetingPlace(services, { tableId: table.id, draftSlug: draft.slug, personId: other })
    : notMade<Awaited<ReturnType<typeof addMeetingPlace>>>();
  const decision = needs.has("decision")
    ? await addDecisionPlace(services, { draftSlug: draft.slug, secretaryId: other, tableId: table.id })
    : notMade<Awaited<ReturnType<typeof addDecisionPlace>>>();
  const sealed = needs.has("sealed")
    ? await addSealedPlace(services, { draftSlug: draft.slug, secretaryId: other, tableId: table.id })
    : notMade<Awaited<ReturnType<typeof addSealedPlace>>>();
  const invitation = await addInvitation(services, table.id, other);
  return {
    table,
    viewer,
    membership,
    draft,
    invitation,
    talk,
    round,
    initiative,
    meeting,
    decision,
    sealed,
    text,
    foreign,
    otherPerson: other,
    otherSession: secretary.sessionHash,
  };
}
export type Place = Awaited<ReturnType<typeof placeFor>>;

async function viewerOf(
  services: Services,
  kind: Kind,
  { id: tableId, party }: { id: string; party: string },
  foreign: ForeignPlace,
  voice?: Voice,
): Promise<Viewer | null> {
  if (kind === "nobody") return null;
  if (kind === "outsider") return foreign.viewer;
  const personId = await addPerson(services, { name: kind, isAdministrator: kind === "administrator" });
  if (kind !== "administrator") {
    const role: Role = kind === "ended" || kind === "coming" ? "secretary" : kind;
    const partyId = voice && kind !== "observer" ? party : null;
    const seat = await sit(services, {
      personId,
      tableId,
      role,
      partyId,
      speaks: partyId !== null && voice === "speaks",
    });
    const times = services.db.updateTable("memberships").where("id", "=", seat);
    if (kind === "ended") await times.set({ ends_at: new Date(Date.now() - DAY_MS) }).execute();
    if (kind === "coming") await times.set({ starts_at: new Date(Date.now() + DAY_MS) }).execute();
  }
  return signedIn(services, personId);
}

async function addOpenDraft(services: Services, viewer: Viewer, tableId: string) {
  const { slug } = await services.db.transaction().execute((trx) =>
    addDraft(trx, viewer, {
      tableId,
      title: { fi: `Jaottelu ${randomUUID()}` },
      content: { kind: "split", split: SPLIT },
      sideNotes: {},
      background: [],
    }),
  );
  const { id, document_id: documentId } = await services.db
    .selectFrom("drafts")
    .select(["id", "document_id"])
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  const content = canonicalSplit({ categories: [aCategory({ id: CATEGORY, order: "b0" })] });
  await services.db
    .insertInto("versions")
    .values({
      ...{ draft_id: id, number: 1, label: "Ensimmäinen", meeting_date: null, seq: 1 },
      ...{ content, sha256: sha256Hex(content), frozen_by: viewer.personId },
    })
    .execute();
  return { slug, documentId };
}

/** An open invitation to sit as an observer. */
async function addInvitation(services: Services, tableId: string, createdBy: string) {
  const token = randomUUID();
  const { id } = await services.db
    .insertInto("invitations")
    .values({
      ...{ table_id: tableId, party_id: null, role: "observer", speaks: false, created_by: createdBy },
      ...{ token_hash: hashInvitationToken(token), expires_at: new Date(Date.now() + DAY_MS) },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, token };
}

/** They follow from the log, some time later. */
const DERIVED: ReadonlySet<string> = new Set(["change_events", "documents", "text_suggestions"]);
/** What a refusal must leave as it was. */
const KEPT = [...BACKED_UP.filter((name) => !DERIVED.has(name)), "sessions"];

/**
 * The rows of every table as text that changes when any of them is added, changed or deleted: their number, and the sum of
 * the transactions that wrote them. Reading what they hold would take longer than all that is asked here.
 */
export async function rowsNow(db: Kysely<Database>): Promise<string> {
  const parts = KEPT.map(
    (table) =>
      `select '${table}' as t, count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) as rows from ${table}`,
  );
  const { rows } = await sql<{ t: string; rows: string }>`${sql.raw(parts.join(" union all "))}`.execute(db);
  return rows
    .map((row) => `${row.t} ${row.rows}`)
    .sort()
    .join("\n");
}
