import { CONFIRM_EMAIL_HOURS, isEmail, LINKS_PER_HOUR_MAX } from "../../../app/domain/people";
import type { Outcome } from "../../../app/messages/problem";
import { paths } from "../../../app/paths";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { createToken, hashToken } from "../../tokens.server";
import { hadEnoughLinks } from "./account-link.server";
import { mailAbout } from "./account-mail.server";
import { checkPassword } from "./check-password.server";

/**
 * Mails a link to the new address, and word of it to the present one. Nothing changes before the link is used. An
 * address that somebody has already gets a mail that says so and no link: the answer here tells nobody whose it is.
 */
export async function askEmailChange(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  { email, current }: { email: string; current: string },
): Promise<Outcome> {
  if (!isEmail(email)) return { ok: false, error: "session.errors.emailNeeded", field: "email" };
  const problem = await checkPassword(services, viewer, current);
  if (problem) return problem;
  const now = services.clock();
  return services.db.transaction().execute(async (trx): Promise<Outcome> => {
    const tooMany = await hadEnoughLinks(trx, now, "email_changes", viewer.personId);
    const person = await trx
      .selectFrom("persons")
      .select(["id", "name", "email", "language"])
      .where("id", "=", viewer.personId)
      .executeTakeFirstOrThrow();
    if (person.email?.toLowerCase() === email.toLowerCase())
      return { ok: false, error: "account.errors.sameEmail", field: "email" };
    if (tooMany)
      return { ok: false, error: "account.errors.tooManyLinks", values: { max: LINKS_PER_HOUR_MAX } };
    const token = createToken();
    const { id } = await trx
      .insertInto("email_changes")
      .values({
        ...{ token_hash: hashToken(token), person_id: person.id, email, created_at: now, used_at: null },
        expires_at: new Date(now.getTime() + CONFIRM_EMAIL_HOURS * 3_600_000),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const owner = await trx
      .selectFrom("persons")
      .select(["id", "name", "language"])
      .where((w) => w(w.fn("lower", ["email"]), "=", email.toLowerCase()))
      .executeTakeFirst();
    if (owner) await mailAbout(trx, services, { kind: "emailTaken", person: owner, to: email });
    else
      await mailAbout(trx, services, {
        kind: "confirmEmail",
        person,
        to: email,
        path: paths.confirmEmail(token),
      });
    await mailAbout(trx, services, { kind: "emailAsked", person, to: person.email, other: email });
    await recordAudit(trx, {
      personId: person.id,
      action: "email.change-asked",
      subjectKind: "person",
      subjectId: person.id,
      detail: { changeId: id },
    });
    return { ok: true };
  });
}
