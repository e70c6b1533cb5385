import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { idOf, textOf } from "../../form.server";
import { seatPage } from "../../queries/seat-page.server";
import type { Services } from "../../services";
import { answerDecision, takeBackAnswer } from "../decisions/answer-decision.server";
import { keepMeeting } from "./meeting-intents.server";

/** What a seat on a telephone does in its meeting: only what its person does for themselves. */
const OWN = ["take-seat", "leave-seat", "ask-floor", "withdraw-floor", "end-floor"];

/**
 * A form of a telephone's seat. It acts as the person of the link in the meeting of the link, and in no other; 404 when the link opens
 * nothing any more.
 */
export async function keepSeat(services: Services, token: string, form: FormData): Promise<Outcome> {
  const open = await seatPage(services, token);
  if (!open) throw notFound();
  const { seat, page } = open;
  const intent = textOf(form, "intent");
  if (intent === "answer" || intent === "take-back") {
    const id = idOf(form, "decision");
    if (!page.data.shown?.decisions.some((card) => card.id === id)) throw notFound();
    const about = { id, party: idOf(form, "party"), key: textOf(form, "key") };
    return intent === "take-back"
      ? takeBackAnswer(services, seat, about)
      : answerDecision(services, seat, {
          ...about,
          value: textOf(form, "value"),
          reason: textOf(form, "reason"),
        });
  }
  if (!OWN.includes(intent)) throw notFound();
  // The end of a turn is one's own here, also for the chair.
  if (intent === "end-floor" && textOf(form, "turn") !== page.data.me.turnId) throw notFound();
  return keepMeeting(services, seat, seat.slug, form);
}
