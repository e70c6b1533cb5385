import { SUGGESTION_REASON_CHARACTERS_MAX } from "../../../app/domain/suggestions";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedDraft } from "../drafts/permitted-draft.server";
import { reasonOf } from "./reason";
import { type Settled, settleInText } from "./settling.server";

/**
 * Declines suggestions with the reason that everyone reads (rules E3, G4): the text says again what it said. Refused as
 * a value without a reason, with an over-long one, and when none of them is in the text any more.
 */
export async function declineTextSuggestions(
  services: Services,
  viewer: Viewer,
  { slug, ids, reason }: { slug: string; ids: readonly string[]; reason: string },
): Promise<Settled> {
  const { draft } = await permittedDraft(services, viewer, slug, "draft.edit");
  const words = reasonOf(reason);
  if (!words) return { ok: false, error: "suggestions.error.reasonEmpty", field: "reason" };
  if (words.length > SUGGESTION_REASON_CHARACTERS_MAX) {
    const values = { max: SUGGESTION_REASON_CHARACTERS_MAX, count: words.length };
    return { ok: false, error: "suggestions.error.reasonLong", field: "reason", values };
  }
  return settleInText(services, viewer, draft, { ids, fate: "declined", reason: words });
}
