import type { Refused } from "../../../app/messages/problem";
import { paths } from "../../../app/paths";
import { notFound } from "../../authorize.server";
import { isChecked, textOf } from "../../form.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { addDemand } from "./add-demand.server";
import { answerDemand } from "./answer-demand.server";
import { linkResponse } from "./link-response.server";
import { publishInitiative } from "./publish-initiative.server";
import { recordStep } from "./record-step.server";
import { startResponse } from "./start-response.server";

/** What a form of the page led to: where to go next, or what is wrong with it. */
export type Kept = { ok: true; to: string } | Refused;

/** Every form of an initiative's page names its intent, and each intent is one command. */
export async function keepInitiative(
  services: Services,
  viewer: Viewer,
  slug: string,
  form: FormData,
): Promise<Kept> {
  const field = (name: string) => textOf(form, name);
  const page = (done: string, demand?: string): Kept => ({
    ok: true,
    to: paths.initiative(slug, demand).replace(/(?=#|$)/, `?done=${done}`),
  });
  switch (field("intent")) {
    case "answer": {
      const demand = field("demand");
      const outcome = await answerDemand(services, viewer, slug, {
        ...{ demand, state: field("state"), text: field("text"), reason: field("reason") },
        ...{ note: field("note"), draft: field("draft"), href: field("href") },
      });
      return outcome.ok ? page("answer", demand) : outcome;
    }
    case "add-demand": {
      const outcome = await addDemand(services, viewer, slug, field("demand"));
      return outcome.ok ? page("add-demand", outcome.demand) : outcome;
    }
    case "record-step": {
      const outcome = await recordStep(services, viewer, slug, {
        ...{ kind: field("kind"), body: field("body"), happenedOn: field("happenedOn") },
        ...{ isPlanned: isChecked(form, "isPlanned"), section: field("section") },
        ...{ proposal: field("proposal"), decision: field("decision"), result: field("result") },
        ...{ unanimous: isChecked(form, "unanimous"), note: field("note"), source: field("source") },
      });
      return outcome.ok ? page("record-step") : outcome;
    }
    case "publish":
    case "unpublish": {
      const intent = field("intent");
      const outcome = await publishInitiative(services, viewer, slug, intent === "publish");
      return outcome.ok ? page(intent) : outcome;
    }
    case "link-response": {
      const outcome = await linkResponse(services, viewer, slug, field("draft"));
      return outcome.ok ? page("link-response") : outcome;
    }
    case "start-response": {
      const started = await startResponse(services, viewer, slug);
      return { ok: true, to: paths.draft(started.slug) };
    }
    default:
      throw notFound();
  }
}
