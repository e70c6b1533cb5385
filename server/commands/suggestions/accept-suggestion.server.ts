import { categoriesMap, readCategory } from "../../../app/collab/documents/split-document";
import { categoryContentHash } from "../../../app/domain/split/canonical";
import { suggestionProblem, textOfCategory } from "../../../app/domain/suggestions";
import type { Outcome } from "../../../app/messages/problem";
import { WISH_CHARACTERS_MAX } from "../../../app/protocol/wish-form";
import { DocumentQuarantined } from "../../collab/hub";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedDraft } from "../drafts/permitted-draft.server";
import { applySuggestion } from "./apply-suggestion.server";
import { settleOnce, suggestionOf, writeFate } from "./settling.server";

/**
 * Makes the suggested change in the live draft, on the suggester's wish (rules G2, S6). `seen` is the content hash of the
 * category that the editor looked at: when it was reworded since the suggestion, the difference comes back first.
 * Refused as a value for what was settled already and for a category that is removed; 503 for a document that may only be read.
 */
export async function acceptSuggestion(
  services: Services,
  viewer: Viewer,
  slug: string,
  { id, seen }: { id: string; seen: string },
): Promise<Outcome<{ seq: number; categoryId: string }>> {
  const { draft } = await permittedDraft(services, viewer, slug, "draft.edit");
  const suggestion = await suggestionOf(services, draft, id);
  const { kind, change, party, author } = suggestion;
  const categoryId = suggestion.categoryId ?? suggestion.id;
  const answer = await settleOnce<{ seq: number; categoryId: string }>(
    services,
    draft,
    suggestion,
    async (trx) => {
      const { doc } = await services.documents.read(draft.documentId);
      const map = categoriesMap(doc).get(categoryId);
      if (kind !== "add") {
        const category = map && readCategory(categoryId, map);
        if (!category || suggestionProblem(kind, change, textOfCategory(category)) === "categoryRemoved")
          return { ok: false, error: "suggestions.error.categoryRemoved" };
        const now = categoryContentHash(category);
        if (now !== suggestion.contentHash && now !== seen)
          return { ok: false, error: "suggestions.error.changed", field: "seen" };
      }
      const editor = { personId: viewer.personId, sessionId: viewer.sessionHash };
      const seq = await services.documents
        .transact(draft.documentId, editor, "edit", (live) => applySuggestion(live, suggestion))
        .catch((error: unknown) => {
          if (error instanceof DocumentQuarantined) throw new Response("quarantined", { status: 503 });
          throw error;
        });
      const now = services.clock();
      await trx
        .insertInto("change_remarks")
        .values({
          ...{ document_id: draft.documentId, category_id: categoryId, seq, author_id: viewer.personId },
          ...{ wish: (party ?? author).slice(0, WISH_CHARACTERS_MAX), suggestion_id: id, created_at: now },
        })
        .execute();
      const made = kind === "add" ? categoryId : null;
      const fate = { fate: "accepted" as const, by: viewer.personId, categoryId: made, seq };
      await writeFate(trx, now, { draft, suggestion }, fate);
      await recordAudit(trx, {
        ...{
          personId: viewer.personId,
          action: "suggestion.accepted",
          subjectKind: "draft",
          subjectId: draft.id,
        },
        detail: { suggestionId: id, categoryId, seq },
      });
      return { ok: true, seq, categoryId };
    },
  );
  if (answer.ok) {
    services.documents.publish(draft.documentId, "remarks");
    services.documents.publish(draft.documentId, "suggestions");
  }
  return answer;
}
