import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { permittedDraft } from "./permitted-draft.server";

/**
 * Members edit the draft, or only suggest to it; those who prepare edit always. Every seat on it is checked again at
 * once. Refused as a value when nothing was chosen.
 */
export async function changeEditing(
  services: Services,
  viewer: Viewer,
  slug: string,
  who: string,
): Promise<Outcome> {
  const { draft } = await permittedDraft(services, viewer, slug, "draft.manage");
  if (who !== "membersEdit" && who !== "membersSuggest")
    return { ok: false, error: "drafts.error.editing", field: "who" };
  const membersEdit = who === "membersEdit";
  await services.db.transaction().execute(async (trx) => {
    await trx.updateTable("drafts").set({ members_edit: membersEdit }).where("id", "=", draft.id).execute();
    await recordAudit(trx, {
      personId: viewer.personId,
      action: "draft.editingChanged",
      subjectKind: "draft",
      subjectId: draft.id,
      detail: { membersEdit },
    });
  });
  await services.documents.recheckAccess(draft.documentId);
  services.documents.publish(draft.documentId, "draft");
  return { ok: true };
}
