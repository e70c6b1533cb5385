import type { Kysely } from "kysely";
import type { Language } from "../../../app/domain/languages";
import * as people from "../../../app/domain/people";
import { isEmail, isPasswordLength, isPersonName } from "../../../app/domain/people";
import type { Outcome, Refused } from "../../../app/messages/problem";
import type { Database } from "../../../db/schema/tables";
import { notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import { PasswordsBusy } from "../../passwords.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { hashInvitationToken, type InvitationState, invitationState } from "./invitation-token.server";

/** Who sits down: a person with an account, or a new one. */
export type Guest =
  | { kind: "account"; viewer: Viewer }
  | { kind: "new"; name: string; email: string; password: string; language: Language };

/** `closed` when the link was used, expired or revoked in the meantime: its page tells which. */
export type Acceptance = Outcome<{ personId: string; tableSlug: string }> | { ok: false; closed: true };

/**
 * Uses an invitation by a person's press of a button. Of two presses at once the row lock lets one through.
 * The account, the membership and the used mark are one transaction.
 */
export async function acceptInvitation(services: Services, token: string, guest: Guest): Promise<Acceptance> {
  let passwordHash = "";
  if (guest.kind === "new") {
    // Before any work at a password: only who has an open link is worth it.
    const state = await stateOf(services, token);
    if (state !== "open") return { ok: false, closed: true };
    const problem = accountProblem(guest);
    if (problem) return problem;
    try {
      passwordHash = await services.passwords.hash(guest.password);
    } catch (error) {
      if (error instanceof PasswordsBusy) return { ok: false, error: "session.errors.busy" };
      throw error;
    }
  }
  const answer = await services.db
    .transaction()
    .execute((trx) => acceptIn(trx, services.clock(), token, guest, passwordHash));
  if (answer.ok) await services.documents.recheckPerson(answer.personId);
  return answer;
}

/** The state of the link that the token opens; 404 when it opens none. */
async function stateOf({ db, clock }: Services, token: string): Promise<InvitationState> {
  const row = await db
    .selectFrom("invitations")
    .select(["used_at", "revoked_at", "expires_at"])
    .where("token_hash", "=", hashInvitationToken(token))
    .executeTakeFirst();
  if (!row) throw notFound();
  return invitationState(row, clock());
}

async function acceptIn(
  trx: Kysely<Database>,
  now: Date,
  token: string,
  guest: Guest,
  passwordHash: string,
): Promise<Acceptance> {
  const invitation = await trx
    .selectFrom("invitations")
    .innerJoin("tables", "tables.id", "invitations.table_id")
    .selectAll("invitations")
    .select("tables.slug as tableSlug")
    .where("token_hash", "=", hashInvitationToken(token))
    .forUpdate("invitations")
    .executeTakeFirst();
  if (!invitation) throw notFound();
  if (invitationState(invitation, now) !== "open") return { ok: false, closed: true };

  let personId: string;
  if (guest.kind === "account") {
    personId = guest.viewer.personId;
    if (await sitsAlready(trx, now, personId, invitation))
      return { ok: false, error: "session.errors.alreadySeated" };
  } else {
    const person = await trx
      .insertInto("persons")
      .values({
        name: guest.name,
        email: guest.email,
        password_hash: passwordHash,
        language: guest.language,
        demo_seat: null,
        created_at: now,
      })
      .onConflict((c) => c.doNothing())
      .returning("id")
      .executeTakeFirst();
    // Only the holder of an open invitation can come this far, so little is told about whose account exists.
    if (!person) return { ok: false, error: "session.errors.accountRefused", field: "email" };
    personId = person.id;
  }
  const { id: membershipId } = await trx
    .insertInto("memberships")
    .values({
      person_id: personId,
      table_id: invitation.table_id,
      party_id: invitation.party_id,
      role: invitation.role,
      speaks: invitation.speaks,
      deputy: invitation.deputy,
      starts_at: now,
      ends_at: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx
    .updateTable("invitations")
    .set({ used_at: now, used_by: personId })
    .where("id", "=", invitation.id)
    .execute();
  await recordAudit(trx, {
    personId,
    action: "invitation.accepted",
    subjectKind: "membership",
    subjectId: membershipId,
    detail: { invitationId: invitation.id, tableId: invitation.table_id, newAccount: guest.kind === "new" },
  });
  return { ok: true, personId, tableSlug: invitation.tableSlug };
}

async function sitsAlready(
  trx: Kysely<Database>,
  now: Date,
  personId: string,
  seat: { table_id: string; party_id: string | null; role: string },
): Promise<boolean> {
  const seats = await trx
    .selectFrom("memberships")
    .select(["party_id", "role"])
    .where("person_id", "=", personId)
    .where("table_id", "=", seat.table_id)
    .where((w) => w.or([w("ends_at", "is", null), w("ends_at", ">", now)]))
    .execute();
  return seats.some((s) => s.party_id === seat.party_id && s.role === seat.role);
}

/** What is wrong with the details of a new account, or null. */
export function accountProblem(account: { name: string; email: string; password: string }): Refused | null {
  if (!isPersonName(account.name))
    return {
      ok: false,
      error: "session.errors.nameNeeded",
      field: "name",
      values: { max: people.PERSON_NAME_CHARACTERS_MAX },
    };
  if (!isEmail(account.email)) return { ok: false, error: "session.errors.emailNeeded", field: "email" };
  if (!isPasswordLength(account.password))
    return {
      ok: false,
      error: "session.errors.passwordLength",
      field: "password",
      values: { min: people.PASSWORD_CHARACTERS_MIN, max: people.PASSWORD_CHARACTERS_MAX },
    };
  return null;
}
