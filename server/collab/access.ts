/** What a person may do with a document now, and how the others see them. The hub's one question to the permission table. */
import type { Kysely } from "kysely";
import { type Actor, can, type DraftSubject } from "../../app/domain/policy";
import type { DocumentAccess, PresentPerson } from "../../app/protocol/collab";
import type { Database } from "../../db/schema/tables";
import { loadActors, loadDraftsOfDocuments } from "../authorize.server";

/** Rights on a document. `reason` says why it is read-only, when it is. */
export interface Right {
  access: DocumentAccess;
  reason?: "role" | "locked" | "archived";
  /** The party the person sits for at the draft's table. */
  partyId: string | null;
}

/** How a seat is told to others: the server's word, never the browser's. */
export type Identity = Pick<PresentPerson, "name" | "partyId" | "party" | "color">;

type Deps = { db: Kysely<Database>; clock: () => Date };

/** The person's right to the document, or null when they may not even know of it. */
export async function readRight(deps: Deps, personId: string, documentId: string): Promise<Right | null> {
  const rights = await readRights(deps, [{ personId, documentId }]);
  return rights[0] ?? null;
}

/** The rights of many seats, in the order given, with three questions to the database however many they are. */
export async function readRights(
  deps: Deps,
  seats: { personId: string; documentId: string }[],
): Promise<(Right | null)[]> {
  const [actors, drafts] = await Promise.all([
    loadActors(deps, [...new Set(seats.map(({ personId }) => personId))]),
    loadDraftsOfDocuments(deps, [...new Set(seats.map(({ documentId }) => documentId))]),
  ]);
  const byPerson = new Map(actors.map((actor) => [actor.personId, actor]));
  const byDocument = new Map(drafts.map((draft) => [draft.documentId, draft]));
  return seats.map(({ personId, documentId }) => {
    const [actor, draft] = [byPerson.get(personId), byDocument.get(documentId)];
    return actor && draft ? rightTo(actor, draft) : null;
  });
}

function rightTo(actor: Actor, draft: DraftSubject): Right | null {
  if (!can(actor, "draft.read", draft)) return null;
  const partyId = actor.seats.find((seat) => seat.tableId === draft.tableId && seat.partyId)?.partyId ?? null;
  if (can(actor, "draft.edit", draft)) return { access: "edit", partyId };
  return { access: "read", reason: readOnlyReason(draft), partyId };
}

function readOnlyReason({ state }: DraftSubject): "role" | "locked" | "archived" {
  return state === "open" ? "role" : state;
}

/** Name, party and colour of a person who sits for the party. */
export async function readIdentity({ db }: Deps, name: string, partyId: string | null): Promise<Identity> {
  const party = partyId
    ? await db
        .selectFrom("parties")
        .select(["short_name", "color"])
        .where("id", "=", partyId)
        .executeTakeFirst()
    : undefined;
  return { name, partyId, party: party?.short_name ?? null, color: party?.color ?? 0 };
}
