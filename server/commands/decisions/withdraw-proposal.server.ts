import { OUTCOME_CHARACTERS_MAX } from "../../../app/domain/meetings/meeting";
import type { Outcome } from "../../../app/messages/problem";
import { loadActor, mayDo, notAllowed } from "../../authorize.server";
import type { Services } from "../../services";
import { type By, closedProblem, inDecision } from "./in-decision.server";

/** Takes a proposal back, with a reason that everyone reads. Its positions are void and stay readable. */
export async function withdrawProposal(
  services: Services,
  by: By,
  { id, reason, key }: { id: string; reason: string; key: string },
): Promise<Outcome> {
  return inDecision(
    services,
    by,
    { id, key, deed: "withdrawn" },
    async ({ trx, row, now }): Promise<Outcome> => {
      const actor = await loadActor({ db: trx, clock: services.clock }, by.personId);
      if (!mayDo(actor, "decision.propose", row)) throw notAllowed();
      if (row.endKind === "withdrawn") return { ok: true };
      const closed = closedProblem(row);
      if (closed) return closed;
      if (!reason) return { ok: false, field: "reason", error: "decisions.error.reasonMissing" };
      const max = OUTCOME_CHARACTERS_MAX;
      if (reason.length > max)
        return { ok: false, field: "reason", error: "decisions.error.long", values: { max } };
      await trx
        .insertInto("proposed_decision_ends")
        .values({ proposed_decision_id: id, kind: "withdrawn", reason, ended_by: by.personId, ended_at: now })
        .execute();
      return { ok: true };
    },
  );
}
