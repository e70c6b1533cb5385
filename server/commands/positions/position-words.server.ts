/** What a person writes in a position, checked (rules P2, P5). */
import { isPlainDate } from "../../../app/domain/drafts";
import {
  needsReason,
  ORGAN_CHARACTERS_MAX,
  POSITION_VALUES,
  type PositionValue,
  REASON_CHARACTERS_MAX,
  SECTION_CHARACTERS_MAX,
} from "../../../app/domain/positions/position";
import type { Problem } from "../../../app/messages/problem";
import { dayOf } from "../../finnish-day.server";

/** The party's own organ that confirmed the position; nothing named is a preliminary one (rule P5). */
export interface OrganWords {
  organ?: string;
  section?: string;
  /** YYYY-MM-DD. */
  organDate?: string;
}
export interface PositionWords extends OrganWords {
  value: string;
  reason: string;
}

/** The words as they are kept. */
export interface KeptWords extends KeptOrgan {
  value: PositionValue;
  reason: string;
}
export interface KeptOrgan {
  organ: string | null;
  section: string | null;
  organDate: string | null;
}

/** Browsers send line ends as CRLF: one character to whoever counts what they typed. */
export const plainLines = (text: string) => text.replaceAll("\r\n", "\n").trim();

type Checked<T> = { ok: true; words: T } | ({ ok: false } & Problem);

export function checkOrgan(given: OrganWords, now: Date): Checked<KeptOrgan> {
  const [organ, section, organDate] = [given.organ, given.section, given.organDate].map(
    (text) => text?.trim() || null,
  ) as [string | null, string | null, string | null];
  if (organ === null && (section !== null || organDate !== null))
    return { ok: false, error: "positions.errors.organMissing", field: "organ" };
  if (organ && organ.length > ORGAN_CHARACTERS_MAX)
    return tooLong("positions.errors.organLong", "organ", ORGAN_CHARACTERS_MAX);
  if (section && section.length > SECTION_CHARACTERS_MAX)
    return tooLong("positions.errors.sectionLong", "section", SECTION_CHARACTERS_MAX);
  if (organDate !== null && (!isPlainDate(organDate) || organDate > dayOf(now)))
    return { ok: false, error: "positions.errors.organDate", field: "organDate" };
  return { ok: true, words: { organ, section, organDate } };
}

/** Any text may be prepared; what is given needs a value, and a reason where rule P2 says so. */
export function checkReason(reason: string): Checked<string> {
  const words = plainLines(reason);
  return words.length > REASON_CHARACTERS_MAX
    ? tooLong("positions.errors.reasonLong", "reason", REASON_CHARACTERS_MAX)
    : { ok: true, words };
}

export const isValue = (text: string): text is PositionValue =>
  (POSITION_VALUES as readonly string[]).includes(text);

export function checkWords(given: PositionWords, now: Date): Checked<KeptWords> {
  if (!isValue(given.value)) return { ok: false, error: "positions.errors.valueMissing", field: "value" };
  const reason = checkReason(given.reason);
  if (!reason.ok) return reason;
  if (needsReason(given.value) && reason.words === "")
    return { ok: false, error: "positions.errors.reasonMissing", field: "reason" };
  const organ = checkOrgan(given, now);
  if (!organ.ok) return organ;
  return { ok: true, words: { value: given.value, reason: reason.words, ...organ.words } };
}

function tooLong(error: Problem["error"], field: string, max: number): { ok: false } & Problem {
  return { ok: false, error, field, values: { max } };
}
