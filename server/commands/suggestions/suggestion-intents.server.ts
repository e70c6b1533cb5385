import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { idOf, textOf } from "../../form.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { acceptSuggestion } from "./accept-suggestion.server";
import { declineSuggestion } from "./decline-suggestion.server";
import { suggest } from "./suggest.server";
import { withdrawSuggestion } from "./withdraw-suggestion.server";

/** Every form about suggestions names its intent, and each intent is one command. Answers the suggestion's id. */
export async function settleOrSuggest(
  services: Services,
  viewer: Viewer,
  slug: string,
  form: FormData,
): Promise<Outcome<{ id: string }>> {
  switch (textOf(form, "intent")) {
    case "suggest":
      return suggest(services, viewer, slug, {
        kind: textOf(form, "kind"),
        categoryId: textOf(form, "category"),
        label: textOf(form, "label"),
        sides: textOf(form, "sides"),
        reason: textOf(form, "reason"),
      });
    case "accept": {
      const id = idOf(form, "suggestion");
      const answer = await acceptSuggestion(services, viewer, slug, { id, seen: textOf(form, "seen") });
      return answer.ok ? { ok: true, id } : answer;
    }
    case "decline": {
      const id = idOf(form, "suggestion");
      const answer = await declineSuggestion(services, viewer, slug, { id, reason: textOf(form, "reason") });
      return answer.ok ? { ok: true, id } : answer;
    }
    case "withdraw": {
      const id = idOf(form, "suggestion");
      const answer = await withdrawSuggestion(services, viewer, slug, id);
      return answer.ok ? { ok: true, id } : answer;
    }
    default:
      throw notFound();
  }
}
