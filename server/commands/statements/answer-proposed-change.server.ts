/** Answers a proposed change with a reason (rule R3). A later answer is added beside the earlier and counts. */
import { ANSWER_REASON_CHARACTERS_MAX } from "../../../app/domain/statements/round";
import { CHANGE_ANSWERS } from "../../../app/domain/statements/summary";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import { tell } from "../../events/tell.server";
import { proposedChanges } from "../../queries/proposed-changes.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { lockRound, managedRound } from "./permitted-round.server";
import { refusable } from "./refusable.server";
import { peopleOfParty } from "./round-people.server";

/** 404 for a change that no current statement of the round proposes. Refused in a closed round. */
export async function answerProposedChange(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  { changeId, answer, reason }: { changeId: string; answer: string; reason: string },
): Promise<Outcome> {
  const { round, draft } = await managedRound(services, viewer, slug);
  const chosen = CHANGE_ANSWERS.find((one) => one === answer);
  const now = services.clock();
  const outcome = await refusable(services.db, async (trx): Promise<Outcome> => {
    const { closedAt } = await lockRound(trx, round.id, "share");
    const change = (await proposedChanges(trx, round.id)).find(({ id }) => id === changeId);
    if (!change) throw notFound();
    if (closedAt) return { ok: false, error: "statements.error.closed" };
    if (!chosen) return { ok: false, error: "statements.error.answerMissing", field: `answer-${changeId}` };
    if (!reason) return { ok: false, error: "statements.error.reasonMissing", field: `reason-${changeId}` };
    if (reason.length > ANSWER_REASON_CHARACTERS_MAX) {
      const values = { max: ANSWER_REASON_CHARACTERS_MAX };
      return { ok: false, error: "statements.error.reasonLong", field: `reason-${changeId}`, values };
    }
    const { id } = await trx
      .insertInto("proposed_change_answers")
      .values({
        ...{ change_id: changeId, answer: chosen, reason, answered_by: viewer.personId, created_at: now },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "proposed-change.answered" },
      ...{ subjectKind: "round", subjectId: round.id, detail: { changeId, answer: chosen } },
    });
    await tell(trx, now, {
      ...{ kind: "proposedChangeAnswered", tableId: draft.tableId, actorId: viewer.personId },
      ...{ draftId: draft.id, categoryId: change.categoryId, subjectId: round.id, partyId: change.partyId },
      detail: { answer: chosen },
      to: await peopleOfParty(trx, draft.tableId, change.partyId, now),
      key: `proposedChangeAnswered:${id}`,
    });
    return { ok: true };
  });
  if (outcome.ok) services.documents.publish(draft.documentId, "statements");
  return outcome;
}
