/** The demo's mails exactly as they go out. The caller has seen that demo mode is on. */
import type { Services } from "../services";
import type { Viewer } from "../session.server";

/** Mails of one page, the newest first. */
export const OUTBOX_MAX = 100;

/** Everybody's, or the viewer's own. */
export async function outboxPage({ db, config }: Services, viewer: Viewer | null, onlyMine: boolean) {
  const rows = await db
    .selectFrom("mails")
    .leftJoin("persons", "persons.id", "mails.person_id")
    .select([
      "mails.id",
      "to_address",
      "subject",
      "text",
      "html",
      "headers",
      "mails.attachments",
      "message_id",
      "mails.created_at",
    ])
    .select(["sent_at", "gave_up_at", "last_problem", "persons.name"])
    .$if(onlyMine && viewer !== null, (q) => q.where("mails.person_id", "=", viewer!.personId))
    // The demo is open to everybody, and a link to a new password or address is its person's alone.
    .where("mails.kind", "not like", "account.%")
    .orderBy("n", "desc")
    .limit(OUTBOX_MAX)
    .execute();
  return {
    bySmtp: config.smtpUrl !== null,
    mails: rows.map((mail) => ({
      id: mail.id,
      to: mail.to_address,
      name: mail.name ?? "",
      ...{ subject: mail.subject, text: mail.text, html: mail.html },
      attachments: (mail.attachments ?? []).map(({ name, content }) => ({ name, content })),
      headers: Object.entries({ ...mail.headers, "Message-ID": mail.message_id }),
      at: mail.created_at.toISOString(),
      sentAt: mail.sent_at?.toISOString() ?? null,
      gaveUp: mail.gave_up_at !== null,
      problem: mail.last_problem ?? "",
    })),
  };
}
