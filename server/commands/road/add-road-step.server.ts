/** Puts a step on a draft's road (rules W1, W2): planned, or recorded afterwards. */
import type { Kysely } from "kysely";
import type { Localized } from "../../../app/domain/languages";
import {
  type GivenRoadStep,
  ROAD_STEPS_MAX,
  type RoadKind,
  roadStepFlaw,
} from "../../../app/domain/road/road";
import type { Outcome } from "../../../app/messages/problem";
import type { Database } from "../../../db/schema/tables";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { keyOf } from "../agenda/key.server";
import { permittedDraft } from "../drafts/permitted-draft.server";
import { refusable } from "../statements/refusable.server";
import { roadProblem } from "./road-problem.server";

export interface NewRoadStep {
  draftId: string;
  kind: RoadKind;
  body: Localized;
  note?: Localized | null;
  happensOn?: string | null;
  starts?: string | null;
  ends?: string | null;
  meetingId?: string | null;
  source?: string;
  /** Whose word it is. */
  recordedBy: string;
  /** The same key twice adds it once. */
  key?: string | null;
}

/**
 * The step after all others, in the caller's transaction. Null when the road is full (ROAD_STEPS_MAX); the id of the one that is there
 * when the key, or the meeting, has a step already. Words are the caller's to check.
 */
export async function addRoadStep(
  trx: Kysely<Database>,
  now: Date,
  step: NewRoadStep,
): Promise<{ id: string } | null> {
  // Two at once take turns, so that none gets the other's place.
  await trx.selectFrom("drafts").select("id").where("id", "=", step.draftId).forUpdate().execute();
  const there = await trx
    .selectFrom("road_steps")
    .select(["id", "position", "key", "meeting_id"])
    .where("draft_id", "=", step.draftId)
    .execute();
  const same = there.find(
    (one) => (step.key && one.key === step.key) || (step.meetingId && one.meeting_id === step.meetingId),
  );
  if (same) return { id: same.id };
  if (there.length >= ROAD_STEPS_MAX) return null;
  const { id } = await trx
    .insertInto("road_steps")
    .values({
      ...{ draft_id: step.draftId, position: Math.max(0, ...there.map(({ position }) => position)) + 1 },
      ...{ kind: step.kind, body: JSON.stringify(step.body) },
      note: step.note ? JSON.stringify(step.note) : null,
      ...{ happens_on: step.happensOn ?? null, starts: step.starts ?? null, ends: step.ends ?? null },
      ...{ meeting_id: step.meetingId ?? null, source: step.source ?? "", key: step.key ?? null },
      ...{ recorded_by: step.recordedBy, created_at: now },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await recordAudit(trx, {
    ...{ personId: step.recordedBy, action: "road.stepAdded", subjectKind: "draft" },
    ...{ subjectId: step.draftId, detail: { step: id, kind: step.kind } },
  });
  return { id };
}

/** A step by the form of the road's page. */
export async function recordRoadStep(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  { key, ...step }: GivenRoadStep & { key: string },
): Promise<Outcome> {
  const { draft } = await permittedDraft(services, viewer, slug, "draft.manage");
  const flaw = roadStepFlaw(step);
  if (flaw) return roadProblem(flaw);
  const outcome = await refusable(services.db, async (trx): Promise<Outcome> => {
    const added = await addRoadStep(trx, services.clock(), {
      ...{ draftId: draft.id, kind: step.kind as RoadKind, body: { fi: step.body } },
      note: step.note ? { fi: step.note } : null,
      ...{ happensOn: step.happensOn || null, starts: step.starts || null, ends: step.ends || null },
      ...{ source: step.source, recordedBy: viewer.personId, key: keyOf(key) },
    });
    if (added) return { ok: true };
    return { ok: false, field: "kind", error: "road.error.many", values: { max: ROAD_STEPS_MAX } };
  });
  if (outcome.ok) services.documents.publish(draft.documentId, "decisions");
  return outcome;
}
