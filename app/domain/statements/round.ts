/** A statement round and its recipients: limits, who may still send, and who is reminded on which day. */

/** Limits in characters, and of rows. */
export const ROUND_TITLE_CHARACTERS_MAX = 200;
export const ROUND_BACKGROUND_CHARACTERS_MAX = 10_000;
export const ROUND_QUESTION_CHARACTERS_MAX = 2_000;
export const ROUND_QUESTIONS_MAX = 20;
export const STATEMENT_PART_CHARACTERS_MAX = 10_000;
export const PROPOSED_CHANGE_CHARACTERS_MAX = 5_000;
export const ANSWER_REASON_CHARACTERS_MAX = 2_000;
export const ORGAN_CHARACTERS_MAX = 200;
export const SECTION_CHARACTERS_MAX = 50;
/** A round may be open this long at most, in days. */
export const ROUND_DAYS_MAX = 366;

/** What a recipient's standing follows from. Days are YYYY-MM-DD in Finland, times ISO. */
export interface RecipientFacts {
  dueOn: string;
  closed: boolean;
  /** The secretary lets a late statement in until this day. */
  letInUntil: string | null;
  askedAgainAt: string | null;
  /** When the latest statement was sent, or null. */
  sentAt: string | null;
}

export const RECIPIENT_STATUSES = ["open", "given", "late"] as const;
export type RecipientStatus = (typeof RECIPIENT_STATUSES)[number];

/** The latest statement stands: none newer was asked for. */
function hasGiven({ sentAt, askedAgainAt }: RecipientFacts): boolean {
  return sentAt !== null && (askedAgainAt === null || Date.parse(askedAgainAt) < Date.parse(sentAt));
}

/** The last day on which the recipient may send: the round's, or the one until which it is let in. */
export function lastDayOf({ dueOn, letInUntil }: Pick<RecipientFacts, "dueOn" | "letInUntil">): string {
  return letInUntil !== null && letInUntil > dueOn ? letInUntil : dueOn;
}

/** Given; otherwise late once the round's last day is over, let in or not; otherwise open. */
export function statusOf(recipient: RecipientFacts, today: string): RecipientStatus {
  if (hasGiven(recipient)) return "given";
  return today > recipient.dueOn ? "late" : "open";
}

/** Why a recipient may not send, or null when it may. */
export type NoSending = "closed" | "given" | "over";

/** Why the recipient may not write and send its statement on this day, or null when it may (rule R2). */
export function whyNotSend(recipient: RecipientFacts, today: string): NoSending | null {
  if (recipient.closed) return "closed";
  if (hasGiven(recipient)) return "given";
  return today > lastDayOf(recipient) ? "over" : null;
}

const DAY_MS = 86_400_000;
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** Days from one day to another, negative when it is before. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Is a recipient reminded on this day? Every week from the opening, and on its last day; only while it may send
 * and has not sent.
 */
export function isRemindedOn(recipient: RecipientFacts & { openedOn: string }, day: string): boolean {
  if (whyNotSend(recipient, day) !== null) return false;
  const days = daysBetween(recipient.openedOn, day);
  return days > 0 && (days % 7 === 0 || day === lastDayOf(recipient));
}
