/** Every suggestion in a text, those that wait with their context and the settled ones with their reasons. */
import { readText } from "../../app/collab/documents/text-document";
import { listSuggestions } from "../../app/domain/text/suggestion-list";
import type { SettledTextSuggestion, TextSuggestionData } from "../../app/protocol/text-suggestions-data";
import { mayDo } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { readableDraft } from "./readable-draft.server";
import { suggestionAuthors } from "./suggestion-authors.server";

export interface TextSuggestionsPage {
  frame: DraftFrame;
  /** Those in the text, in its order. */
  waiting: TextSuggestionData[];
  /** The newest first, at most SETTLED_SHOWN_MAX. */
  settled: SettledTextSuggestion[];
  canSettle: boolean;
  canSuggest: boolean;
}

export const SETTLED_SHOWN_MAX = 200;

/** 404 for who may not read the draft. */
export async function textSuggestionsPage(
  services: Services,
  viewer: Viewer,
  slug: string,
): Promise<TextSuggestionsPage> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const text = readText((await services.documents.read(draft.documentId)).doc);
  const authors = await suggestionAuthors(services, draft.documentId, viewer, text);
  return {
    frame: await draftFrame(services, draft, actor, { kind: "text", text }),
    waiting: listSuggestions(text).map((listed) => ({ ...listed, author: authors[listed.id] ?? null })),
    settled: await settledOf(services, draft.documentId),
    canSettle: mayDo(actor, "draft.edit", draft),
    canSuggest: mayDo(actor, "draft.suggest", draft),
  };
}

async function settledOf({ db }: Services, documentId: string): Promise<SettledTextSuggestion[]> {
  const rows = await db
    .selectFrom("text_suggestion_fates as f")
    .innerJoin("persons as decider", "decider.id", "f.decided_by")
    .leftJoin("text_suggestions as s", (join) =>
      join.onRef("s.document_id", "=", "f.document_id").onRef("s.id", "=", "f.suggestion_id"),
    )
    .leftJoin("persons as author", "author.id", "s.author_id")
    .leftJoin("parties", "parties.id", "s.party_id")
    .select(["f.n", "f.suggestion_id as id", "f.fate", "f.reason", "f.removed", "f.added", "f.seq"])
    .select(["f.created_at as settledAt", "decider.name as by", "author.name as author"])
    .select(["parties.short_name as party", "parties.color"])
    .where("f.document_id", "=", documentId)
    .orderBy("f.n", "desc")
    .limit(SETTLED_SHOWN_MAX)
    .execute();
  return rows.map(({ n, settledAt, ...row }) => ({
    ...row,
    key: String(n),
    settledAt: settledAt.toISOString(),
  }));
}
