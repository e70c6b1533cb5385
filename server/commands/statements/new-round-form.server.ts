/** What the form of a new round sends. */
import { isChecked, textOf } from "../../form.server";
import type { NewRound } from "./open-round.server";

/** Rows of questions on a new form. */
export const QUESTION_ROWS = 3;
/** Rows that one form can have. */
const QUESTION_ROWS_MAX = 40;

/** As typed, to be shown again. `category` and `party` are ids or empty. */
export interface TypedRound {
  version: string;
  title: string;
  background: string;
  dueOn: string;
  recipients: string[];
  rows: number;
  questions: { text: string; category: string; party: string }[];
}

export function readNewRound(form: FormData): TypedRound {
  const rows = Math.min(
    Math.max(Number(textOf(form, "rows")) || QUESTION_ROWS, QUESTION_ROWS),
    QUESTION_ROWS_MAX,
  );
  return {
    version: textOf(form, "version"),
    title: textOf(form, "title"),
    background: textOf(form, "background"),
    dueOn: textOf(form, "dueOn"),
    recipients: isChecked(form, "recipients")
      ? form.getAll("recipients").filter((id): id is string => typeof id === "string")
      : [],
    rows,
    questions: Array.from({ length: rows }, (_, n) => ({
      text: textOf(form, `question-${n}`),
      category: textOf(form, `category-${n}`),
      party: textOf(form, `party-${n}`),
    })),
  };
}

/** Questions without words are left out. A version that is no number is none. */
export function newRoundFrom({ version, questions, ...typed }: TypedRound): NewRound {
  return {
    ...{ title: typed.title, background: typed.background, dueOn: typed.dueOn, recipients: typed.recipients },
    version: /^[1-9]\d{0,8}$/.test(version) ? Number(version) : 0,
    questions: questions
      .filter(({ text }) => text)
      .map(({ text, category, party }) => ({ text, categoryId: category || null, partyId: party || null })),
  };
}
