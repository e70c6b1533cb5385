/** Records on whose wish a category was changed (rule S6). What was said is added, never changed. */
import { categoriesMap } from "../../../app/collab/documents/split-document";
import { WISH_CHARACTERS_MAX } from "../../../app/protocol/wish-form";
import { authorize, notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import { readableDraft } from "../../queries/readable-draft.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

export type RecordWishAnswer = { ok: true } | { ok: false; error: "empty" | "long" };

/** Adds a remark at the log's present position. 403 without the right to edit, 404 for what is not there. */
export async function recordWish(
  services: Services,
  viewer: Viewer,
  { slug, categoryId, wish }: { slug: string; categoryId: string; wish: string },
): Promise<RecordWishAnswer> {
  const { draft } = await readableDraft(services, viewer, slug);
  await authorize(services, viewer, "draft.edit", draft);
  const words = wish.trim();
  if (!words) return { ok: false, error: "empty" };
  if (words.length > WISH_CHARACTERS_MAX) return { ok: false, error: "long" };
  const { doc, seq } = await services.documents.read(draft.documentId);
  if (!categoriesMap(doc).has(categoryId)) throw notFound();
  await services.db.transaction().execute(async (trx) => {
    await trx
      .insertInto("change_remarks")
      .values({
        document_id: draft.documentId,
        category_id: categoryId,
        seq,
        wish: words,
        author_id: viewer.personId,
      })
      .execute();
    await recordAudit(trx, {
      personId: viewer.personId,
      action: "wish.recorded",
      subjectKind: "draft",
      subjectId: draft.id,
      detail: { categoryId, seq },
    });
  });
  services.documents.publish(draft.documentId, "remarks");
  return { ok: true };
}
