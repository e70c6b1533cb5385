import { type RoadState, roadOutcomeFlaw } from "../../../app/domain/road/road";
import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedDraft } from "../drafts/permitted-draft.server";
import { roadProblem } from "./road-problem.server";
import { stepOnRoad } from "./step-on-road.server";

/** Tells what came of a step; the latest counts (rule W2). The same told twice stands once. */
export async function recordRoadOutcome(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  { step, state, text }: { step: string; state: string; text: string },
): Promise<Outcome> {
  const { draft } = await permittedDraft(services, viewer, slug, "draft.manage");
  const flaw = roadOutcomeFlaw({ state, text });
  if (flaw) return roadProblem(flaw);
  await services.db.transaction().execute(async (trx) => {
    await stepOnRoad(trx, draft.id, step);
    const latest = await trx
      .selectFrom("road_outcomes")
      .select(["state", "text"])
      .where("step_id", "=", step)
      .orderBy("n", "desc")
      .executeTakeFirst();
    if (latest?.state === state && latest.text.fi === text) return;
    await trx
      .insertInto("road_outcomes")
      .values({
        ...{ step_id: step, state: state as RoadState, text: JSON.stringify({ fi: text }) },
        ...{ recorded_by: viewer.personId, created_at: services.clock() },
      })
      .execute();
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "road.outcomeRecorded", subjectKind: "draft" },
      ...{ subjectId: draft.id, detail: { step, state } },
    });
  });
  services.documents.publish(draft.documentId, "decisions");
  return { ok: true };
}
