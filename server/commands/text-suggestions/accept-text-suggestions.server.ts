import { SUGGESTION_REASON_CHARACTERS_MAX } from "../../../app/domain/suggestions";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedDraft } from "../drafts/permitted-draft.server";
import { reasonOf } from "./reason";
import { type Settled, settleInText } from "./settling.server";

/**
 * Makes suggestions part of the text (rule E3), with a reason if there is one. Refused as a value for an over-long
 * reason, and when none of them is in the text any more.
 */
export async function acceptTextSuggestions(
  services: Services,
  viewer: Viewer,
  { slug, ids, reason }: { slug: string; ids: readonly string[]; reason: string },
): Promise<Settled> {
  const { draft } = await permittedDraft(services, viewer, slug, "draft.edit");
  const words = reasonOf(reason);
  if (words.length > SUGGESTION_REASON_CHARACTERS_MAX) {
    const values = { max: SUGGESTION_REASON_CHARACTERS_MAX, count: words.length };
    return { ok: false, error: "suggestions.error.reasonLong", field: "reason", values };
  }
  return settleInText(services, viewer, draft, { ids, fate: "accepted", reason: words });
}
