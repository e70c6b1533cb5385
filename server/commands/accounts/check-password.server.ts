/** "Your present password": asked before what would let somebody keep an account that is not theirs. */
import { sql } from "kysely";
import {
  PASSWORD_CHARACTERS_MAX,
  WRONG_PASSWORDS_MAX,
  WRONG_PASSWORDS_MINUTES,
} from "../../../app/domain/people";
import type { Refused } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import { PasswordsBusy } from "../../passwords.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/**
 * Null when it is the viewer's password; otherwise the words for the field `currentPassword`. Whoever found an open browser
 * may try a few times only; wrong tries are in the audit trail.
 */
export async function checkPassword(
  services: Services,
  { personId }: Pick<Viewer, "personId">,
  current: string,
): Promise<Refused | null> {
  const person = await services.db
    .selectFrom("persons")
    .select("password_hash")
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  if (!person.password_hash) return { ok: false, error: "account.errors.noPassword" };
  const { count } = await services.db
    .selectFrom("audit_events")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("person_id", "=", personId)
    .where("action", "=", "password.refused")
    .where("at", ">", sql<Date>`now() - make_interval(mins => ${WRONG_PASSWORDS_MINUTES})`)
    .executeTakeFirstOrThrow();
  if (count >= WRONG_PASSWORDS_MAX)
    return { ok: false, error: "account.errors.tooManyTries", values: { minutes: WRONG_PASSWORDS_MINUTES } };
  try {
    const tried = current.slice(0, PASSWORD_CHARACTERS_MAX * 2);
    if (await services.passwords.verify(person.password_hash, tried)) return null;
  } catch (error) {
    if (error instanceof PasswordsBusy) return { ok: false, error: "session.errors.busy" };
    throw error;
  }
  await recordAudit(services.db, {
    personId,
    action: "password.refused",
    subjectKind: "person",
    subjectId: personId,
  });
  return { ok: false, error: "account.errors.wrongPassword", field: "currentPassword" };
}
