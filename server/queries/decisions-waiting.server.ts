/** Proposed decisions that wait for the position of a party whose word the person gives. */
import type { Actor } from "../../app/domain/policy";
import { mayDo } from "../authorize.server";
import { dayOf } from "../finnish-day.server";
import type { Services } from "../services";
import { decisionStandings, proposedDecisions } from "./decision-standing.server";

export interface WaitingDecision {
  id: string;
  text: string;
  partyId: string;
  /** YYYY-MM-DD, or null where the meeting itself is the deadline. */
  dueOn: string | null;
}

export async function decisionsWaiting(
  { db, clock }: Pick<Services, "db" | "clock">,
  actor: Actor,
  tableIds: string[],
): Promise<WaitingDecision[]> {
  const open = (await proposedDecisions(db, { tableIds })).filter((row) => !row.decisionId && !row.endKind);
  const standings = await decisionStandings(db, open, clock());
  return open.flatMap((row) => {
    const answered = new Set(standings.get(row.id)?.positions.map(({ partyId }) => partyId));
    return row.entitled
      .filter((partyId) => !answered.has(partyId) && mayDo(actor, "decision.answer", { ...row, partyId }))
      .map((partyId) => ({
        ...{ id: row.id, text: row.text, partyId },
        dueOn: row.dueAt ? dayOf(row.dueAt) : null,
      }));
  });
}
