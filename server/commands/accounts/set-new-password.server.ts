import type { Kysely } from "kysely";
import {
  isPasswordLength,
  PASSWORD_CHARACTERS_MAX,
  PASSWORD_CHARACTERS_MIN,
} from "../../../app/domain/people";
import type { Outcome, Refused } from "../../../app/messages/problem";
import type { Database } from "../../../db/schema/tables";
import { notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import { PasswordsBusy } from "../../passwords.server";
import type { Services } from "../../services";
import { hashToken } from "../../tokens.server";
import { accountLinkState, closeLinks } from "./account-link.server";
import { mailAbout } from "./account-mail.server";
import { closeSockets, endSessionsIn } from "./end-sessions.server";

/** `closed` when the link was used or expired: its page tells which. */
export type NewPasswordAnswer = Outcome | { ok: false; closed: true };

/**
 * Uses a mailed link, once. Every session of the person ends, its sockets too, every other open link closes, and the
 * person is told by mail. 404 for a token that opens nothing.
 */
export async function setNewPassword(
  services: Services,
  token: string,
  { password }: { password: string },
): Promise<NewPasswordAnswer> {
  // Before any work at a password: only who has an open link is worth it.
  if (!(await openLink(services.db, services.clock(), token))) return { ok: false, closed: true };
  const problem = passwordProblem(password, "password");
  if (problem) return problem;
  const hashed = await hashOrBusy(services, password);
  if (!hashed.ok) return hashed;
  const ended = await services.db.transaction().execute(async (trx) => {
    const now = services.clock();
    const link = await openLink(trx, now, token, true);
    if (!link) return null;
    const person = await putPassword(trx, link.person_id, hashed.hash);
    await closeLinks(trx, now, person.id);
    await mailAbout(trx, services, { kind: "passwordChanged", person, to: person.email });
    await recordAudit(trx, {
      personId: person.id,
      action: "password.renewed",
      subjectKind: "person",
      subjectId: person.id,
      detail: { resetId: link.id },
    });
    return endSessionsIn(trx, person.id);
  });
  if (!ended) return { ok: false, closed: true };
  closeSockets(services, ended);
  return { ok: true };
}

async function openLink(db: Kysely<Database>, now: Date, token: string, lock = false) {
  const row = await db
    .selectFrom("password_resets")
    .selectAll()
    .where("token_hash", "=", hashToken(token))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw notFound();
  return accountLinkState(row, now) === "open" ? row : null;
}

export async function putPassword(trx: Kysely<Database>, personId: string, hash: string) {
  return trx
    .updateTable("persons")
    .set({ password_hash: hash })
    .where("id", "=", personId)
    .returning(["id", "name", "email", "language"])
    .executeTakeFirstOrThrow();
}

/** What is wrong with a new password, or null. */
export function passwordProblem(password: string, field: string): Refused | null {
  if (isPasswordLength(password)) return null;
  const values = { min: PASSWORD_CHARACTERS_MIN, max: PASSWORD_CHARACTERS_MAX };
  return { ok: false, error: "session.errors.passwordLength", field, values };
}

export async function hashOrBusy(
  { passwords }: Services,
  password: string,
): Promise<Outcome<{ hash: string }>> {
  try {
    return { ok: true, hash: await passwords.hash(password) };
  } catch (error) {
    if (error instanceof PasswordsBusy) return { ok: false, error: "session.errors.busy" };
    throw error;
  }
}
