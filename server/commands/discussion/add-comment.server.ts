/** What opening a thread, replying and rewording share: the row, its mentions, and telling whom it concerns. */
import type { Kysely } from "kysely";
import {
  COMMENT_CHARACTERS_MAX,
  type CommentKind,
  excerptOf,
  normalizeComment,
} from "../../../app/domain/discussion/comment";
import { findMentions } from "../../../app/domain/discussion/mentions";
import type { Refused } from "../../../app/messages/problem";
import type { Database } from "../../../db/schema/tables";
import { tell } from "../../events/tell.server";
import { mentionablesAt } from "../../queries/mentionables.server";
import type { Speaker, TalkDraft } from "./talk-draft.server";

export interface SaidIn {
  draft: TalkDraft;
  thread: { id: string; categoryId: string | null };
  speaker: Speaker;
}

/** The words as they are kept, or why they are not taken. */
export function checkWords(text: string): { ok: true; body: string } | Refused {
  const body = normalizeComment(text);
  if (!body) return { ok: false, error: "discussion.error.empty", field: "body" };
  if (body.length <= COMMENT_CHARACTERS_MAX) return { ok: true, body };
  const values = { max: COMMENT_CHARACTERS_MAX, count: body.length };
  return { ok: false, error: "discussion.error.long", field: "body", values };
}

/**
 * Adds a comment, tells those whom it mentions and, of a reply, those who spoke in the thread; the thread is read by
 * its author. Answers its id and the names after "@" that reached nobody (rule C2).
 */
export async function addComment(
  trx: Kysely<Database>,
  now: Date,
  said: SaidIn,
  { kind, body }: { kind: CommentKind; body: string },
): Promise<{ commentId: string; unreached: string[] }> {
  const { thread, speaker } = said;
  const earlier = await trx
    .selectFrom("comments")
    .select("author_id")
    .distinct()
    .where("thread_id", "=", thread.id)
    .execute();
  const { id: commentId } = await trx
    .insertInto("comments")
    .values({
      ...{ thread_id: thread.id, kind, body, created_at: now },
      ...{ author_id: speaker.personId, party_id: speaker.partyId },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { unreached, seated } = await tellMentioned(trx, now, said, { commentId, body });
  await tell(trx, now, {
    ...telling(said, { commentId, body }),
    kind: "reply",
    to: earlier.map(({ author_id }) => author_id).filter((id) => seated.has(id)),
  });
  await trx
    .insertInto("thread_reads")
    .values({ thread_id: thread.id, person_id: speaker.personId, read_at: now })
    .onConflict((conflict) => conflict.columns(["thread_id", "person_id"]).doUpdateSet({ read_at: now }))
    .execute();
  return { commentId, unreached };
}

/** Records whom the words mention beside those mentioned before, and tells them. */
export async function tellMentioned(
  trx: Kysely<Database>,
  now: Date,
  said: SaidIn,
  { commentId, body }: { commentId: string; body: string },
): Promise<{ unreached: string[]; seated: Set<string> }> {
  const { known, reachedBy, seated } = await mentionablesAt(trx, said.draft.tableId, now);
  const mentions = findMentions(body, known);
  const before = await trx
    .selectFrom("comment_mentions")
    .select(["person_id", "party_id"])
    .where("comment_id", "=", commentId)
    .execute();
  const knownBefore = new Set(before.map((row) => row.person_id ?? row.party_id));
  const targets = [...new Set(mentions.flatMap((mention) => mention.targets))];
  const fresh = targets.filter(({ id }) => !knownBefore.has(id));
  if (fresh.length > 0)
    await trx
      .insertInto("comment_mentions")
      .values(
        fresh.map(({ kind, id }) => ({
          comment_id: commentId,
          person_id: kind === "person" ? id : null,
          party_id: kind === "party" ? id : null,
        })),
      )
      .execute();
  const to = fresh.flatMap(reachedBy);
  await tell(trx, now, { ...telling(said, { commentId, body }), kind: "mention", to });
  const missed = mentions.filter((mention) => mention.targets.flatMap(reachedBy).length === 0);
  return { unreached: [...new Set(missed.map(({ name }) => name))], seated };
}

/** One key for mention and reply: whoever is both mentioned and answered is told once of one comment. */
function telling({ draft, thread, speaker }: SaidIn, comment: { commentId: string; body: string }) {
  return {
    tableId: draft.tableId,
    actorId: speaker.personId,
    draftId: draft.id,
    categoryId: thread.categoryId,
    subjectId: thread.id,
    partyId: speaker.partyId,
    detail: { commentId: comment.commentId, excerpt: excerptOf(comment.body) },
    key: `comment:${comment.commentId}`,
  };
}
