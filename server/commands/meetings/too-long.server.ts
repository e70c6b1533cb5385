import type { Outcome } from "../../../app/messages/problem";

/** The refusal of a field's words that are longer than `max` characters, or null. */
export const tooLong = (field: string, words: string, max: number): Outcome | null =>
  words.length > max ? { ok: false, field, error: "meetings.error.long", values: { max } } : null;
