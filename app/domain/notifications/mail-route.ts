/** Which way a notification goes to a person, and when a mail that was not taken is tried again. */
import { IMMEDIATE_KINDS, type NotificationKind, type NotificationLevel } from "../notifications";

export interface Told {
  kind: NotificationKind;
  level: NotificationLevel;
  /** There is an address, and nothing has come back from it. */
  reachable: boolean;
  /** Still sits at the table: who has left is sent nothing of it. */
  seated: boolean;
  /** Seen in the product before any mail went. */
  read: boolean;
}

/** "now": a mail of its own. "morning": in the digest. "none": no mail, and never one later. */
export function mailRoute({ kind, level, reachable, seated, read }: Told): "now" | "morning" | "none" {
  if (!reachable || !seated || read || level === "none") return "none";
  return level === "immediately" && IMMEDIATE_KINDS.includes(kind) ? "now" : "morning";
}

/** Minutes until the next try, by the tries before: an hour's silence of a server is spanned by seven of them. */
export const RETRY_MINUTES = [1, 2, 4, 8, 15, 30, 60, 120, 240, 480];
/** After those. */
const DAILY_MINUTES = 24 * 60;
/** A message that a working server refuses for good so many times is given up: the person's address is not at fault. */
export const REFUSALS_MAX = 5;

/** When to try again after so many failed tries (1 or more). */
export function nextTry(attempts: number, now: Date): Date {
  return new Date(now.getTime() + (RETRY_MINUTES[attempts - 1] ?? DAILY_MINUTES) * 60_000);
}
