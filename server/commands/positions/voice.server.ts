/** Who speaks about which draft, and the text that is spoken about. */
import { readSplit } from "../../../app/collab/documents/split-document";
import type { Split } from "../../../app/domain/split/split";
import type { Refused } from "../../../app/messages/problem";
import { mayDo, notAllowed } from "../../authorize.server";
import { readableDraft } from "../../queries/readable-draft.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/** The author of a command: from the session, or from a mailed link of theirs. */
export type Author = Pick<Viewer, "personId">;
export type Draft = Awaited<ReturnType<typeof readableDraft>>["draft"];

export interface Voice {
  draft: Draft;
  partyId: string;
}

/**
 * The draft and the party for which the author may do this: the one named, or the one that they speak (or sit) for at the
 * table. 404 for a draft they may not read, 403 without such a party.
 */
export async function voiceOf(
  services: Services,
  author: Author,
  slug: string,
  action: "position.give" | "position.prepare",
  partyId?: string,
): Promise<Voice> {
  const { draft, actor } = await readableDraft(services, author, slug);
  const seats = actor.seats.filter((seat) => seat.tableId === draft.tableId && seat.partyId !== null);
  const asked = partyId ?? (seats.find(({ speaks }) => speaks) ?? seats[0])?.partyId;
  if (!asked || !mayDo(actor, action, { ...draft, partyId: asked })) throw notAllowed();
  return { draft, partyId: asked };
}

/** The committed live split. A document that cannot follow its log carries nothing new. */
export async function liveSplit(
  services: Services,
  draft: Pick<Draft, "documentId">,
): Promise<{ ok: true; split: Split } | Refused> {
  const { doc, quarantined } = await services.documents.read(draft.documentId);
  return quarantined ? { ok: false, error: "drafts.error.quarantined" } : { ok: true, split: readSplit(doc) };
}
