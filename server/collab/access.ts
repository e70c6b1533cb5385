/** What a person may do with a document now, and how the others see them. Live editing's one question to the permission table. */
import { type Kysely, sql } from "kysely";
import { type Actor, can } from "../../app/domain/policy";
import type { DocumentAccess, PresentPerson } from "../../app/protocol/collab";
import { PREPARED } from "../../db/prepared";
import type { Database } from "../../db/schema/tables";
import { askTogether } from "../ask-together";
import {
  type DraftOfDocument,
  loadActors,
  loadDraftsOfDocuments,
  loadMeetingsOfDocuments,
  loadStatementsOfDocuments,
  type MeetingOfDocument,
  type StatementPartSubject,
} from "../authorize.server";

/** Rights on a document. `reason` says why it is read-only, when it is. */
export interface Right {
  access: DocumentAccess;
  reason?: "role" | "locked" | "archived";
  /** The party the person sits for at the draft's table, as others see it; null for a person without one. */
  party: { id: string; shortName: string; color: number } | null;
}

/** How a seat is told to others: the server's word, never the browser's. */
export type Identity = Pick<PresentPerson, "name" | "partyId" | "party" | "color">;

/** One person on one document. */
export interface SeatKey {
  personId: string;
  documentId: string;
}

/** Asked by the engine at every join, and again for every seat from time to time. */
export interface Access {
  /** The rights in the order given; null for a document that the person may not even know of. */
  rights(seats: SeatKey[]): Promise<(Right | null)[]>;
}

/** Rights from the database, asked for many seats at once. */
export function createAccess(deps: { db: Kysely<Database>; clock: () => Date }): Access {
  const rightOf = askTogether((seats: readonly SeatKey[]) => readRights(deps, [...seats]));
  return { rights: (seats) => Promise.all(seats.map(rightOf)) };
}

async function readRights(
  deps: { db: Kysely<Database>; clock: () => Date },
  seats: SeatKey[],
): Promise<(Right | null)[]> {
  const documentIds = [...new Set(seats.map(({ documentId }) => documentId))];
  const [actors, drafts] = await Promise.all([
    loadActors(deps, [...new Set(seats.map(({ personId }) => personId))]),
    loadDraftsOfDocuments(deps, documentIds),
  ]);
  // Most documents are drafts' own: the others are asked about only when there are any.
  const others = documentIds.filter((id) => !drafts.some(({ documentId }) => documentId === id));
  const [statements, meetings] = await Promise.all([
    loadStatementsOfDocuments(deps, others),
    loadMeetingsOfDocuments(deps, others),
  ]);
  const byPerson = new Map(actors.map((actor) => [actor.personId, actor]));
  const byDocument = new Map(drafts.map((draft) => [draft.documentId, draft]));
  const byMeeting = new Map(meetings.map((meeting) => [meeting.documentId, meeting]));
  const byPart = new Map(statements.map((part) => [part.documentId, part]));
  const parties = await readParties(
    deps.db,
    actors.flatMap(({ seats: held }) => held.flatMap(({ partyId }) => partyId ?? [])),
  );
  return seats.map(({ personId, documentId }) => {
    const [actor, draft] = [byPerson.get(personId), byDocument.get(documentId)];
    const part = byPart.get(documentId);
    const meeting = byMeeting.get(documentId);
    if (actor && meeting) return rightToMeeting(actor, meeting, parties);
    if (actor && part) return rightToPart(actor, part, parties);
    return actor && draft ? rightTo(actor, draft, parties) : null;
  });
}

type Party = NonNullable<Right["party"]>;

async function readParties(db: Kysely<Database>, ids: string[]): Promise<Map<string, Party>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("parties")
    .modifyFront(sql.raw(PREPARED))
    .select(["id", "short_name as shortName", "color"])
    .where("id", "=", (is) => is.fn.any(is.val([...new Set(ids)])))
    .execute();
  return new Map(rows.map((party) => [party.id, party]));
}

function rightTo(actor: Actor, draft: DraftOfDocument, parties: Map<string, Party>): Right | null {
  if (!can(actor, "draft.read", draft)) return null;
  const partyId = actor.seats.find((seat) => seat.tableId === draft.tableId && seat.partyId)?.partyId ?? null;
  const party = partyId ? (parties.get(partyId) ?? null) : null;
  if (can(actor, "draft.edit", draft)) return { access: "edit", party };
  // Suggestions to a split are rows of their own; in a text they are in the document (rule E1).
  if (draft.kind === "text" && can(actor, "draft.suggest", draft)) return { access: "suggest", party };
  return { access: "read", reason: draft.state === "open" ? "role" : draft.state, party };
}

/** A party's draft statement is its own people's alone, and is not edited once it is sent (rule R2). */
function rightToPart(actor: Actor, part: StatementPartSubject, parties: Map<string, Party>): Right | null {
  if (!can(actor, "statement.prepare", part)) return null;
  const party = parties.get(part.partyId) ?? null;
  return part.open ? { access: "edit", party } : { access: "read", reason: "locked", party };
}

/** A meeting's own document is only joined, to be there and to hear news; handling is written together (settled by "handling.edit"). */
function rightToMeeting(actor: Actor, meeting: MeetingOfDocument, parties: Map<string, Party>): Right | null {
  if (!can(actor, "meeting.read", meeting)) return null;
  const partyId =
    actor.seats.find((seat) => seat.tableId === meeting.tableId && seat.partyId)?.partyId ?? null;
  const party = partyId ? (parties.get(partyId) ?? null) : null;
  if (meeting.isHandling && can(actor, "handling.edit", meeting)) return { access: "edit", party };
  return { access: "read", reason: "role", party };
}

/** The person as others see them on the document. */
export function identityOf(name: string, { party }: Right): Identity {
  return { name, partyId: party?.id ?? null, party: party?.shortName ?? null, color: party?.color ?? 0 };
}
