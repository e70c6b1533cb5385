import { EMAIL_CHARACTERS_MAX, PASSWORD_CHARACTERS_MAX } from "../../../app/domain/people";
import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import { PasswordsBusy } from "../../passwords.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

interface SignIn {
  email: string;
  password: string;
  device: string;
  /** Who held this browser's session before: it ends, so that a planted session never becomes somebody's. */
  previous: Viewer | null;
}

/**
 * A session by e-mail and password; the answer holds the Set-Cookie value. An unknown e-mail, an account
 * without a password and a wrong password take the same time and get the same answer.
 */
export async function signIn(
  services: Services,
  { email, password, device, previous }: SignIn,
): Promise<Outcome<{ setCookie: string }>> {
  const person =
    email.length <= EMAIL_CHARACTERS_MAX
      ? await services.db
          .selectFrom("persons")
          .select(["id", "password_hash"])
          .where((w) => w(w.fn("lower", ["email"]), "=", email.toLowerCase()))
          .executeTakeFirst()
      : undefined;
  try {
    // A longer password than any account has is cut: it is wrong all the same, and costs no more to compare.
    const tried = password.slice(0, PASSWORD_CHARACTERS_MAX * 2);
    const matches = await services.passwords.verify(person?.password_hash ?? null, tried);
    if (!person || !matches) return { ok: false, error: "session.errors.wrongCredentials" };
  } catch (error) {
    if (error instanceof PasswordsBusy) return { ok: false, error: "session.errors.busy" };
    throw error;
  }
  return { ok: true, setCookie: await startSession(services, person.id, device, previous, "password") };
}

/** Starts a session and ends the one this browser had. The answer is the Set-Cookie value. */
export async function startSession(
  services: Services,
  personId: string,
  device: string,
  previous: Viewer | null,
  by: "password" | "demo-seat" | "invitation" | "set-up",
): Promise<string> {
  const setCookie = await services.sessions.create(personId, device);
  await recordAudit(services.db, {
    personId,
    action: "session.started",
    subjectKind: "person",
    subjectId: personId,
    detail: { by },
  });
  if (previous) {
    await services.sessions.end(previous.sessionHash);
    services.documents.endSession(previous.sessionHash);
  }
  return setCookie;
}
