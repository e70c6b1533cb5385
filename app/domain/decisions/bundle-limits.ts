/** How large a bundle may be, apart from what reads it: a page knows the limit before it fetches the rest. */
import type { Verified } from "./verify";

/** A whole bundle. A text of a hundred pages is a few megabytes, its chain of ten thousand links some four. */
export const BUNDLE_BYTES_MAX = 32 * 1024 * 1024;

/** What is answered of a larger file, which nobody reads. */
export const TOO_LARGE: Verified = {
  findings: [{ check: "archive", ok: false, problem: "tooLarge" }],
  ...{ ok: false, isUnreadable: true, says: null },
};
