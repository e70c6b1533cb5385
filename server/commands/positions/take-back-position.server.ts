import type { Outcome } from "../../../app/messages/problem";
import type { PositionRefusal } from "../../../app/protocol/positions-data";
import type { PositionRow } from "../../queries/position-rows.server";
import type { Services } from "../../services";
import { addPositions } from "./add-positions.server";
import { alreadyGiven } from "./give-all-positions.server";
import { type Author, voiceOf } from "./voice.server";

export interface TakenBack {
  slug: string;
  categoryId: string | null;
  partyId?: string | undefined;
  /** The position that was shown. */
  positionId: string;
}

/**
 * Takes the party's position back: a row without a value, so that the earlier one stays (rule P1); also where the category
 * is gone. Twice is once. Refused as a value when another position came in between.
 */
export async function takeBackPosition(
  services: Services,
  author: Author,
  { slug, categoryId, partyId, positionId }: TakenBack,
): Promise<Outcome<{ id: string }> & PositionRefusal> {
  const voice = await voiceOf(services, author, slug, "position.give", partyId);
  const [answer] = await addPositions<PositionRow | null>(
    services,
    author,
    voice,
    [
      {
        categoryId,
        decide(latest) {
          if (latest && !latest.value) return { keep: latest };
          if (latest?.id !== positionId) return { refuse: latest };
          const { contentHash: hash, content } = latest;
          const words = { value: null, reason: "", organ: null, section: null, organDate: null };
          return { add: { ...words, hash, content, toldBy: null } };
        },
      },
    ],
    { action: "position.takenBack" },
  );
  if (!answer!.ok) return alreadyGiven(answer!.refusal, null);
  services.documents.publish(voice.draft.documentId, "positions");
  return { ok: true, id: answer!.id };
}
