import type { Outcome } from "../../../app/messages/problem";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { closeLinks } from "./account-link.server";
import { mailAbout } from "./account-mail.server";
import { checkPassword } from "./check-password.server";
import { closeSockets, endSessionsIn } from "./end-sessions.server";
import { hashOrBusy, passwordProblem, putPassword } from "./set-new-password.server";

/**
 * A new password for who knows the present one. Every session ends; the one in hand goes on with a new id, which is
 * the Set-Cookie value of the answer. The person is told by mail.
 */
export async function changePassword(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  { current, password, device }: { current: string; password: string; device: string },
): Promise<Outcome<{ setCookie: string }>> {
  const problem = passwordProblem(password, "password") ?? (await checkPassword(services, viewer, current));
  if (problem) return problem;
  const hashed = await hashOrBusy(services, password);
  if (!hashed.ok) return hashed;
  const ended = await services.db.transaction().execute(async (trx) => {
    const person = await putPassword(trx, viewer.personId, hashed.hash);
    await closeLinks(trx, services.clock(), person.id);
    await mailAbout(trx, services, { kind: "passwordChanged", person, to: person.email });
    await recordAudit(trx, {
      personId: person.id,
      action: "password.changed",
      subjectKind: "person",
      subjectId: person.id,
    });
    return endSessionsIn(trx, person.id);
  });
  closeSockets(services, ended);
  return { ok: true, setCookie: await services.sessions.create(viewer.personId, device) };
}
