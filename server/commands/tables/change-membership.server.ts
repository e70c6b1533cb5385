import type { Kysely } from "kysely";
import { type SeatTerms, seatProblem } from "../../../app/domain/tables";
import type { Outcome } from "../../../app/messages/problem";
import type { Database } from "../../../db/schema/tables";
import { notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { lockTable } from "./change-parties.server";
import { managedTable } from "./table-subject.server";

/** Changing roles asks for a sign-in this recent. */
export const PROOF_HOURS_MAX = 12;

export type MembershipTerms = Pick<SeatTerms, "role" | "speaks" | "deputy"> & {
  /** The first moment that is no longer theirs; null for open-ended. */
  endsAt: Date | null;
};

/** Changes a member's role, voice, deputy mark and end; the person's open documents are checked again at once. */
export async function changeMembership(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
  membershipId: string,
  terms: MembershipTerms,
): Promise<Outcome> {
  return writeMembership(services, viewer, tableSlug, membershipId, "membership.changed", () => terms);
}

/** Ends a member's seat now. What the person said and did stays. */
export async function endMembership(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
  membershipId: string,
): Promise<Outcome> {
  const endsAt = services.clock();
  return writeMembership(services, viewer, tableSlug, membershipId, "membership.ended", (now) => ({
    role: now.role,
    speaks: now.speaks,
    deputy: now.deputy,
    endsAt,
  }));
}

async function writeMembership(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
  membershipId: string,
  action: "membership.changed" | "membership.ended",
  termsFrom: (now: Pick<SeatTerms, "role" | "speaks" | "deputy">) => MembershipTerms,
): Promise<Outcome> {
  const table = await managedTable(services, viewer, tableSlug);
  const now = services.clock();
  if (now.getTime() - viewer.provenAt.getTime() > PROOF_HOURS_MAX * 60 * 60 * 1000)
    return { ok: false, error: "tables.errors.signInAgain", values: { hours: PROOF_HOURS_MAX } };

  const answer = await services.db
    .transaction()
    .execute(async (trx): Promise<Outcome<{ personId: string }>> => {
      await lockTable(trx, table.tableId);
      const row = await trx
        .selectFrom("memberships")
        .selectAll()
        .where("id", "=", membershipId)
        .where("table_id", "=", table.tableId)
        .executeTakeFirst();
      // A seat that has ended is history: who comes back gets a new one.
      if (!row || (row.ends_at && row.ends_at <= now)) throw notFound();
      const terms = termsFrom(row);
      const problem = seatProblem({ ...terms, partyId: row.party_id });
      if (problem) return { ok: false, error: `tables.errors.${problem}`, field: "speaks" };
      const staysSecretary = terms.role === "secretary" && terms.endsAt === null;
      if (row.role === "secretary" && !staysSecretary && !(await hasOtherSecretary(trx, now, row)))
        return { ok: false, error: "tables.errors.lastSecretary" };

      await trx
        .updateTable("memberships")
        .set({ role: terms.role, speaks: terms.speaks, deputy: terms.deputy, ends_at: terms.endsAt })
        .where("id", "=", row.id)
        .execute();
      await recordAudit(trx, {
        personId: viewer.personId,
        action,
        subjectKind: "membership",
        subjectId: row.id,
        detail: {
          tableId: table.tableId,
          before: { role: row.role, speaks: row.speaks, deputy: row.deputy, endsAt: row.ends_at },
          after: terms,
        },
      });
      return { ok: true, personId: row.person_id };
    });
  if (answer.ok) await services.documents.recheckPerson(answer.personId);
  return answer;
}

/** Another secretary whose seat has no end: the table is never left without one who may manage it. */
async function hasOtherSecretary(
  trx: Kysely<Database>,
  now: Date,
  row: { id: string; table_id: string },
): Promise<boolean> {
  const other = await trx
    .selectFrom("memberships")
    .select("id")
    .where("table_id", "=", row.table_id)
    .where("role", "=", "secretary")
    .where("id", "!=", row.id)
    .where("starts_at", "<=", now)
    .where("ends_at", "is", null)
    .executeTakeFirst();
  return other !== undefined;
}
