import { EDIT_WINDOW_MINUTES, isEditable } from "../../../app/domain/discussion/comment";
import { notAllowed, notFound } from "../../authorize.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { checkWords, tellMentioned } from "./add-comment.server";
import type { Said } from "./open-thread.server";
import { talkDraft } from "./talk-draft.server";

/**
 * Rewords one's own comment within its window (rule C3). The earlier words stay; the same words again change nothing.
 * 404 for a comment of another draft, 403 for somebody else's; refused as a value once the window is over.
 */
export async function editComment(
  services: Services,
  viewer: Viewer,
  slug: string,
  { commentId, body }: { commentId: string; body: string },
): Promise<Said> {
  const { draft, speaker } = await talkDraft(services, viewer, slug);
  const { db } = services;
  const comment = await db
    .selectFrom("comments")
    .innerJoin("threads", "threads.id", "comments.thread_id")
    .select([
      "comments.author_id",
      "comments.body",
      "comments.created_at",
      "threads.id",
      "threads.category_id",
    ])
    .where("comments.id", "=", commentId)
    .where("threads.draft_id", "=", draft.id)
    .executeTakeFirst();
  if (!comment) throw notFound();
  if (comment.author_id !== viewer.personId) throw notAllowed();
  const words = checkWords(body);
  if (!words.ok) return words;
  const now = services.clock();
  if (!isEditable(comment.created_at, now)) {
    const values = { minutes: EDIT_WINDOW_MINUTES };
    return { ok: false, error: "discussion.error.editLate", field: "body", values };
  }
  const last = await db
    .selectFrom("comment_edits")
    .select("body")
    .where("comment_id", "=", commentId)
    .orderBy("n", "desc")
    .executeTakeFirst();
  const threadId = comment.id;
  if ((last ?? comment).body === words.body) return { ok: true, threadId, commentId, unreached: [] };
  const { unreached } = await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("comment_edits")
      .values({ comment_id: commentId, body: words.body, created_at: now })
      .execute();
    const thread = { id: threadId, categoryId: comment.category_id };
    return tellMentioned(trx, now, { draft, thread, speaker }, { commentId, body: words.body });
  });
  services.documents.publish(draft.documentId, "discussion");
  return { ok: true, threadId, commentId, unreached };
}
