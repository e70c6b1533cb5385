import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import { lockParty, removePreparations } from "./add-positions.server";
import { checkReason, isValue } from "./position-words.server";
import { type Author, liveSubjects, voiceOf } from "./voice.server";

export interface PreparedWords {
  slug: string;
  categoryId: string | null;
  partyId?: string | undefined;
  /** Empty while undecided. */
  value: string;
  reason: string;
}

/**
 * Prepares a position for whoever speaks for the party: any of its people may, and only they see it (rule P3). The latest
 * counts; with neither value nor words it is taken away. Refused as a value for a category that is gone and for a reason
 * that is too long.
 */
export async function preparePosition(
  services: Services,
  author: Author,
  { slug, categoryId, partyId, ...words }: PreparedWords,
): Promise<Outcome> {
  const voice = await voiceOf(services, author, slug, "position.prepare", partyId);
  const live = await liveSubjects(services, voice.draft);
  if (!live.ok) return live;
  if (!live.text(categoryId)) return live.none;
  if (words.value !== "" && !isValue(words.value))
    return { ok: false, error: "positions.errors.valueMissing", field: "value" };
  const reason = checkReason(words.reason);
  if (!reason.ok) return reason;
  const value = isValue(words.value) ? words.value : null;
  const row = {
    value,
    reason: reason.words,
    prepared_by: author.personId,
    prepared_at: services.clock(),
  };
  await services.db.transaction().execute(async (trx) => {
    await lockParty(trx, voice.draft, voice.partyId);
    if (value === null && row.reason === "") await removePreparations(trx, voice, [{ categoryId }]);
    else
      await trx
        .insertInto("position_preparations")
        .values({
          ...{ draft_id: voice.draft.id, party_id: voice.partyId, category_id: categoryId ?? "" },
          ...row,
        })
        .onConflict((conflict) => conflict.columns(["draft_id", "party_id", "category_id"]).doUpdateSet(row))
        .execute();
    await recordAudit(trx, {
      personId: author.personId,
      action: "position.prepared",
      subjectKind: "draft",
      subjectId: voice.draft.id,
      detail: { partyId: voice.partyId, categoryId },
    });
  });
  return { ok: true };
}
