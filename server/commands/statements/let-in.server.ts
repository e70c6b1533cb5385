/** Lets a late recipient send its statement until a day. */
import { isPlainDate } from "../../../app/domain/drafts";
import { daysBetween, ROUND_DAYS_MAX, whyNotSend } from "../../../app/domain/statements/round";
import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import { tell } from "../../events/tell.server";
import { dayOf } from "../../finnish-day.server";
import { factsOf } from "../../queries/readable-round.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { lockRecipient, managedRound } from "./permitted-round.server";
import { refusable } from "./refusable.server";
import { peopleOfParty } from "./round-people.server";

/** `until` is YYYY-MM-DD: today or later, and after the round's own last day. 404 for a party that was not asked. */
export async function letIn(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  { partyId, until }: { partyId: string; until: string },
): Promise<Outcome> {
  const { round, draft } = await managedRound(services, viewer, slug);
  const now = services.clock();
  const outcome = await refusable(services.db, async (trx): Promise<Outcome> => {
    const locked = await lockRecipient(trx, round.id, partyId);
    const why = whyNotSend(factsOf(locked.round, locked.recipient), dayOf(now));
    if (why === "closed" || why === "given") return { ok: false, error: `statements.error.${why}` };
    if (!isLaterDay(until, round.dueOn, dayOf(now)))
      return { ok: false, error: "statements.error.until", field: `until-${partyId}` };
    await trx
      .updateTable("round_recipients")
      .set({ let_in_until: until })
      .where("round_id", "=", round.id)
      .where("party_id", "=", partyId)
      .execute();
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "statement.let-in", subjectKind: "round", subjectId: round.id },
      detail: { partyId, until },
    });
    await tell(trx, now, {
      ...{ kind: "statementLetIn", tableId: draft.tableId, actorId: viewer.personId, draftId: draft.id },
      ...{ subjectId: round.id, partyId, detail: { dueOn: until } },
      to: await peopleOfParty(trx, draft.tableId, partyId, now),
      key: `statementLetIn:${round.id}:${partyId}:${until}`,
    });
    return { ok: true };
  });
  if (outcome.ok) services.documents.publish(draft.documentId, "statements");
  return outcome;
}

/** A day that exists, not over, after the round's own last day, and within a year. */
export function isLaterDay(day: string, dueOn: string, today: string): boolean {
  return isPlainDate(day) && day >= today && day > dueOn && daysBetween(today, day) <= ROUND_DAYS_MAX;
}
