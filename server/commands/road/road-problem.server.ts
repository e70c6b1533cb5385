import type { RoadFlaw } from "../../../app/domain/road/road";
import type { Refused } from "../../../app/messages/problem";

/** What the domain finds wrong, as the words to show at the field. */
export function roadProblem(flaw: RoadFlaw): Refused {
  const values = "max" in flaw ? { values: { max: flaw.max } } : {};
  return { ok: false, field: flaw.field, error: `road.error.${flaw.flaw}`, ...values };
}
