/** Where one party gives its positions. */
import { readSplit } from "../../app/collab/documents/split-document";
import { givenText, textOfContent } from "../../app/domain/positions/text";
import type { Category } from "../../app/domain/split/split";
import type { GivePositionsData, GiveRow } from "../../app/protocol/positions-data";
import { notAllowed } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { draftSinceVisit, type SinceVisit } from "./draft-changes.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { ownParty } from "./own-party.server";
import { latestOfParty, positionView, textsOf } from "./position-rows.server";
import { latestRequest, standing } from "./position-standing.server";
import { preparationsOf } from "./preparations.server";
import { readableDraft } from "./readable-draft.server";

/** Every subject with its text and the position of the viewer's party (or of the one named). 403 for who sits for no party at the table. */
export async function givePositions(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  partyId?: string,
): Promise<GivePositionsData & { frame: DraftFrame; since: SinceVisit }> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const split = readSplit((await services.documents.read(draft.documentId)).doc);
  const now = await standing(services.db, draft, split);
  const own = ownParty(actor, draft, now.parties, partyId);
  if (!own) throw notAllowed();
  const { party, maySpeak } = own;
  const [latest, prepared, request, frame, since] = await Promise.all([
    latestOfParty(services.db, draft.id, party.id),
    preparationsOf(services.db, draft.id, party.id),
    latestRequest(services.db, draft.id, now),
    draftFrame(services, draft, actor, split),
    draftSinceVisit(services.db, viewer.personId, draft),
  ]);
  const text = textsOf(split);
  const rowOf = (category: Category | null): GiveRow => {
    const subject = category?.id ?? null;
    const row = latest.find(({ categoryId }) => categoryId === subject);
    const contentHash = text(subject)!.hash;
    const current = row ? positionView(row, contentHash) : null;
    return {
      categoryId: subject ?? "",
      label: category?.label ?? null,
      text: category && givenText(category),
      hasQuestion: Boolean(category?.question),
      contentHash,
      current,
      givenOn: category && row && current?.stale ? textOfContent(row.content) : null,
      prepared: prepared.get(subject ?? "") ?? null,
    };
  };
  const rows = now.categories.map(rowOf);
  const { id, name, shortName, genitive } = party;
  return {
    frame,
    since,
    party: { id, slug: party.slug, name, shortName, genitive },
    maySpeak,
    rows,
    whole: rowOf(null),
    given: rows.filter(({ current }) => current && !current.stale).length,
    request,
  };
}
