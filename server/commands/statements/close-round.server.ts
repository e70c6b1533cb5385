/** Closes a round once every proposed change has an answer with a reason (rule R3). */
import { unanswered } from "../../../app/domain/statements/summary";
import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import { type ProposedChange, proposedChanges } from "../../queries/proposed-changes.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { lockRound, managedRound } from "./permitted-round.server";

/** The proposed changes that keep the round open. */
export interface Unanswered {
  unanswered?: ProposedChange[];
}

export async function closeRound(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
): Promise<Outcome & Unanswered> {
  const { round, draft } = await managedRound(services, viewer, slug);
  const outcome = await services.db.transaction().execute(async (trx): Promise<Outcome & Unanswered> => {
    const { closedAt } = await lockRound(trx, round.id, "update");
    if (closedAt) return { ok: false, error: "statements.error.closed" };
    const waiting = unanswered(await proposedChanges(trx, round.id));
    if (waiting.length > 0) {
      const values = { count: waiting.length };
      return { ok: false, error: "statements.error.unanswered", values, unanswered: waiting };
    }
    await trx
      .updateTable("statement_rounds")
      .set({ closed_at: services.clock(), closed_by: viewer.personId })
      .where("id", "=", round.id)
      .execute();
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "round.closed", subjectKind: "round", subjectId: round.id },
      detail: { slug: round.slug },
    });
    return { ok: true };
  });
  if (!outcome.ok) return outcome;
  services.documents.publish(draft.documentId, "statements");
  const parts = await services.db
    .selectFrom("statement_parts")
    .select("document_id as documentId")
    .where("round_id", "=", round.id)
    .execute();
  await Promise.all(parts.map(({ documentId }) => services.documents.recheckAccess(documentId)));
  return outcome;
}
