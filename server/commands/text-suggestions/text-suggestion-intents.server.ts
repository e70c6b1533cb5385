import { SUGGESTION_ID } from "../../../app/domain/text/text";
import { notFound } from "../../authorize.server";
import { textOf } from "../../form.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { acceptTextSuggestions } from "./accept-text-suggestions.server";
import { declineTextSuggestions } from "./decline-text-suggestions.server";
import type { Settled } from "./settling.server";
import { withdrawTextSuggestions } from "./withdraw-text-suggestions.server";

/** Every form about suggestions in a text names its intent and, parted by commas, the suggestions it is about. */
export async function settleTextSuggestions(
  services: Services,
  viewer: Viewer,
  slug: string,
  form: FormData,
): Promise<Settled> {
  const ids = [...new Set(textOf(form, "suggestions").split(",").filter(Boolean))];
  if (ids.some((id) => !SUGGESTION_ID.test(id))) throw notFound();
  const asked = { slug, ids, reason: textOf(form, "reason") };
  switch (textOf(form, "intent")) {
    case "accept":
      return acceptTextSuggestions(services, viewer, asked);
    case "decline":
      return declineTextSuggestions(services, viewer, asked);
    case "withdraw":
      return withdrawTextSuggestions(services, viewer, asked);
    default:
      throw notFound();
  }
}
