import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { textOf } from "../../form.server";
import { proposedDecisionPage } from "../../queries/proposed-decision.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { addDecisionStatement } from "./add-statement.server";
import { answerDecision, enterToldAnswer, takeBackAnswer } from "./answer-decision.server";
import { stateOutcome } from "./state-outcome.server";
import { withdrawProposal } from "./withdraw-proposal.server";

/** Every form of a proposed decision names its intent, and each intent is one command. */
export async function keepDecision(
  services: Services,
  viewer: Viewer,
  id: string,
  form: FormData,
): Promise<Outcome> {
  await proposedDecisionPage(services, viewer, id); // 404 for who may not read it
  const field = (name: string) => textOf(form, name);
  const about = { id, party: partyIn(field("party")), key: field("key") };
  const answer = { ...about, value: field("value"), reason: field("reason") };
  switch (field("intent")) {
    case "answer":
      return answerDecision(services, viewer, answer);
    case "take-back":
      return takeBackAnswer(services, viewer, about);
    case "tell":
      return enterToldAnswer(services, viewer, { ...answer, toldBy: field("toldBy") });
    case "statement":
      return addDecisionStatement(services, viewer, { ...about, kind: field("kind"), text: field("text") });
    case "state":
      return stateOutcome(services, viewer, { id, outcome: field("outcome"), key: field("key") });
    case "withdraw":
      return withdrawProposal(services, viewer, { id, reason: field("reason"), key: field("key") });
    default:
      throw notFound();
  }
}

const NO_PARTY = "00000000-0000-4000-8000-000000000000";
/** What names no party is nobody's: the command refuses it. */
const partyIn = (text: string) =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : NO_PARTY;
