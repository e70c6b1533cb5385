import { inLanguage, type Language } from "../../app/domain/languages";
import { notFound } from "../authorize.server";
import { hashInvitationToken, invitationState } from "../commands/invitations/invitation-token.server";
import type { Services } from "../services";

/** What an invitation link shows. It only looks: mail scanners open links too. Unknown tokens answer 404. */
export async function invitationPage(services: Services, token: string, language: Language) {
  const row = await services.db
    .selectFrom("invitations")
    .innerJoin("tables", "tables.id", "invitations.table_id")
    .leftJoin("parties", "parties.id", "invitations.party_id")
    .select([
      "tables.name as table",
      "parties.name as party",
      "invitations.role",
      "invitations.speaks",
      "invitations.deputy",
      "invitations.expires_at",
      "invitations.used_at",
      "invitations.revoked_at",
    ])
    .where("invitations.token_hash", "=", hashInvitationToken(token))
    .executeTakeFirst();
  if (!row) throw notFound();
  const state = invitationState(row, services.clock());
  // A closed link tells nothing of the table any more.
  if (state !== "open") return { state, seat: null };
  return {
    state,
    seat: {
      table: inLanguage(row.table, language),
      party: row.party && inLanguage(row.party, language),
      role: row.role,
      speaks: row.speaks,
      deputy: row.deputy,
      expiresAt: row.expires_at.toISOString(),
    },
  };
}
