/** Answers to demands: any state may follow any other, and what is claimed must be shown (rules N1–N3). */
import { ANSWER_CHARACTERS_MAX, DEMAND_STATES, type DemandState } from "./initiative";

export const REASON_CHARACTERS_MAX = 2000;
export const NOTE_CHARACTERS_MAX = 2000;
export const EVIDENCE_HREF_CHARACTERS_MAX = 2000;

/** An answer as somebody gives it. */
export interface GivenAnswer {
  state: string;
  text: string;
  /** Why it is declined. */
  reason: string;
  /** What the state rests on. */
  note: string;
  /** Evidence: a draft's address, or an address elsewhere; empty for none. */
  draft: string;
  href: string;
}

export type AnswerFlaw =
  | { field: "state"; flaw: "stateMissing" }
  | { field: "reason"; flaw: "reasonMissing" }
  | { field: "href"; flaw: "evidenceMissing" | "noAddress" }
  | { field: "text" | "reason" | "note" | "href"; flaw: "long"; max: number };

export function isDemandState(state: string): state is DemandState {
  return (DEMAND_STATES as readonly string[]).includes(state);
}

/** What is wrong with the answer, or null. Declined needs a reason (N2); done needs evidence (N3). */
export function answerFlaw(answer: GivenAnswer): AnswerFlaw | null {
  const { state, text, reason, note, draft, href } = answer;
  if (!isDemandState(state)) return { field: "state", flaw: "stateMissing" };
  if (text.length > ANSWER_CHARACTERS_MAX) return { field: "text", flaw: "long", max: ANSWER_CHARACTERS_MAX };
  if (reason.length > REASON_CHARACTERS_MAX)
    return { field: "reason", flaw: "long", max: REASON_CHARACTERS_MAX };
  if (note.length > NOTE_CHARACTERS_MAX) return { field: "note", flaw: "long", max: NOTE_CHARACTERS_MAX };
  if (href.length > EVIDENCE_HREF_CHARACTERS_MAX)
    return { field: "href", flaw: "long", max: EVIDENCE_HREF_CHARACTERS_MAX };
  if (href && !isWebAddress(href)) return { field: "href", flaw: "noAddress" };
  if (state === "declined" && !reason) return { field: "reason", flaw: "reasonMissing" };
  if (state === "done" && !draft && !href) return { field: "href", flaw: "evidenceMissing" };
  return null;
}

/** http(s) with a host, and nothing that runs. */
export function isWebAddress(href: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(href) && URL.canParse(href);
}

/** Where the demands of a matter stand. A demand without an answer is not begun. */
export interface Progress {
  total: number;
  answered: number;
  states: Record<DemandState, number>;
}

export function progressOf(states: readonly (DemandState | null)[]): Progress {
  const counts: Record<DemandState, number> = {
    ...{ notBegun: 0, inPreparation: 0, agreed: 0, done: 0, declined: 0 },
  };
  for (const state of states) counts[state ?? "notBegun"]++;
  return { total: states.length, answered: states.filter((state) => state !== null).length, states: counts };
}
