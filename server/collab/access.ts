/** What a person may do with a document now, and how the others see them. The hub's one question to the permission table. */
import type { Kysely } from "kysely";
import { can, type DraftSubject } from "../../app/domain/policy";
import type { DocumentAccess, PresentPerson } from "../../app/protocol/collab";
import type { Database } from "../../db/schema/tables";
import { loadActor, loadDraftOfDocument } from "../authorize.server";

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
  const draft = await loadDraftOfDocument(deps, documentId);
  if (!draft) return null;
  const actor = await loadActor(deps, personId);
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
