import { notFound } from "../authorize.server";
import { type AccountLinkState, accountLinkState } from "../commands/accounts/account-link.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { hashToken } from "../tokens.server";

/** The state of a link to a new password. Uses nothing. 404 for a token that opens none. */
export async function newPasswordPage({ db, clock }: Services, token: string) {
  const row = await db
    .selectFrom("password_resets")
    .innerJoin("persons", "persons.id", "password_resets.person_id")
    .select(["used_at", "expires_at", "persons.email"])
    .where("token_hash", "=", hashToken(token))
    .executeTakeFirst();
  if (!row) throw notFound();
  const state = accountLinkState(row, clock());
  // For the browser's own keeper of passwords, and only to who holds an open link.
  return { state, email: state === "open" ? row.email : null };
}

/** The state of a link from a new address; "foreign" when another person asked for it. 404 for a token that opens none. */
export async function confirmEmailPage({ db, clock }: Services, viewer: Viewer, token: string) {
  const row = await db
    .selectFrom("email_changes")
    .select(["person_id", "email", "used_at", "expires_at"])
    .where("token_hash", "=", hashToken(token))
    .executeTakeFirst();
  if (!row) throw notFound();
  if (row.person_id !== viewer.personId) return { state: "foreign" as const, email: null };
  const state: AccountLinkState = accountLinkState(row, clock());
  return { state, email: state === "open" ? row.email : null };
}
