/** Asks a party for a new statement: the one it sent is kept, and stands until the new one comes (rule R2). */
import { whyNotSend } from "../../../app/domain/statements/round";
import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import { tell } from "../../events/tell.server";
import { dayOf } from "../../finnish-day.server";
import { factsOf } from "../../queries/readable-round.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { isLaterDay } from "./let-in.server";
import { lockRecipient, managedRound } from "./permitted-round.server";
import { refusable } from "./refusable.server";
import { peopleOfParty } from "./round-people.server";

/**
 * `until` is YYYY-MM-DD, or empty while the round's own last day is still ahead. Refused for a party that has not
 * given a statement, and in a closed round.
 */
export async function askAgain(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  { partyId, until }: { partyId: string; until: string },
): Promise<Outcome> {
  const { round, draft } = await managedRound(services, viewer, slug);
  const now = services.clock();
  const today = dayOf(now);
  const outcome = await refusable(services.db, async (trx): Promise<Outcome> => {
    const locked = await lockRecipient(trx, round.id, partyId);
    const facts = factsOf(locked.round, locked.recipient);
    if (facts.closed) return { ok: false, error: "statements.error.closed" };
    if (whyNotSend(facts, today) !== "given") return { ok: false, error: "statements.error.notGiven" };
    if (until ? !isLaterDay(until, round.dueOn, today) : today > round.dueOn)
      return { ok: false, error: "statements.error.until", field: `until-${partyId}` };
    await trx
      .updateTable("round_recipients")
      .set({ asked_again_at: now, ...(until && { let_in_until: until }) })
      .where("round_id", "=", round.id)
      .where("party_id", "=", partyId)
      .execute();
    await recordAudit(trx, {
      ...{
        personId: viewer.personId,
        action: "statement.asked-again",
        subjectKind: "round",
        subjectId: round.id,
      },
      detail: { partyId, until },
    });
    await tell(trx, now, {
      ...{ kind: "statementAsked", tableId: draft.tableId, actorId: viewer.personId, draftId: draft.id },
      ...{ subjectId: round.id, partyId, detail: { dueOn: until || round.dueOn, again: true } },
      to: await peopleOfParty(trx, draft.tableId, partyId, now),
      key: `statementAsked:${round.id}:${partyId}:${now.toISOString()}`,
    });
    return { ok: true };
  });
  if (!outcome.ok) return outcome;
  services.documents.publish(draft.documentId, "statements");
  const parts = await services.db
    .selectFrom("statement_parts")
    .select("document_id as documentId")
    .where("round_id", "=", round.id)
    .where("party_id", "=", partyId)
    .execute();
  await Promise.all(parts.map(({ documentId }) => services.documents.recheckAccess(documentId)));
  return outcome;
}
