import type { Services } from "../../../server/services";
import { CATEGORY } from "../rights-world";

/** A thread with a comment and two suggestions of somebody on a draft, for questions about rights. */
export async function addTalk(
  { db, clock }: Services,
  { tableId, slug, personId }: { tableId: string; slug: string; personId: string },
) {
  const { id: draftId } = await db
    .selectFrom("drafts")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  const { id: thread } = await db
    .insertInto("threads")
    .values({
      ...{ table_id: tableId, subject_kind: "category", subject_id: draftId, draft_id: draftId },
      ...{ category_id: CATEGORY, opened_by: personId },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id: comment } = await db
    .insertInto("comments")
    .values({
      thread_id: thread,
      kind: "question",
      body: "Milloin?",
      author_id: personId,
      created_at: clock(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { id: suggestion } = await db
    .insertInto("suggestions")
    .values({
      ...{ draft_id: draftId, kind: "add", category_id: null, reason: "", author_id: personId },
      change: JSON.stringify({ label: "Uusi luokka", sides: "both" }),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { thread, comment, suggestion };
}
