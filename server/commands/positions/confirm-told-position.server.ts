import type { Outcome } from "../../../app/messages/problem";
import type { PositionRefusal } from "../../../app/protocol/positions-data";
import { notFound } from "../../authorize.server";
import { positionById } from "../../queries/position-rows.server";
import { readableDraft } from "../../queries/readable-draft.server";
import type { Services } from "../../services";
import { addPositions, addTo, removePreparations } from "./add-positions.server";
import { alreadyGiven } from "./give-all-positions.server";
import { type Author, voiceOf } from "./voice.server";

/**
 * The party confirms what was told for it by telephone: the same words on the same text, now its own (rule P7). To correct
 * it, it gives a position. Twice is once. 404 for a position that is not on this draft, 403 for who does not speak for its
 * party; refused as a value when another position came in between.
 */
export async function confirmToldPosition(
  services: Services,
  author: Author,
  { slug, positionId }: { slug: string; positionId: string },
): Promise<Outcome<{ id: string }> & PositionRefusal> {
  const { draft } = await readableDraft(services, author, slug);
  const told = await positionById(services.db, draft.id, positionId);
  if (!told?.toldBy) throw notFound();
  const voice = await voiceOf(services, author, slug, "position.give", told.partyId);
  const { categoryId, value, reason, organ, section, organDate, contentHash: hash, content } = told;
  const own = { value, reason, organ, section, organDate, hash, content, toldBy: null };
  const [answer] = await addPositions(
    services,
    author,
    voice,
    [{ categoryId, decide: addTo(author, positionId, own) }],
    { action: "position.confirmed", also: (trx, added) => removePreparations(trx, voice, added) },
  );
  if (!answer!.ok) return alreadyGiven(answer!.refusal, null);
  services.documents.publish(draft.documentId, "positions");
  return { ok: true, id: answer!.id };
}
