/** What a person does on the page behind a mailed link: bound to its person, its party, its subject and its purpose. */
import type { Problem } from "../../../app/messages/problem";
import { isChecked, textOf } from "../../form.server";
import { type ClosedLink, mailedLink, type OpenLink } from "../../queries/mailed-link.server";
import type { Services } from "../../services";
import { answerDecision, takeBackAnswer } from "../decisions/answer-decision.server";
import { type GiveOutcome, giveAllPositions } from "../positions/give-all-positions.server";
import { manyPositions } from "../positions/position-form.server";
import { sendPlainStatement } from "../statements/send-plain-statement.server";
import { undoGiven } from "./undo-given.server";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Ids of positions as a receipt's address lists them. */
export const idsOf = (text: string) => text.split(".").filter((id) => UUID.test(id));

export type LinkDeed =
  /** Done: where to go on the link's page. */
  | { to: string }
  | { closed: ClosedLink }
  /** Not done, or not all: what came of each subject; or one problem of the whole form. */
  | { outcomes: Record<string, GiveOutcome>; problem: Problem | null };

/** The right is asked again: the link's by its seat now, the position's by the command. */
export async function actOnLink(services: Services, token: string, form: FormData): Promise<LinkDeed> {
  const link = await mailedLink(services, token);
  if ("closed" in link) return link;
  if (link.open.purpose === "statement") return state(services, link.open, form);
  if (link.open.purpose === "decision") return decide(services, link.open, form);
  return textOf(form, "intent") === "undo"
    ? undo(services, link.open, form)
    : give(services, link.open, form);
}

async function give(services: Services, link: OpenLink, form: FormData): Promise<LinkDeed> {
  const { positions, organ, section, organDate } = manyPositions(form);
  if (positions.length === 0)
    return { outcomes: {}, problem: { error: "notifications.link.chooseSomething" } };
  const author = { personId: link.personId };
  const { slug } = link.draft!;
  const given = { slug, partyId: link.partyId, positions, organ, section, organDate };
  const results = await giveAllPositions(services, author, given);
  const outcomes = Object.fromEntries(results.map((outcome, n) => [positions[n]!.categoryId ?? "", outcome]));
  const done = results.flatMap((outcome) => (outcome.ok ? [outcome] : []));
  if (done.length < results.length) return { outcomes, problem: { error: "notifications.link.someRefused" } };
  // What stood there already is told and cannot be undone: it was not given here.
  const ids = (of: typeof done) => of.map(({ id }) => id).join(".");
  return { to: `receipt=${ids(done)}&new=${ids(done.filter(({ isNew }) => isNew))}` };
}

/** A statement that was sent is not edited (rule R2): so it asks for a word of its own before it goes. */
async function state(services: Services, link: OpenLink, form: FormData): Promise<LinkDeed> {
  const whole = textOf(form, "whole");
  const refuse = (problem: Problem): LinkDeed => ({ outcomes: {}, problem });
  if (!isChecked(form, "confirm") || whole === "")
    return refuse({ error: "notifications.link.statementEmpty" });
  const outcome = await sendPlainStatement(
    services,
    { personId: link.personId },
    {
      ...{ roundId: link.round!.id, partyId: link.partyId, whole, organ: textOf(form, "organ") },
      ...{ section: textOf(form, "section"), organDate: textOf(form, "organDate") },
    },
  );
  return outcome.ok ? { to: "sent=yes" } : refuse(outcome);
}

/** A position on a proposed decision; the receipt's undo takes it back. */
async function decide(services: Services, link: OpenLink, form: FormData): Promise<LinkDeed> {
  const by = { personId: link.personId };
  const about = { id: link.proposedDecisionId!, party: link.partyId, key: textOf(form, "key") };
  const isUndo = textOf(form, "intent") === "undo";
  const given = { ...about, value: textOf(form, "value"), reason: textOf(form, "reason") };
  const outcome = isUndo
    ? await takeBackAnswer(services, by, about)
    : await answerDecision(services, by, given, "link");
  if (!outcome.ok) return { outcomes: {}, problem: outcome };
  return { to: isUndo ? "undone=yes" : "given=yes" };
}

async function undo(services: Services, link: OpenLink, form: FormData): Promise<LinkDeed> {
  const positionIds = idsOf(textOf(form, "given"));
  const { slug } = link.draft!;
  const author = { personId: link.personId };
  const undone = await undoGiven(services, author, { slug, partyId: link.partyId, positionIds });
  return { to: `undone=${undone > 0 ? "yes" : "no"}` };
}
