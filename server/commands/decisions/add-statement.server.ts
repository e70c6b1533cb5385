import {
  DECISION_STATEMENT_CHARACTERS_MAX,
  type DecisionStatementKind,
  STATEMENT_KINDS,
} from "../../../app/domain/decisions/decision";
import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import { mayAnswer } from "./answer-decision.server";
import { type By, inDecision } from "./in-decision.server";

export interface GivenDecisionStatement {
  id: string;
  party: string;
  kind: string;
  text: string;
  key: string;
}

/** A party's supplementary statement or dissent, recorded as it writes it, until the outcome is stated (rule D5). */
export async function addDecisionStatement(
  services: Services,
  by: By,
  { id, party, kind, text, key }: GivenDecisionStatement,
): Promise<Outcome> {
  return inDecision(services, by, { id, key, deed: "statementAdded" }, async (at) => {
    const refused = await mayAnswer(services, at, by, party);
    if (refused) return refused;
    if (!isKind(kind)) return { ok: false, field: "kind", error: "decisions.error.noKind" };
    if (!text) return { ok: false, field: "text", error: "decisions.error.textMissing" };
    const max = DECISION_STATEMENT_CHARACTERS_MAX;
    if (text.length > max)
      return { ok: false, field: "text", error: "decisions.error.long", values: { max } };
    await at.trx
      .insertInto("decision_statements")
      .values({
        ...{ proposed_decision_id: id, party_id: party, kind, text, given_by: by.personId },
        ...{ given_at: at.now, key: at.key },
      })
      .onConflict((conflict) => conflict.columns(["proposed_decision_id", "key"]).doNothing())
      .execute();
    return { ok: true };
  });
}

const isKind = (kind: string): kind is DecisionStatementKind =>
  STATEMENT_KINDS.includes(kind as DecisionStatementKind);
