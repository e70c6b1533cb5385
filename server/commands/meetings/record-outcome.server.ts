import { isDay } from "../../../app/domain/initiatives/road";
import {
  OUTCOME_CHARACTERS_MAX,
  OUTCOME_KINDS,
  type OutcomeKind,
  PRESENTER_CHARACTERS_MAX,
} from "../../../app/domain/meetings/meeting";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import type { Services } from "../../services";
import { addRoadStep } from "../road/add-road-step.server";
import { type By, draftOfItem, inMeeting } from "./in-meeting.server";
import { agendaOf } from "./item-events.server";
import { tooLong } from "./too-long.server";

export interface GivenOutcome {
  item: string;
  outcome: string;
  /** The next body of what is forwarded. */
  body: string;
  /** YYYY-MM-DD or empty. */
  on: string;
  text: string;
  key: string;
}

/** Records what came of an item. What is forwarded goes on along its draft's road too (rule W1). */
export async function recordOutcome(
  services: Services,
  by: By,
  slug: string,
  given: GivenOutcome,
): Promise<Outcome> {
  const deed = { slug, action: "meeting.record" as const, key: given.key, deed: "outcomeRecorded" };
  return inMeeting(services, by, deed, async (at) => {
    if (at.row.state !== "open" && at.row.state !== "closed")
      return { ok: false, error: "meetings.error.notOpen" };
    const { outcome, body, on, text } = given;
    if (!isOutcome(outcome)) return { ok: false, field: "outcome", error: "meetings.error.noOutcome" };
    if (outcome === "forwarded" && !body)
      return { ok: false, field: "body", error: "meetings.error.bodyMissing" };
    if (outcome === "reminder" && !text)
      return { ok: false, field: "text", error: "meetings.error.textMissing" };
    const long =
      tooLong("body", body, PRESENTER_CHARACTERS_MAX) ?? tooLong("text", text, OUTCOME_CHARACTERS_MAX);
    if (long) return long;
    if (on && !isDay(on)) return { ok: false, field: "on", error: "meetings.error.noDay" };
    if (!(await agendaOf(at.trx, at.meeting.id)).some(({ id }) => id === given.item)) throw notFound();
    await at.record({ kind: "outcome", itemId: given.item, outcome, body, on: on || null, text });
    const draft = outcome === "forwarded" ? await draftOfItem(at.trx, given.item) : null;
    if (draft)
      await addRoadStep(at.trx, at.now, {
        ...{ draftId: draft.id, kind: "handled", body: { fi: body }, happensOn: on || null },
        ...{ recordedBy: by.personId, key: at.key },
      });
    return { ok: true };
  });
}

const isOutcome = (kind: string): kind is OutcomeKind => OUTCOME_KINDS.includes(kind as OutcomeKind);
