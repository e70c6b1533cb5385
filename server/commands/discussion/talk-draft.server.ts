import { mayDo, notFound } from "../../authorize.server";
import type { readableDraft } from "../../queries/readable-draft.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedDraft } from "../drafts/permitted-draft.server";

export type TalkDraft = Awaited<ReturnType<typeof readableDraft>>["draft"];

/** Who speaks on a draft: the person, and the party whose seat it is from. */
export interface Speaker {
  personId: string;
  partyId: string | null;
}

/** The draft and its speaker, if the viewer may comment there; 404 when they may not read it, 403 when they may. */
export async function talkDraft(services: Services, viewer: Viewer, slug: string) {
  const { draft, actor } = await permittedDraft(services, viewer, slug, "draft.comment");
  const seats = actor.seats.filter((seat) => seat.tableId === draft.tableId);
  const partyId = seats.find((seat) => seat.partyId)?.partyId ?? null;
  const speaker: Speaker = { personId: viewer.personId, partyId };
  return { draft, speaker, mayEdit: mayDo(actor, "draft.edit", draft) };
}

/** A thread of this draft. 404 for any other. */
export async function threadOf({ db }: Pick<Services, "db">, draft: { id: string }, threadId: string) {
  const thread = await db
    .selectFrom("threads")
    .select(["id", "subject_kind as subjectKind", "category_id as categoryId", "opened_by as openedBy"])
    .where("id", "=", threadId)
    .where("draft_id", "=", draft.id)
    .executeTakeFirst();
  if (!thread) throw notFound();
  return thread;
}
