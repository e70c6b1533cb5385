import { type SeatTerms, seatProblem } from "../../../app/domain/tables";
import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { managedTable } from "../tables/table-subject.server";
import { createInvitationToken, hashInvitationToken, INVITATION_DAYS } from "./invitation-token.server";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A single-use link to a seat. The token is in the answer and nowhere else: only its hash is kept. */
export async function createInvitation(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
  terms: SeatTerms,
): Promise<Outcome<{ token: string }>> {
  const table = await managedTable(services, viewer, tableSlug);
  const problem = seatProblem(terms);
  if (problem) return { ok: false, error: `tables.errors.${problem}`, field: "speaks" };
  const now = services.clock();
  const token = createInvitationToken();

  return services.db.transaction().execute(async (trx): Promise<Outcome<{ token: string }>> => {
    if (terms.partyId) {
      const party = await trx
        .selectFrom("table_parties")
        .select("party_id")
        .where("table_id", "=", table.tableId)
        .where("party_id", "=", terms.partyId)
        .executeTakeFirst();
      if (!party) return { ok: false, error: "tables.errors.partyNotAtTable", field: "party" };
    }
    const { id } = await trx
      .insertInto("invitations")
      .values({
        table_id: table.tableId,
        party_id: terms.partyId,
        role: terms.role,
        speaks: terms.speaks,
        deputy: terms.deputy,
        token_hash: hashInvitationToken(token),
        created_by: viewer.personId,
        created_at: now,
        expires_at: new Date(now.getTime() + INVITATION_DAYS * DAY_MS),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, {
      personId: viewer.personId,
      action: "invitation.created",
      subjectKind: "invitation",
      subjectId: id,
      detail: { tableId: table.tableId, ...terms },
    });
    return { ok: true, token };
  });
}
