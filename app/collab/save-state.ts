/** What the page says about saving: exactly one of these at any time (promise I10). */
import type { Refusal } from "../protocol/collab";

/** Why a document is read-only. */
export type ReadOnlyReason = "role" | "locked" | "archived";

/** `count` is the number of changes not yet saved; times are milliseconds since the epoch. */
export type SaveState =
  | { kind: "loading" }
  /** `at` is when the last change of this tab was saved, or null when it has made none. */
  | { kind: "saved"; at: number | null; seq: number }
  | { kind: "saving"; count: number; since: number }
  | { kind: "offline"; count: number; since: number }
  | { kind: "readOnly"; reason: ReadOnlyReason }
  /** The server did not take the changes: they stay here to be copied, and nothing more is sent. */
  | { kind: "refused"; refusal: Refusal; count: number }
  /** The session ended: sign in again. */
  | { kind: "ended"; count: number }
  /** The document could not be opened; nothing was ever shown. */
  | { kind: "failed"; refusal: Refusal };
