import type { DraftState } from "../../../app/domain/policy";
import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedDraft } from "./permitted-draft.server";

/** What may be done to a draft's state: from which states, to which, and how the audit names it. */
const STEPS = {
  lock: { from: ["open"], to: "locked", event: "draft.locked" },
  unlock: { from: ["locked"], to: "open", event: "draft.unlocked" },
  archive: { from: ["open", "locked"], to: "archived", event: "draft.archived" },
  unarchive: { from: ["archived"], to: "open", event: "draft.unarchived" },
} as const satisfies Record<string, { from: DraftState[]; to: DraftState; event: string }>;
export type DraftStep = keyof typeof STEPS;

/** Is this the name of a step? */
export function isDraftStep(name: string): name is DraftStep {
  return Object.hasOwn(STEPS, name);
}

/**
 * Locks, unlocks, archives or brings back a draft. Every seat on it is checked again at once, so that
 * nobody goes on editing what was locked. Refused as a value when somebody else changed the state first.
 */
export async function changeDraftState(
  services: Services,
  viewer: Viewer,
  slug: string,
  step: DraftStep,
): Promise<Outcome> {
  const { draft } = await permittedDraft(services, viewer, slug, "draft.manage");
  const { from, to, event } = STEPS[step];
  const changed = await services.db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable("drafts")
      .set({ state: to })
      .where("id", "=", draft.id)
      .where("state", "in", from)
      .returning("id")
      .executeTakeFirst();
    if (!row) return false;
    await recordAudit(trx, {
      personId: viewer.personId,
      action: event,
      subjectKind: "draft",
      subjectId: draft.id,
    });
    return true;
  });
  if (!changed) return { ok: false, error: "drafts.error.stateChanged" };
  await services.documents.recheckAccess(draft.documentId);
  services.documents.publish(draft.documentId, "draft");
  return { ok: true };
}
