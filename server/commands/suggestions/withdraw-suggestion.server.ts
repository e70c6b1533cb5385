import type { Outcome } from "../../../app/messages/problem";
import { notAllowed } from "../../authorize.server";
import { readableDraft } from "../../queries/readable-draft.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { settleOnce, suggestionOf, writeFate } from "./settling.server";

/** Takes one's own suggestion back before anybody settled it (rule G3). 403 for somebody else's. */
export async function withdrawSuggestion(
  services: Services,
  viewer: Viewer,
  slug: string,
  id: string,
): Promise<Outcome> {
  const { draft } = await readableDraft(services, viewer, slug);
  const suggestion = await suggestionOf(services, draft, id);
  if (suggestion.authorId !== viewer.personId) throw notAllowed();
  const answer = await settleOnce(services, draft, suggestion, async (trx) => {
    await writeFate(trx, services.clock(), { draft, suggestion }, { fate: "withdrawn", by: viewer.personId });
    return { ok: true };
  });
  if (answer.ok) services.documents.publish(draft.documentId, "suggestions");
  return answer;
}
