/** Threads on passages of a text, with where they belong. */
import type * as Y from "yjs";
import { readWords } from "../../app/collab/documents/text-anchors";
import type { Actor } from "../../app/domain/policy";
import type { TextPageData } from "../../app/protocol/text-data";
import type { Services } from "../services";
import { discussionOf } from "./category-discussion.server";
import type { readableDraft } from "./readable-draft.server";

/** In the order they were opened. `doc` is the committed live text. */
export async function marginOf(
  services: Services,
  {
    draft,
    actor,
    doc,
  }: { draft: Awaited<ReturnType<typeof readableDraft>>["draft"]; actor: Actor; doc: Y.Doc },
): Promise<Pick<TextPageData, "margin" | "talk">> {
  const [{ threads, canComment, choices }, rows] = await Promise.all([
    discussionOf(services, {
      ...{ draft, actor, split: { categories: [] }, words: readWords(doc) },
      wanted: "passages",
    }),
    services.db
      .selectFrom("threads")
      .select(["id", "anchor"])
      .where("draft_id", "=", draft.id)
      .where("anchor", "is not", null)
      .execute(),
  ]);
  const anchors = new Map(rows.map(({ id, anchor }) => [id, anchor]));
  const margin = threads.flatMap((thread) => {
    const anchor = anchors.get(thread.id);
    return anchor ? [{ ...thread, anchor }] : [];
  });
  return { margin, talk: { canComment, choices } };
}
