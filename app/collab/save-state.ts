/** What the page says about saving: exactly one of these at any time (promise I10). */
import type { ReadOnlyReason, Refusal } from "../protocol/collab";

export type { ReadOnlyReason } from "../protocol/collab";

/** `count` is the number of changes not yet saved; times are milliseconds since the epoch. */
export type SaveState =
  | { kind: "loading" }
  /** `at` is when the last change of this tab was saved, or null when it has made none. */
  | { kind: "saved"; at: number | null; seq: number }
  | { kind: "saving"; count: number; since: number }
  /** `kept`: unsaved changes are on this device too, and survive the tab. */
  | { kind: "offline"; count: number; since: number; kept: boolean }
  | { kind: "readOnly"; reason: ReadOnlyReason }
  /** The server did not take the changes: they stay here to be copied, and nothing more is sent. */
  | { kind: "refused"; refusal: Refusal; count: number }
  /** The session ended: sign in again. */
  | { kind: "ended"; count: number }
  /** The document could not be opened; nothing was ever shown. */
  | { kind: "failed"; refusal: Refusal };

/** Unsaved changes older than this are told at every width; older than the second with a notice. Milliseconds. */
export const LATE_AFTER = 10_000;
export const STUCK_AFTER = 60_000;
