import { categoriesMap } from "../../../app/collab/documents/split-document";
import { type OpeningKind, THREADS_PER_DRAFT_MAX } from "../../../app/domain/discussion/comment";
import type { ChosenPassage, PassageAnchor } from "../../../app/domain/text/anchor";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { addComment, checkWords } from "./add-comment.server";
import { anchorFor } from "./passage-anchor.server";
import { type TalkDraft, talkDraft } from "./talk-draft.server";

/** What the thread will be about. */
export type NewPlace =
  | { kind: "draft" }
  | { kind: "category"; categoryId: string }
  | { kind: "version"; number: number }
  /** Words of a text (rules A1–A4). */
  | { kind: "passage"; chosen: ChosenPassage };
export type Said = Outcome<{ threadId: string; commentId: string; unreached: string[] }>;

/**
 * Opens a thread with its first comment or question (rule C1). Refused as a value for empty or over-long words and for
 * a draft that is full of threads, and for a passage that is not there any more; 404 for a category or version that is not there.
 */
export async function openThread(
  services: Services,
  viewer: Viewer,
  slug: string,
  { place, kind, body: text }: { place: NewPlace; kind: OpeningKind; body: string },
): Promise<Said> {
  const { draft, speaker } = await talkDraft(services, viewer, slug);
  const subjectId = await subjectOf(services, draft, place);
  const words = checkWords(text);
  if (!words.ok) return words;
  const { count } = await services.db
    .selectFrom("threads")
    .select((of) => of.fn.countAll<number>().as("count"))
    .where("draft_id", "=", draft.id)
    .executeTakeFirstOrThrow();
  if (Number(count) >= THREADS_PER_DRAFT_MAX)
    return { ok: false, error: "discussion.error.manyThreads", values: { max: THREADS_PER_DRAFT_MAX } };
  const anchored = place.kind === "passage" ? await anchorFor(services, draft, place.chosen) : null;
  if (anchored && !anchored.ok) return anchored;
  const now = services.clock();
  const said = await services.db.transaction().execute(async (trx) => {
    const categoryId = place.kind === "category" ? place.categoryId : null;
    const { id: threadId } = await trx
      .insertInto("threads")
      .values({
        ...{ table_id: draft.tableId, subject_id: subjectId, draft_id: draft.id, category_id: categoryId },
        ...{ subject_kind: place.kind === "passage" ? "draft" : place.kind },
        ...{ opened_by: speaker.personId, created_at: now, anchor: anchorRow(anchored?.anchor) },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const thread = { id: threadId, categoryId };
    return {
      threadId,
      ...(await addComment(trx, now, { draft, thread, speaker }, { kind, body: words.body })),
    };
  });
  services.documents.publish(draft.documentId, "discussion");
  return { ok: true, ...said };
}

const anchorRow = (anchor: PassageAnchor | undefined) => (anchor ? JSON.stringify(anchor) : null);

/** The row that the thread names; a removed category may be spoken of as well. */
async function subjectOf(services: Services, draft: TalkDraft, place: NewPlace): Promise<string> {
  if (place.kind === "draft" || place.kind === "passage") return draft.id;
  if (place.kind === "category") {
    const { doc } = await services.documents.read(draft.documentId);
    if (!categoriesMap(doc).has(place.categoryId)) throw notFound();
    return draft.id;
  }
  const version = await services.db
    .selectFrom("versions")
    .select("id")
    .where("draft_id", "=", draft.id)
    .where("number", "=", place.number)
    .executeTakeFirst();
  if (!version) throw notFound();
  return version.id;
}
