import { NOTE_SCHEMA_VERSION } from "../../app/collab/documents/note-document";
import { writeText } from "../../app/collab/documents/text-document";
import type { TextDocument } from "../../app/domain/text/text";
import { openPart } from "../../server/commands/statements/open-part.server";
import { type NewRound, openRound } from "../../server/commands/statements/open-round.server";
import { sendStatement } from "../../server/commands/statements/send-statement.server";
import { statementPage } from "../../server/queries/statement-page.server";
import type { Services } from "../../server/services";
import type { Viewer } from "../../server/session.server";
import { freshDatabase, type TestDatabase } from "./database";
import { responseOf } from "./people";
import { openServices } from "./services";

export const DRAFT = "jarjestoavustusten-jaottelu";
export const CATEGORY = "participation-recreation";
export const NOON = "T10:00:00Z";
export const PDF = new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");

export let database: TestDatabase;
export let services: Services & { close(): Promise<void> };
export let now = new Date(`2026-03-02${NOON}`);
/** The demo scenario with a clock that the test moves. */
export async function openStory(): Promise<void> {
  database = await freshDatabase({ scenario: "north-karelia", clock: () => now });
  services = { ...(await openServices(database)), clock: () => now };
}
export async function closeStory(): Promise<void> {
  await services.close();
  await database.close();
}

export const at = (day: string) => {
  now = new Date(`${day}${NOON}`);
};
export async function seat(name: string): Promise<Viewer> {
  const { id } = await database.db
    .selectFrom("persons")
    .select("id")
    .where("demo_seat", "=", name)
    .executeTakeFirstOrThrow();
  return { personId: id, sessionHash: "test", language: "fi" } as Viewer;
}
export async function partyId(slug: string): Promise<string> {
  const { id } = await database.db
    .selectFrom("parties")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  return id;
}
export const statusOf = async (run: () => Promise<unknown>) => (await responseOf(run)).status;

/** A round asked of Liperi and JANE, due on 2026-03-16. */
export async function aRound(more: Partial<NewRound> = {}): Promise<string> {
  at("2026-03-02");
  const outcome = await openRound(services, await seat("sihteeri"), DRAFT, {
    ...{ version: 2, title: "Lausunto jaottelusta", background: "", dueOn: "2026-03-16", questions: [] },
    recipients: [await partyId("liperi"), await partyId("jane")],
    ...more,
  });
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.slug;
}

const paragraph = (text: string): TextDocument => ({
  type: "doc",
  content: [{ type: "paragraph", ...(text && { content: [{ type: "text" as const, text }] }) }],
});

/** Writes the part's whole text; words alone are one paragraph. */
export async function write(
  round: string,
  seatName: string,
  part: string,
  text: string | TextDocument,
): Promise<string> {
  const viewer = await seat(seatName);
  const opened = await openPart(services, viewer, round, seatName, part);
  if (!opened.ok) throw new Error(opened.error);
  const editor = { personId: viewer.personId, sessionId: null };
  await services.documents.transact(opened.documentId, editor, "edit", (doc) =>
    writeText(doc, typeof text === "string" ? paragraph(text) : text),
  );
  return opened.documentId;
}

/** A part as it was begun before texts had a form: a plain note. */
export async function beginNote(slug: string, party: string, part: string): Promise<string> {
  const { id: documentId } = await database.db
    .insertInto("documents")
    .values({ kind: "note", schema_version: NOTE_SCHEMA_VERSION })
    .returning("id")
    .executeTakeFirstOrThrow();
  const round = await database.db
    .selectFrom("statement_rounds")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  await database.db
    .insertInto("statement_parts")
    .values({ round_id: round.id, party_id: await partyId(party), part, document_id: documentId })
    .execute();
  return documentId;
}

export async function send(round: string, party: string, given: { organ?: string; seen?: string } = {}) {
  const viewer = await seat(party);
  const { draft } = await statementPage(services, viewer, round, party);
  const confirmed = { organ: "Kunnanhallitus", section: "12", organDate: "2026-03-01" };
  return sendStatement(services, viewer, round, party, { ...confirmed, seen: draft?.hash ?? "", ...given });
}

export const told = async (kind: string, subject: string) =>
  (
    await database.db
      .selectFrom("notifications")
      .innerJoin("persons", "persons.id", "notifications.person_id")
      .innerJoin("statement_rounds", "statement_rounds.id", "notifications.subject_id")
      .select("persons.demo_seat as seat")
      .where("kind", "=", kind as never)
      .where("statement_rounds.slug", "=", subject)
      .orderBy("seat")
      .execute()
  ).map((row) => row.seat);
