import { readSplit } from "../../app/collab/documents/split-document";
import { canonicalJson, normalizeSplit } from "../../app/domain/split/canonical";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { wishesBetween } from "./draft-wishes.server";
import { readableDraft } from "./readable-draft.server";

/**
 * The live committed split for programs, as canonical JSON: `{ slug, documentId, title, version,
 * categories }`. `version` is the number of the last frozen version or null; removed categories are
 * included; `wish` is the latest one recorded, or null.
 */
export async function apiDraft(services: Services, viewer: Viewer, slug: string): Promise<string> {
  const { draft } = await readableDraft(services, viewer, slug);
  const [{ doc }, wishes, last] = await Promise.all([
    services.documents.read(draft.documentId),
    wishesBetween(services, draft.documentId),
    services.db
      .selectFrom("versions")
      .select((v) => v.fn.max("number").as("number"))
      .where("draft_id", "=", draft.id)
      .executeTakeFirst(),
  ]);
  const { categories } = normalizeSplit(readSplit(doc));
  return canonicalJson({
    slug: draft.slug,
    documentId: draft.documentId,
    title: draft.title,
    version: last?.number ?? null,
    categories: categories.map((category) => ({ ...category, wish: wishes[category.id] ?? null })),
  });
}
