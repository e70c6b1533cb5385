/** Every suggestion of a draft, and what a new one can be about. */
import type { Localized } from "../../app/domain/languages";
import type { Sides } from "../../app/domain/split/split";
import type { SuggestionData } from "../../app/protocol/suggestions-data";
import { mayDo } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { liveContent } from "./live-content.server";
import { readableDraft } from "./readable-draft.server";
import { suggestionsOf } from "./suggestions-of.server";

export interface SuggestionsPage {
  frame: DraftFrame;
  /** Those that wait, the oldest first; then the settled ones, the newest first. */
  waiting: SuggestionData[];
  settled: SuggestionData[];
  canSuggest: boolean;
  /** Categories that stand on the board, in order. */
  categories: { id: string; label: Localized; sides: Sides }[];
}

/** 404 for who may not read the draft. */
export async function suggestionsPage(
  services: Services,
  viewer: Viewer,
  slug: string,
): Promise<SuggestionsPage> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const { content, split } = await liveContent(services, draft);
  const all = await suggestionsOf(services.db, { draft, actor, split });
  return {
    frame: await draftFrame(services, draft, actor, content),
    waiting: all.filter(({ fate }) => fate === null).reverse(),
    settled: all.filter(({ fate }) => fate !== null),
    canSuggest: mayDo(actor, "draft.suggest", draft),
    categories: split.categories
      .filter(({ status }) => status !== "removed")
      .map(({ id, label, sides }) => ({ id, label, sides })),
  };
}
