/** Suggestions in a text as pages get them. Times are ISO. */
import type { ListedSuggestion } from "../domain/text/suggestion-list";
import type { SuggestionAuthor } from "./text-data";

export interface TextSuggestionData extends ListedSuggestion {
  /** Null while the server has not told it: it was made a moment ago. */
  author: SuggestionAuthor | null;
}

export interface SettledTextSuggestion {
  /** One suggestion's words can be settled more than once. */
  key: string;
  id: string;
  fate: "accepted" | "declined" | "withdrawn";
  reason: string;
  removed: string;
  added: string;
  by: string;
  settledAt: string;
  seq: number | null;
  author: string | null;
  party: string | null;
  color: number | null;
}
