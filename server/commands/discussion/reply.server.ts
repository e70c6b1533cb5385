import { COMMENTS_PER_THREAD_MAX } from "../../../app/domain/discussion/comment";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { addComment, checkWords } from "./add-comment.server";
import type { Said } from "./open-thread.server";
import { talkDraft, threadOf } from "./talk-draft.server";

/**
 * Answers in a thread, also in one that was resolved meanwhile: nothing that was written is lost. Refused as a value
 * for empty or over-long words and for a thread that is full; 404 for a thread of another draft.
 */
export async function reply(
  services: Services,
  viewer: Viewer,
  slug: string,
  { threadId, body }: { threadId: string; body: string },
): Promise<Said> {
  const { draft, speaker } = await talkDraft(services, viewer, slug);
  const thread = await threadOf(services, draft, threadId);
  const words = checkWords(body);
  if (!words.ok) return words;
  const { count } = await services.db
    .selectFrom("comments")
    .select((of) => of.fn.countAll<number>().as("count"))
    .where("thread_id", "=", thread.id)
    .executeTakeFirstOrThrow();
  if (Number(count) >= COMMENTS_PER_THREAD_MAX)
    return { ok: false, error: "discussion.error.manyComments", values: { max: COMMENTS_PER_THREAD_MAX } };
  const now = services.clock();
  const said = await services.db
    .transaction()
    .execute((trx) => addComment(trx, now, { draft, thread, speaker }, { kind: "reply", body: words.body }));
  services.documents.publish(draft.documentId, "discussion");
  return { ok: true, threadId: thread.id, ...said };
}
