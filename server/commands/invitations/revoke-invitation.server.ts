import { notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { managedTable } from "../tables/table-subject.server";

/** Takes an unused invitation back. One that is used or revoked already stays as it is. */
export async function revokeInvitation(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
  invitationId: string,
): Promise<void> {
  const table = await managedTable(services, viewer, tableSlug);
  await services.db.transaction().execute(async (trx) => {
    const invitation = await trx
      .selectFrom("invitations")
      .select(["used_at", "revoked_at"])
      .where("id", "=", invitationId)
      .where("table_id", "=", table.tableId)
      .forUpdate()
      .executeTakeFirst();
    if (!invitation) throw notFound();
    if (invitation.used_at || invitation.revoked_at) return;
    await trx
      .updateTable("invitations")
      .set({ revoked_at: services.clock() })
      .where("id", "=", invitationId)
      .execute();
    await recordAudit(trx, {
      personId: viewer.personId,
      action: "invitation.revoked",
      subjectKind: "invitation",
      subjectId: invitationId,
      detail: { tableId: table.tableId },
    });
  });
}
