/**
 * Fields of the forms in which positions are given. A form about one subject has the plain names; one about many has a
 * set for each, named `value:food`, with nothing after the colon for the draft as a whole.
 */
import { CATEGORIES_MAX } from "../domain/split/split";

/**
 * `value`, `reason`; `hash`: of the text that was shown; `after`: id of the position that was shown, empty for none;
 * `shown`: the text that was shown as JSON of a PositionText (a page without a script sends it, so that it can be shown
 * the difference).
 */
export const POSITION_FIELDS = ["value", "reason", "hash", "after", "shown"] as const;
export type PositionField = (typeof POSITION_FIELDS)[number];

/** Fields once a form: the party (its id), and the organ that confirmed what is given in it. */
export const FORM_FIELDS = ["intent", "only", "party", "organ", "section", "organDate"] as const;

/** Most fields of a form about many subjects. */
export const POSITION_FORM_FIELDS_MAX = (CATEGORIES_MAX + 1) * POSITION_FIELDS.length + FORM_FIELDS.length;

/** Name of one subject's field; `categoryId` is empty for the draft as a whole. */
export function fieldOf(field: PositionField, categoryId: string): string {
  return `${field}:${categoryId}`;
}
