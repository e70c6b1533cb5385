import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedDraft } from "../drafts/permitted-draft.server";
import { stepOnRoad } from "./step-on-road.server";

/** One place earlier or later on the road (rule W1). At the end of it nothing moves. */
export async function moveRoadStep(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  { step, isUp }: { step: string; isUp: boolean },
): Promise<Outcome> {
  const { draft } = await permittedDraft(services, viewer, slug, "draft.manage");
  await services.db.transaction().execute(async (trx) => {
    await trx.selectFrom("drafts").select("id").where("id", "=", draft.id).forUpdate().execute();
    await stepOnRoad(trx, draft.id, step);
    const order = await trx
      .selectFrom("road_steps")
      .select("id")
      .where("draft_id", "=", draft.id)
      .orderBy("position")
      .orderBy("n")
      .execute();
    const from = order.findIndex(({ id }) => id === step);
    const other = order[isUp ? from - 1 : from + 1];
    if (!other) return;
    const moved = order.map(({ id }) => (id === step ? other.id : id === other.id ? step : id));
    for (const [index, id] of moved.entries())
      await trx
        .updateTable("road_steps")
        .set({ position: index + 1 })
        .where("id", "=", id)
        .execute();
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "road.stepMoved", subjectKind: "draft" },
      ...{ subjectId: draft.id, detail: { step, isUp } },
    });
  });
  services.documents.publish(draft.documentId, "decisions");
  return { ok: true };
}
