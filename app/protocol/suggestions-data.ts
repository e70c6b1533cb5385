/** What a page or the board's panel is given of suggestions. Times are ISO. */
import type { CategoryText, SuggestedChange, SuggestionKind } from "../domain/suggestions";

export interface SuggestionData {
  id: string;
  kind: SuggestionKind;
  /** Null for an addition that was not accepted. */
  categoryId: string | null;
  change: Pick<SuggestedChange, "label" | "sides">;
  /** The category when it was suggested; null for an addition. */
  base: CategoryText | null;
  /** The category now, with the hash of its content; null for an addition, or when it is not there. */
  now: (CategoryText & { hash: string }) | null;
  /** The category says something else than when it was suggested. */
  hasChanged: boolean;
  reason: string;
  author: string;
  party: string | null;
  color: number | null;
  writtenAt: string;
  isExample: boolean;
  /** Null while it waits. `seq` is the log position of the change that accepting made. */
  fate: {
    fate: "accepted" | "declined" | "withdrawn";
    reason: string;
    by: string;
    at: string;
    seq: number | null;
  } | null;
  canSettle: boolean;
  canWithdraw: boolean;
}
