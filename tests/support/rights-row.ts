/** A row of the table of rights, and the answers that many rows share. */
import type { DraftState } from "../../app/domain/policy";
import { CATEGORY, type Place, type Voice } from "./rights-world";

export interface Asked {
  params?: Record<string, string>;
  /** Makes it an action. */
  form?: Record<string, string>;
  path?: string;
}

export interface Row {
  /** The file under app/routes, without its ending. */
  route: string;
  /** What is asked, in a word; the form's intent where it has one. */
  what: string;
  ask: (place: Place) => Asked;
  /** Statuses in the order of PEOPLE: nobody outsider ended coming | observer member preparer chair secretary | administrator. */
  answers: string;
  /** The draft's state before. */
  state?: DraftState;
  /** Does who sits at the table sit for its party? */
  voice?: Voice;
}

export const all = (status: number) => Array(10).fill(status).join(" ");
// Pages
export const READING = "302 404 404 404 200 200 200 200 200 200";
export const FREEZING_PAGE = "302 404 404 404 403 403 200 200 200 403";
export const MANAGING_PAGE = "302 404 404 404 403 403 403 403 200 200";
export const SIGNED_IN = "302 200 200 200 200 200 200 200 200 200";
// Acts
export const EDITING = "401 404 404 404 403 303 303 303 303 403";
export const FREEZING = "401 404 404 404 403 403 302 302 302 403";
export const FREEZING_HERE = "401 404 404 404 403 403 200 200 200 403"; // the same page answers
export const NOBODY_NOW = "401 404 404 404 403 403 403 403 403 403"; // the draft's state forbids it
export const MANAGING = "401 404 404 404 403 403 403 403 302 302";
export const MANAGING_NOTHING = "401 404 404 404 403 403 403 403 404 404"; // what it names is not this table's

export const draft = (p: Place, more: Record<string, string> = {}) => ({
  params: { slug: p.draft.slug, ...more },
});
export const table = (p: Place) => ({ params: { slug: p.table.slug } });
export const category = (p: Place) => draft(p, { categoryId: CATEGORY });

export const page = (route: string, ask: Row["ask"], answers: string, what = "page"): Row => ({
  ...{ route, what, ask, answers },
});
export const act = (
  route: string,
  what: string,
  ask: (p: Place) => Pick<Asked, "params">,
  form: (p: Place) => Record<string, string>,
  answers: string,
  state?: DraftState,
): Row => ({ route, what, answers, state, ask: (p) => ({ ...ask(p), form: form(p) }) });
export const none = () => ({});
