/** Who may settle suggestions in a text, or take back somebody else's. */
import type { DraftState } from "../../../app/domain/policy";
import { act, EDITING, NOBODY_NOW, page, READING, type Row } from "../rights-row";
import type { Place } from "../rights-world";

const SUGGESTIONS = "drafts.$slug.suggestions";
const text = ({ text: { slug } }: Place) => ({ params: { slug } });
const NOT_THERE = "401 404 404 404 404 404 404 404 404 404";

const settling = (intent: string, answers: string, state: DraftState = "open"): Row =>
  act(
    SUGGESTIONS,
    `${intent} in a text (${state})`,
    text,
    (p) => ({ intent, suggestions: p.text.suggestion, reason: "Ei nyt" }),
    answers,
    state,
  );

export const TEXT_ROWS: Row[] = [
  page(SUGGESTIONS, text, READING, "page of a text"),
  ...["accept", "decline"].flatMap((intent) => [
    settling(intent, EDITING),
    settling(intent, NOBODY_NOW, "locked"),
  ]),
  settling("withdraw", NOBODY_NOW),
  settling("withdraw", NOBODY_NOW, "archived"),
  settling("no such intent", NOT_THERE),
];
