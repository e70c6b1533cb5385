import { readableDraft } from "../../queries/readable-draft.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/**
 * The viewer has read what was said until this moment: in one thread, or in all of the draft's (rule C5). Never goes
 * back in time nor past the present; a thread of another draft is passed over. 404 for who may not read the draft.
 */
export async function markRead(
  services: Services,
  viewer: Viewer,
  slug: string,
  { threadId, until }: { threadId: string | null; until: Date },
): Promise<{ ok: true }> {
  const { draft } = await readableDraft(services, viewer, slug);
  const now = services.clock();
  const readAt = until > now ? now : until;
  let threads = services.db.selectFrom("threads").select("id").where("draft_id", "=", draft.id);
  if (threadId) threads = threads.where("id", "=", threadId);
  const found = await threads.execute();
  if (found.length === 0) return { ok: true };
  await services.db
    .insertInto("thread_reads")
    .values(found.map(({ id }) => ({ thread_id: id, person_id: viewer.personId, read_at: readAt })))
    .onConflict((conflict) =>
      conflict.columns(["thread_id", "person_id"]).doUpdateSet((to) => ({
        read_at: to.fn("greatest", ["thread_reads.read_at", "excluded.read_at"]),
      })),
    )
    .execute();
  return { ok: true };
}
