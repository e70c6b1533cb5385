/** Sends what waits in `mails`. A mail's row is locked while it is sent, so that two servers never send the same one. */
import { nextTry, REFUSALS_MAX } from "../../app/domain/notifications/mail-route";
import type { Delivery } from "../mail/transport";
import type { MailDeps } from "./mail-deps";

/** Mails of one look. */
const LOOK_MAX = 200;

/** Mails that are to be sent, with the time before which they are not tried; the oldest first. */
export async function waitingMails({
  db,
}: Pick<MailDeps, "db">): Promise<{ id: string; notBefore: Date | null }[]> {
  return db
    .selectFrom("mails")
    .select(["id", "next_try_at as notBefore"])
    .where("sent_at", "is", null)
    .where("gave_up_at", "is", null)
    .orderBy("next_try_at", (o) => o.asc().nullsFirst())
    .orderBy("n")
    .limit(LOOK_MAX)
    .execute();
}

/**
 * One try. Null when it is over: sent, given up, being sent by another server, or not to be tried yet; otherwise when
 * to try again. A crash between the mail server's answer and the commit sends it once more, with the same Message-ID.
 */
export async function sendMail({ db, clock, transport }: MailDeps, mailId: string): Promise<Date | null> {
  if (!transport) return null;
  return db.transaction().execute(async (trx) => {
    const mail = await trx
      .selectFrom("mails")
      .selectAll()
      .where("id", "=", mailId)
      .where("sent_at", "is", null)
      .where("gave_up_at", "is", null)
      .where((w) => w.or([w("next_try_at", "is", null), w("next_try_at", "<=", clock())]))
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!mail) return null;
    const bounced = await trx
      .selectFrom("bounces")
      .select("reason")
      .where((w) => w(w.fn("lower", ["address"]), "=", mail.to_address.toLowerCase()))
      .where("cleared_at", "is", null)
      .executeTakeFirst();
    const delivery: Delivery = bounced
      ? { ok: false, why: "address", problem: bounced.reason }
      : await transport.send({
          to: mail.to_address,
          ...{ subject: mail.subject, text: mail.text, html: mail.html, headers: mail.headers },
          attachments: mail.attachments ?? [],
          ...{ messageId: mail.message_id, writtenAt: mail.created_at },
        });
    const now = clock();
    const attempts = mail.attempts + 1;
    const update = trx.updateTable("mails").where("id", "=", mailId);
    if (delivery.ok) {
      await update.set({ sent_at: now, attempts, next_try_at: null, last_problem: null }).execute();
      return null;
    }
    const { why, problem } = delivery;
    if (why === "address" || (why === "refused" && attempts >= REFUSALS_MAX)) {
      await update.set({ gave_up_at: now, attempts, next_try_at: null, last_problem: problem }).execute();
      if (why === "address" && !bounced)
        await trx
          .insertInto("bounces")
          .values({ address: mail.to_address, reason: problem, mail_id: mailId, created_at: now })
          .execute();
      return null;
    }
    const again = nextTry(attempts, now);
    await update.set({ attempts, next_try_at: again, last_problem: problem }).execute();
    return again;
  });
}

export interface MailCounts {
  waiting: number;
  failed: number;
}

/** Waiting: not sent yet. Failed: given up. */
export async function countMails({ db }: Pick<MailDeps, "db">): Promise<MailCounts> {
  const row = await db
    .selectFrom("mails")
    .select((s) => [
      s.fn.countAll<number>().filterWhere("gave_up_at", "is", null).as("waiting"),
      s.fn.countAll<number>().filterWhere("gave_up_at", "is not", null).as("failed"),
    ])
    .where("sent_at", "is", null)
    .executeTakeFirstOrThrow();
  return { waiting: Number(row.waiting), failed: Number(row.failed) };
}
