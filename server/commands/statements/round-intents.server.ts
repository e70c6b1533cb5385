/** The forms on a round's page, by the button that was pressed. */
import type { Outcome } from "../../../app/messages/problem";
import { idOf, textOf } from "../../form.server";
import type { ProposedChange } from "../../queries/proposed-changes.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { answerProposedChange } from "./answer-proposed-change.server";
import { askAgain } from "./ask-again.server";
import { closeRound } from "./close-round.server";
import { letIn } from "./let-in.server";
import { managedRound } from "./permitted-round.server";

/** `at` is the place on the page that the answer belongs to. */
export interface Done {
  outcome: Outcome & { unanswered?: ProposedChange[] };
  at: string;
}

export async function doInRound(
  services: Services,
  viewer: Viewer,
  slug: string,
  form: FormData,
): Promise<Done> {
  const intent = textOf(form, "intent");
  switch (intent) {
    case "let-in":
    case "ask-again": {
      await managedRound(services, viewer, slug);
      const given = { partyId: idOf(form, "party"), until: textOf(form, "until") };
      const act = intent === "let-in" ? letIn : askAgain;
      return { outcome: await act(services, viewer, slug, given), at: `party-${given.partyId}` };
    }
    case "answer": {
      await managedRound(services, viewer, slug);
      const changeId = idOf(form, "change");
      const given = { changeId, answer: textOf(form, "answer"), reason: textOf(form, "reason") };
      return { outcome: await answerProposedChange(services, viewer, slug, given), at: `change-${changeId}` };
    }
    case "close":
      return { outcome: await closeRound(services, viewer, slug), at: "close" };
    default:
      await managedRound(services, viewer, slug);
      return { outcome: { ok: false, error: "statements.error.intent" }, at: "" };
  }
}
