import type { PositionValue } from "../../../app/domain/positions/position";
import type { Services } from "../../services";
import { addPositions, type NewPosition, type Step } from "../positions/add-positions.server";
import { type Author, voiceOf } from "../positions/voice.server";

/** Positions of one answer; a form has no more. */
const UNDONE_MAX = 500;

/**
 * Takes an answer back: each party's position on each subject is again what it was before (rule P1: by a new row). Only
 * what this person gave and nobody has answered after. The answer is how many of them were undone.
 */
export async function undoGiven(
  services: Services,
  author: Author,
  { slug, partyId, positionIds }: { slug: string; partyId: string; positionIds: string[] },
): Promise<number> {
  const voice = await voiceOf(services, author, slug, "position.give", partyId);
  const ids = positionIds.slice(0, UNDONE_MAX);
  if (ids.length === 0) return 0;
  const given = await services.db
    .selectFrom("positions")
    .select(["id", "n", "category_id as categoryId", "content_hash as hash", "content"])
    .where("id", "in", ids)
    .where("draft_id", "=", voice.draft.id)
    .where("party_id", "=", partyId)
    .where("given_by", "=", author.personId)
    .where("value", "is not", null)
    .execute();
  const steps = await Promise.all(
    given.map(async ({ id, n, categoryId, hash, content }): Promise<Step<null>> => {
      const before = await services.db
        .selectFrom("positions")
        .select(["value", "reason", "content_hash as hash", "content", "told_by as toldBy"])
        .select(["organ", "section", "organ_date as organDate"])
        .where("draft_id", "=", voice.draft.id)
        .where("party_id", "=", partyId)
        .where("category_id", categoryId === null ? "is" : "=", categoryId)
        .where("n", "<", n)
        .orderBy("n", "desc")
        .limit(1)
        .executeTakeFirst();
      const nothing = {
        value: null as PositionValue | null,
        reason: "",
        organ: null,
        section: null,
        organDate: null,
      };
      const add: NewPosition = before ?? { ...nothing, hash, content, toldBy: null };
      return { categoryId, decide: (latest) => (latest?.id === id ? { add } : { refuse: null }) };
    }),
  );
  const answers = await addPositions(services, author, voice, steps, { action: "position.undone" });
  services.documents.publish(voice.draft.documentId, "positions");
  return answers.filter(({ ok }) => ok).length;
}
