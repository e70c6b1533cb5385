/** Where one party gives its positions. */
import { givenText, textOfContent } from "../../app/domain/positions/text";
import type { Category } from "../../app/domain/split/split";
import { parseCanonicalText } from "../../app/domain/text/canonical";
import { diffTexts, type TextEntry } from "../../app/domain/text/diff";
import type { GivePositionsData, GiveRow } from "../../app/protocol/positions-data";
import { notAllowed } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { draftSinceVisit, type SinceVisit } from "./draft-changes.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { type DraftSubjects, draftSubjects } from "./draft-subjects.server";
import { ownParty } from "./own-party.server";
import { latestOfParty, positionView } from "./position-rows.server";
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
  const { content, subjects } = await draftSubjects(services, draft);
  const now = await standing(services.db, draft, subjects);
  const own = ownParty(actor, draft, now.parties, partyId);
  if (!own) throw notAllowed();
  const { party, maySpeak } = own;
  const [latest, prepared, request, frame, since] = await Promise.all([
    latestOfParty(services.db, draft.id, party.id),
    preparationsOf(services.db, draft.id, party.id),
    latestRequest(services.db, draft.id, now),
    draftFrame(services, draft, actor, content),
    draftSinceVisit(services.db, viewer.personId, draft),
  ]);
  const rowOf = (category: Category | null): GiveRow => {
    const subject = category?.id ?? null;
    const row = latest.find(({ categoryId }) => categoryId === subject);
    const contentHash = subjects.text(subject)?.hash ?? "";
    const current = row ? positionView(row, contentHash) : null;
    return {
      categoryId: subject ?? "",
      label: category?.label ?? null,
      text: category && givenText(category),
      hasQuestion: Boolean(category?.question),
      contentHash,
      current,
      givenOn: category && row && current?.stale ? textOfContent(row.content) : null,
      difference: row && current?.stale && subjects.asked === "whole" ? differenceSince(row, subjects) : null,
      prepared: prepared.get(subject ?? "") ?? null,
    };
  };
  const rows = now.categories.map(rowOf);
  const whole = rowOf(null);
  const asked = subjects.asked === "whole" ? [whole] : rows;
  const { id, name, shortName, genitive } = party;
  return {
    frame,
    since,
    party: { id, slug: party.slug, name, shortName, genitive },
    maySpeak,
    rows,
    whole,
    given: asked.filter(({ current }) => current && !current.stale).length,
    asked: asked.length,
    frozen: subjects.frozen,
    request,
  };
}

/** What has changed in a text since the version that the position was given on. */
function differenceSince(row: { content: string }, subjects: DraftSubjects): TextEntry[] | null {
  const present = subjects.text(null);
  return present && diffTexts(parseCanonicalText(row.content), parseCanonicalText(present.content));
}
