import type { SubjectText } from "../../../app/domain/positions/text";
import type { Outcome } from "../../../app/messages/problem";
import type { PositionRefusal } from "../../../app/protocol/positions-data";
import { notFound } from "../../authorize.server";
import { type PositionRow, positionById } from "../../queries/position-rows.server";
import type { Services } from "../../services";
import { addPositions, addTo, type NewPosition, removePreparations } from "./add-positions.server";
import { alreadyGiven, changed } from "./give-all-positions.server";
import { type Author, liveSubjects, voiceOf } from "./voice.server";

export interface KeptPosition {
  slug: string;
  categoryId: string | null;
  partyId?: string | undefined;
  /** Hash of the present text, as it was shown beside the old one. */
  shownHash: string;
  shownText?: string | undefined;
  /** The position that was shown. */
  positionId: string;
}

/**
 * "Pidän kannan": the same value and words on the present text (rule P4). What the party's organ decided was the old
 * text, so that on another one the position is preliminary again (rule P5). Refusals as in giveAllPositions;
 * 404 for a position that is not the party's on this subject.
 */
export async function keepPosition(
  services: Services,
  author: Author,
  { slug, categoryId, partyId, shownHash, shownText, positionId }: KeptPosition,
): Promise<Outcome<{ id: string }> & PositionRefusal> {
  const voice = await voiceOf(services, author, slug, "position.give", partyId);
  const live = await liveSubjects(services, voice.draft);
  if (!live.ok) return live;
  const present = live.text(categoryId);
  if (!present) return live.none;
  if (present.hash !== shownHash) return changed({ shownHash, shownText, categoryId }, present);
  const shown = await positionById(services.db, voice.draft.id, positionId);
  if (!shown?.value || shown.partyId !== voice.partyId || shown.categoryId !== categoryId) throw notFound();
  const [answer] = await addPositions(
    services,
    author,
    voice,
    [{ categoryId, decide: addTo(author, positionId, keptRow(shown, present)) }],
    { action: "position.kept", also: (trx, added) => removePreparations(trx, voice, added) },
  );
  if (!answer!.ok) return alreadyGiven(answer!.refusal, present);
  services.documents.publish(voice.draft.documentId, "positions");
  return { ok: true, id: answer!.id };
}

function keptRow(row: PositionRow, present: SubjectText): NewPosition {
  const { value, reason, organ, section, organDate } = row;
  const isPresent = row.contentHash === present.hash;
  const organWords = isPresent
    ? { organ, section, organDate }
    : { organ: null, section: null, organDate: null };
  return { value, reason, ...organWords, ...present, toldBy: null };
}
