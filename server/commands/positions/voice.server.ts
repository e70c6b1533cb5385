/** Who speaks about which draft, and the text that is spoken about. */
import type { Refused } from "../../../app/messages/problem";
import { mayDo, notAllowed } from "../../authorize.server";
import { type DraftSubjects, draftSubjects } from "../../queries/draft-subjects.server";
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

/** What positions are given on now. A document that cannot follow its log carries nothing new. */
export async function liveSubjects(
  services: Services,
  draft: Pick<Draft, "id" | "kind" | "documentId">,
): Promise<{ ok: true; text: DraftSubjects["text"]; none: Refused } | Refused> {
  const { subjects, quarantined } = await draftSubjects(services, draft);
  if (quarantined) return { ok: false, error: "drafts.error.quarantined" };
  const error = draft.kind === "text" ? "positions.errors.notFrozen" : "positions.errors.categoryGone";
  return { ok: true, text: subjects.text, none: { ok: false, error } };
}
