/**
 * Puts a mail into the queue in the caller's transaction: what was not committed is not mailed, what was cannot be lost.
 * A worker sends what waits; words, headers and Message-ID are fixed here, so that a mail sent twice is the same mail.
 */
import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { MailAttachment } from "../../db/schema/being-told";
import type { Database } from "../../db/schema/tables";
import { type MailContent, renderMail } from "./render-mail.server";

export interface QueuedMail extends MailContent {
  /** Null for an address that belongs to nobody yet. */
  personId: string | null;
  to: string;
  /** What the mail is: "newPassword", "digest". */
  kind: string;
  /** One mail for one key, however often it is asked for. */
  key?: string;
  headers?: Record<string, string>;
  attachments?: MailAttachment[];
}

/** Characters of a subject: what is far longer is cut by every reader of mail. */
export const SUBJECT_CHARACTERS_MAX = 200;

/** The answer is the mail's id, or null when one with this key is there already. */
export async function queueMail(trx: Kysely<Database>, now: Date, mail: QueuedMail): Promise<string | null> {
  // One line: a line break in a subject would begin another header.
  const subject = mail.subject.replace(/\s+/g, " ").trim().slice(0, SUBJECT_CHARACTERS_MAX);
  const { text, html } = renderMail({ ...mail, subject });
  const row = await trx
    .insertInto("mails")
    .values({
      person_id: mail.personId,
      to_address: mail.to,
      kind: mail.kind,
      subject,
      text,
      html,
      headers: JSON.stringify(mail.headers ?? {}),
      attachments: mail.attachments?.length ? JSON.stringify(mail.attachments) : null,
      message_id: `<${randomUUID()}@${new URL(mail.origin).hostname}>`,
      key: mail.key ?? null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}
