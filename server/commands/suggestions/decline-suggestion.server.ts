import { SUGGESTION_REASON_CHARACTERS_MAX } from "../../../app/domain/suggestions";
import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedDraft } from "../drafts/permitted-draft.server";
import { settleOnce, suggestionOf, writeFate } from "./settling.server";

/**
 * Declines a suggestion with the reason that everyone reads (rule G4). Refused as a value without a reason, with an
 * over-long one, and for what was settled already.
 */
export async function declineSuggestion(
  services: Services,
  viewer: Viewer,
  slug: string,
  { id, reason }: { id: string; reason: string },
): Promise<Outcome> {
  const { draft } = await permittedDraft(services, viewer, slug, "draft.edit");
  const suggestion = await suggestionOf(services, draft, id);
  const words = reason.replace(/\r\n?/g, "\n").trim();
  if (!words) return { ok: false, error: "suggestions.error.reasonEmpty", field: "reason" };
  if (words.length > SUGGESTION_REASON_CHARACTERS_MAX) {
    const values = { max: SUGGESTION_REASON_CHARACTERS_MAX, count: words.length };
    return { ok: false, error: "suggestions.error.reasonLong", field: "reason", values };
  }
  const answer = await settleOnce(services, draft, suggestion, async (trx) => {
    const fate = { fate: "declined" as const, by: viewer.personId, reason: words };
    await writeFate(trx, services.clock(), { draft, suggestion }, fate);
    return { ok: true };
  });
  if (answer.ok) services.documents.publish(draft.documentId, "suggestions");
  return answer;
}
