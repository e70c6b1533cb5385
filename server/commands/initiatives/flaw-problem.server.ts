import type { AnswerFlaw } from "../../../app/domain/initiatives/answer";
import type { InitiativeFlaw } from "../../../app/domain/initiatives/new-initiative";
import type { StepFlaw } from "../../../app/domain/initiatives/road";
import type { Refused } from "../../../app/messages/problem";

/** What the domain finds wrong, as the words to show at the field. */
export function flawProblem(flaw: AnswerFlaw | InitiativeFlaw | StepFlaw): Refused {
  const values = "max" in flaw ? { values: { max: flaw.max } } : {};
  return { ok: false, field: flaw.field, error: `initiatives.error.${flaw.flaw}`, ...values };
}
