import { answerFlaw, type GivenAnswer } from "../../../app/domain/initiatives/answer";
import type { DemandState } from "../../../app/domain/initiatives/initiative";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { flawProblem } from "./flaw-problem.server";
import { draftAtTable, managedInitiative } from "./permitted-initiative.server";

/** Answers a demand (rules N1–N3): a row is added, earlier answers stay. 404 for a demand or draft that is not there. */
export async function answerDemand(
  services: Services,
  viewer: Viewer,
  slug: string,
  { demand: demandSlug, ...given }: GivenAnswer & { demand: string },
): Promise<Outcome> {
  const initiative = await managedInitiative(services, viewer, slug);
  const demand = await services.db
    .selectFrom("demands")
    .select("id")
    .where("initiative_id", "=", initiative.id)
    .where("slug", "=", demandSlug)
    .executeTakeFirst();
  const draft = await draftAtTable(services, initiative.tableId, given.draft);
  if (!demand || draft === undefined) throw notFound();
  const flaw = answerFlaw(given);
  if (flaw) return flawProblem(flaw);
  await services.db.transaction().execute(async (trx) => {
    await trx
      .insertInto("demand_answers")
      .values({
        ...{
          demand_id: demand.id,
          state: given.state as DemandState,
          text: JSON.stringify({ fi: given.text }),
        },
        ...{ reason: given.reason, note: given.note, draft_id: draft?.id ?? null, href: given.href || null },
        ...{ answered_by: viewer.personId, created_at: services.clock() },
      })
      .execute();
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "initiative.answered", subjectKind: "initiative" },
      ...{ subjectId: initiative.id, detail: { demand: demandSlug, state: given.state } },
    });
  });
  return { ok: true };
}
