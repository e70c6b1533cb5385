import { LANGUAGES, type Localized } from "../../../app/domain/languages";
import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { titleProblem } from "./draft-title.server";
import { permittedDraft } from "./permitted-draft.server";

/** Gives the draft a new title in one to three languages. Its address stays, so that links stay. */
export async function renameDraft(
  services: Services,
  viewer: Viewer,
  slug: string,
  title: Required<Localized>,
): Promise<Outcome> {
  const { draft } = await permittedDraft(services, viewer, slug, "draft.manage");
  for (const language of LANGUAGES) {
    const problem = titleProblem(title[language] ?? "", language, language === "fi");
    if (problem) return problem;
  }
  const after = Object.fromEntries(Object.entries(title).filter(([, text]) => text));
  await services.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("drafts")
      .set({ title: JSON.stringify(after) })
      .where("id", "=", draft.id)
      .execute();
    await recordAudit(trx, {
      personId: viewer.personId,
      action: "draft.renamed",
      subjectKind: "draft",
      subjectId: draft.id,
      detail: { before: draft.title, after },
    });
  });
  services.documents.publish(draft.documentId, "draft");
  return { ok: true };
}
