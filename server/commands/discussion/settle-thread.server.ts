import { notAllowed } from "../../authorize.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { talkDraft, threadOf } from "./talk-draft.server";

/** Marks a thread as resolved (rule C4). Doing it twice leaves one row. 403 for who neither edits the draft nor opened it. */
export function resolveThread(services: Services, viewer: Viewer, slug: string, threadId: string) {
  return settle(services, viewer, slug, threadId, "resolved");
}

/** Opens a resolved thread again, by the same people. */
export function reopenThread(services: Services, viewer: Viewer, slug: string, threadId: string) {
  return settle(services, viewer, slug, threadId, "reopened");
}

async function settle(
  services: Services,
  viewer: Viewer,
  slug: string,
  threadId: string,
  kind: "resolved" | "reopened",
): Promise<{ ok: true }> {
  const { draft, mayEdit } = await talkDraft(services, viewer, slug);
  const thread = await threadOf(services, draft, threadId);
  if (!mayEdit && thread.openedBy !== viewer.personId) throw notAllowed();
  const last = await services.db
    .selectFrom("thread_events")
    .select("kind")
    .where("thread_id", "=", thread.id)
    .orderBy("n", "desc")
    .executeTakeFirst();
  if ((last?.kind ?? "reopened") === kind) return { ok: true };
  await services.db
    .insertInto("thread_events")
    .values({ thread_id: thread.id, kind, person_id: viewer.personId, created_at: services.clock() })
    .execute();
  services.documents.publish(draft.documentId, "discussion");
  return { ok: true };
}
