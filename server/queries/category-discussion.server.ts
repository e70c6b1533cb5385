/** Discussion of one subject: a category for the board's panel, a version for its page. */
import { readSplit } from "../../app/collab/documents/split-document";
import type { DocumentWords } from "../../app/collab/documents/text-anchors";
import type { Actor } from "../../app/domain/policy";
import type { Split } from "../../app/domain/split/split";
import type { DiscussionData } from "../../app/protocol/discussion-data";
import type { SuggestionData } from "../../app/protocol/suggestions-data";
import { mayDo } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { mentionablesAt } from "./mentionables.server";
import { readableDraft } from "./readable-draft.server";
import { suggestionsOf } from "./suggestions-of.server";
import { type ThreadsWanted, threadsOf } from "./threads-of.server";

type Draft = Awaited<ReturnType<typeof readableDraft>>["draft"];

/** What is said of one category, and what is suggested to it, the newest suggestion first. */
export interface CategoryTalk extends DiscussionData {
  suggestions: SuggestionData[];
  canSuggest: boolean;
}

/** Nothing for a category that is not there. 404 for who may not read the draft. */
export async function categoryTalk(
  services: Services,
  viewer: Viewer,
  slug: string,
  categoryId: string,
): Promise<CategoryTalk> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const split = readSplit((await services.documents.read(draft.documentId)).doc);
  const [discussion, suggestions] = await Promise.all([
    discussionOf(services, { draft, actor, split, wanted: { categoryId } }),
    suggestionsOf(services.db, { draft, actor, split, categoryId }),
  ]);
  return { ...discussion, suggestions, canSuggest: mayDo(actor, "draft.suggest", draft) };
}

interface Wanted {
  draft: Draft;
  actor: Actor;
  split: Split;
  words?: DocumentWords;
  wanted: ThreadsWanted;
}

/** The wanted threads of a draft that the actor may read. */
export async function discussionOf(
  { db, clock }: Services,
  { draft, actor, split, words, wanted }: Wanted,
): Promise<DiscussionData> {
  const now = clock();
  const { known, choices } = await mentionablesAt(db, draft.tableId, now);
  const canComment = mayDo(actor, "draft.comment", draft);
  const threads = await threadsOf(db, {
    ...{ draftId: draft.id, wanted, split, words, viewerId: actor.personId, now, known },
    ...{ canComment, canEditDraft: mayDo(actor, "draft.edit", draft) },
  });
  return { threads, canComment, choices: canComment ? choices : [] };
}
