import type { Refused } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { idOf, textOf } from "../../form.server";
import { readableDraft } from "../../queries/readable-draft.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { recordRoadStep } from "./add-road-step.server";
import { giveThumb } from "./give-thumb.server";
import { moveRoadStep } from "./move-road-step.server";
import { recordRoadOutcome } from "./record-road-outcome.server";

/** Every form of the road's page names its intent, and each intent is one command. */
export async function keepRoad(
  services: Services,
  viewer: Viewer,
  slug: string,
  form: FormData,
): Promise<{ ok: true } | Refused> {
  const field = (name: string) => textOf(form, name);
  switch (field("intent")) {
    case "record-step":
      return recordRoadStep(services, viewer, slug, {
        ...{ kind: field("kind"), body: field("body"), note: field("note"), source: field("source") },
        ...{ happensOn: field("happensOn"), starts: field("starts"), ends: field("ends"), key: field("key") },
      });
    case "record-outcome":
      return recordRoadOutcome(services, viewer, slug, {
        ...{ step: idOf(form, "step"), state: field("state"), text: field("text") },
      });
    case "move-up":
    case "move-down":
      return moveRoadStep(services, viewer, slug, {
        ...{ step: idOf(form, "step"), isUp: field("intent") === "move-up" },
      });
    case "thumb":
      return giveThumb(services, viewer, slug, {
        ...{ step: idOf(form, "step"), party: idOf(form, "party"), thumb: field("thumb") },
      });
    default:
      await readableDraft(services, viewer, slug);
      throw notFound();
  }
}
