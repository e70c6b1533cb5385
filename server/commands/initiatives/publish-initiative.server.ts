import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { managedInitiative } from "./permitted-initiative.server";

/** Opens the public summary to anybody, or closes it (rule N5). Doing it twice changes nothing. */
export async function publishInitiative(
  services: Services,
  viewer: Viewer,
  slug: string,
  isPublic: boolean,
): Promise<Outcome> {
  const initiative = await managedInitiative(services, viewer, slug);
  if ((initiative.publishedAt !== null) === isPublic) return { ok: true };
  await services.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("initiatives")
      .set({ published_at: isPublic ? services.clock() : null })
      .where("id", "=", initiative.id)
      .execute();
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: isPublic ? "initiative.published" : "initiative.unpublished" },
      ...{ subjectKind: "initiative", subjectId: initiative.id },
    });
  });
  return { ok: true };
}
