import { TOLD_BY_CHARACTERS_MAX } from "../../../app/domain/positions/position";
import type { Outcome } from "../../../app/messages/problem";
import type { PositionRefusal } from "../../../app/protocol/positions-data";
import { tell } from "../../events/tell.server";
import { seatedAt } from "../../queries/party-people.server";
import type { Services } from "../../services";
import { permittedDraft } from "../drafts/permitted-draft.server";
import { addPositions, addTo } from "./add-positions.server";
import { alreadyGiven, changed } from "./give-all-positions.server";
import { checkWords, type PositionWords } from "./position-words.server";
import { type Author, liveSubjects } from "./voice.server";

export interface ToldPosition extends PositionWords {
  slug: string;
  categoryId: string | null;
  /** The party that told it. */
  partyId: string;
  /** Who told it, 1 to TOLD_BY_CHARACTERS_MAX characters. */
  toldBy: string;
  shownHash: string;
  shownText?: string | undefined;
  /** The party's position that was shown, null for none. Left out, it is not asked. */
  afterId?: string | null | undefined;
}

/**
 * Enters a position that a party told by telephone (rule P7). It counts and is marked as told until the party confirms or
 * corrects it; everyone who sits for the party is told. 403 for who is not the secretary and for a party that is not at the
 * table; otherwise refused as in giveAllPositions.
 */
export async function enterToldPosition(
  services: Services,
  author: Author,
  { slug, categoryId, partyId, toldBy, shownHash, shownText, afterId, ...given }: ToldPosition,
): Promise<Outcome<{ id: string }> & PositionRefusal> {
  const { draft } = await permittedDraft(services, author, slug, "position.enterTold");
  const live = await liveSubjects(services, draft);
  if (!live.ok) return live;
  const present = live.text(categoryId);
  if (!present) return live.none;
  if (present.hash !== shownHash) return changed({ shownHash, shownText, categoryId }, present);
  const name = toldBy.trim();
  if (name === "") return { ok: false, error: "positions.errors.toldByMissing", field: "toldBy" };
  if (name.length > TOLD_BY_CHARACTERS_MAX) {
    const values = { max: TOLD_BY_CHARACTERS_MAX };
    return { ok: false, error: "positions.errors.toldByLong", field: "toldBy", values };
  }
  const now = services.clock();
  const checked = checkWords(given, now);
  if (!checked.ok) return checked;
  const add = { ...checked.words, ...present, toldBy: name };
  const [answer] = await addPositions(
    services,
    author,
    { draft, partyId },
    [{ categoryId, decide: addTo(author, afterId, add) }],
    {
      action: "position.told",
      async also(trx, [added]) {
        const positionId = added!.id;
        const people = await seatedAt(trx, draft.tableId, now);
        await tell(trx, now, {
          kind: "positionTold",
          tableId: draft.tableId,
          to: people.filter((p) => p.partyId === partyId && p.role !== "observer").map((p) => p.personId),
          actorId: author.personId,
          draftId: draft.id,
          categoryId,
          subjectId: positionId,
          partyId,
          key: `positionTold:${positionId}`,
        });
      },
    },
  );
  if (!answer!.ok) return alreadyGiven(answer!.refusal, present);
  services.documents.publish(draft.documentId, "positions");
  return { ok: true, id: answer!.id };
}
