import type { StepKind, StepResult } from "../../../app/domain/initiatives/initiative";
import { type GivenStep, STEPS_MAX, stepFlaw } from "../../../app/domain/initiatives/road";
import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import { dayOf } from "../../finnish-day.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { flawProblem } from "./flaw-problem.server";
import { managedInitiative } from "./permitted-initiative.server";

/** Records a step of the road (rule N4). A decision is recorded as made elsewhere: without positions or seal. */
export async function recordStep(
  services: Services,
  viewer: Viewer,
  slug: string,
  step: GivenStep,
): Promise<Outcome> {
  const initiative = await managedInitiative(services, viewer, slug);
  const flaw = stepFlaw(step, dayOf(services.clock()));
  if (flaw) return flawProblem(flaw);
  const { count } = await services.db
    .selectFrom("initiative_steps")
    .select((of) => of.fn.countAll<number>().as("count"))
    .where("initiative_id", "=", initiative.id)
    .executeTakeFirstOrThrow();
  if (Number(count) >= STEPS_MAX)
    return { ok: false, field: "kind", error: "initiatives.error.many", values: { max: STEPS_MAX } };
  const isDecision = step.kind === "decided" && !step.isPlanned;
  const words = (text: string) => (text ? JSON.stringify({ fi: text }) : null);
  await services.db.transaction().execute(async (trx) => {
    await trx
      .insertInto("initiative_steps")
      .values({
        ...{
          initiative_id: initiative.id,
          kind: step.kind as StepKind,
          body: JSON.stringify({ fi: step.body }),
        },
        ...{
          happened_on: step.happenedOn || null,
          is_planned: step.isPlanned,
          section: step.section || null,
        },
        proposal: isDecision ? words(step.proposal) : null,
        decision: isDecision ? words(step.decision) : null,
        result: isDecision ? (step.result as StepResult) : null,
        unanimous: isDecision ? step.unanimous : null,
        ...{ note: words(step.note), source: step.source },
        ...{ recorded_by: viewer.personId, created_at: services.clock() },
      })
      .execute();
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "initiative.stepRecorded", subjectKind: "initiative" },
      ...{ subjectId: initiative.id, detail: { kind: step.kind, planned: step.isPlanned } },
    });
  });
  return { ok: true };
}
