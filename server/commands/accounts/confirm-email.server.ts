import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { hashToken } from "../../tokens.server";
import { accountLinkState, closeLinks } from "./account-link.server";
import { mailAbout } from "./account-mail.server";
import { closeSockets, endSessionsIn } from "./end-sessions.server";

/** `closed` when the link was used, expired or is somebody else's: its page tells which. */
export type ConfirmAnswer = Outcome<{ setCookie: string }> | { ok: false; closed: true };

/**
 * The new address takes the old one's place. Only the person who asked may, signed in: an address with a typing mistake
 * is a stranger's, and what opens links in the stranger's mail must not make it this account's. Both addresses are told,
 * every session ends, the one in hand goes on with a new id. 404 for a token that opens nothing.
 */
export async function confirmEmail(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  token: string,
  device: string,
): Promise<ConfirmAnswer> {
  const now = services.clock();
  const answer = await services.db
    .transaction()
    .execute(async (trx): Promise<Outcome<{ ended: string[] }> | { ok: false; closed: true }> => {
      const change = await trx
        .selectFrom("email_changes")
        .selectAll()
        .where("token_hash", "=", hashToken(token))
        .forUpdate()
        .executeTakeFirst();
      if (!change) throw notFound();
      if (change.person_id !== viewer.personId || accountLinkState(change, now) !== "open")
        return { ok: false, closed: true };
      const before = await trx
        .selectFrom("persons")
        .select("email")
        .where("id", "=", viewer.personId)
        .forUpdate()
        .executeTakeFirstOrThrow();
      // Somebody else may take the address at this very moment: then the index refuses, and nothing is written.
      const person = await trx
        .updateTable("persons")
        .set({ email: change.email })
        .where("id", "=", viewer.personId)
        .where((w) =>
          w.not(
            w.exists(
              w
                .selectFrom("persons as others")
                .select("others.id")
                .where((o) => o(o.fn("lower", ["others.email"]), "=", change.email.toLowerCase()))
                .where("others.id", "!=", viewer.personId),
            ),
          ),
        )
        .returning(["id", "name", "email", "language"])
        .executeTakeFirst();
      if (!person) return { ok: false, error: "account.errors.emailRefused" };
      await closeLinks(trx, now, person.id);
      // Links that went to the old address may be in hands that the person wanted to leave.
      await trx
        .updateTable("mailed_links")
        .set({ revoked_at: now })
        .where("person_id", "=", person.id)
        .where("revoked_at", "is", null)
        .execute();
      await mailAbout(trx, services, {
        ...{ kind: "emailChangedOld", person, to: before.email, other: change.email },
      });
      await mailAbout(trx, services, { kind: "emailChangedNew", person, to: person.email });
      await recordAudit(trx, {
        personId: person.id,
        action: "email.changed",
        subjectKind: "person",
        subjectId: person.id,
        detail: { changeId: change.id },
      });
      return { ok: true, ended: await endSessionsIn(trx, person.id) };
    })
    .catch((error: { code?: string }) => {
      if (error.code !== UNIQUE_VIOLATION) throw error;
      return { ok: false as const, error: "account.errors.emailRefused" as const };
    });
  if (!answer.ok) return answer;
  closeSockets(services, answer.ended);
  return { ok: true, setCookie: await services.sessions.create(viewer.personId, device) };
}

const UNIQUE_VIOLATION = "23505";
