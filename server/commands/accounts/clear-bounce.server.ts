import { notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import { bounceScope, openBounces } from "../../queries/bounces-page.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/**
 * Lets mail go to the address again: every open bounce of it is cleared. 404 for one that is cleared already or is
 * not the viewer's to clear, 403 for who looks after nobody's addresses.
 */
export async function clearBounce(services: Services, viewer: Viewer, bounceId: string): Promise<void> {
  const bounce = await openBounces(services, await bounceScope(services, viewer))
    .where("bounces.id", "=", bounceId)
    .executeTakeFirst();
  if (!bounce) throw notFound();
  await services.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("bounces")
      .set({ cleared_at: services.clock() })
      .where((w) => w(w.fn("lower", ["address"]), "=", bounce.address.toLowerCase()))
      .where("cleared_at", "is", null)
      .execute();
    await recordAudit(trx, {
      personId: viewer.personId,
      action: "bounce.cleared",
      subjectKind: "bounce",
      subjectId: bounce.id,
    });
  });
}
