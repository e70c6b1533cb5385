import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { draftAtTable, managedInitiative } from "./permitted-initiative.server";

/** Says which text draft of the table is the response; empty for none. 404 for a draft of another table or kind. */
export async function linkResponse(
  services: Services,
  viewer: Viewer,
  slug: string,
  draftSlug: string,
): Promise<Outcome> {
  const initiative = await managedInitiative(services, viewer, slug);
  const draft = await draftAtTable(services, initiative.tableId, draftSlug);
  if (draft === undefined || (draft && draft.kind !== "text")) throw notFound();
  await services.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("initiatives")
      .set({ response_draft_id: draft?.id ?? null })
      .where("id", "=", initiative.id)
      .execute();
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: "initiative.responseLinked", subjectKind: "initiative" },
      ...{ subjectId: initiative.id, detail: { draft: draftSlug } },
    });
  });
  return { ok: true };
}
