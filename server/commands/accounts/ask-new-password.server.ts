import { setTimeout as sleep } from "node:timers/promises";
import { isEmail, NEW_PASSWORD_MINUTES } from "../../../app/domain/people";
import type { Outcome } from "../../../app/messages/problem";
import { paths } from "../../../app/paths";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import { createToken, hashToken } from "../../tokens.server";
import { hadEnoughLinks } from "./account-link.server";
import { mailAbout } from "./account-mail.server";

/** The answer comes no sooner, in milliseconds: writing a mail takes longer than not writing one, and nobody shall see it. */
export const ANSWER_MILLISECONDS = 200;

/**
 * Mails a link to a new password. Known addresses and unknown ones get the same answer after the same kind of time;
 * so do those that have had all the links of an hour, and seats of the demo, which have no password.
 */
export async function askNewPassword(services: Services, { email }: { email: string }): Promise<Outcome> {
  if (!isEmail(email)) return { ok: false, error: "session.errors.emailNeeded", field: "email" };
  await Promise.all([mailLink(services, email), sleep(ANSWER_MILLISECONDS)]);
  return { ok: true };
}

async function mailLink(services: Services, email: string): Promise<void> {
  const now = services.clock();
  await services.db.transaction().execute(async (trx) => {
    const person = await trx
      .selectFrom("persons")
      .select(["id", "name", "email", "language"])
      .where((w) => w(w.fn("lower", ["email"]), "=", email.toLowerCase()))
      .where("demo_seat", "is", null)
      .executeTakeFirst();
    if (!person || (await hadEnoughLinks(trx, now, "password_resets", person.id))) return;
    const token = createToken();
    const { id } = await trx
      .insertInto("password_resets")
      .values({
        token_hash: hashToken(token),
        person_id: person.id,
        created_at: now,
        expires_at: new Date(now.getTime() + NEW_PASSWORD_MINUTES * 60_000),
        used_at: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    // To the address as it is kept, not as it was typed.
    await mailAbout(trx, services, {
      ...{ kind: "newPassword", person, to: person.email, path: paths.newPassword(token) },
    });
    await recordAudit(trx, {
      personId: null, // nobody has shown who they are
      action: "password.link-mailed",
      subjectKind: "person",
      subjectId: person.id,
      detail: { resetId: id },
    });
  });
}
