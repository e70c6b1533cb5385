/** The way a mail leaves: a mail server by SMTP, or nowhere but the outbox. The only file that imports nodemailer. */
import { createTransport } from "nodemailer";
import type { MailAttachment } from "../../db/schema/being-told";
import type { Config } from "../config";

export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  attachments: MailAttachment[];
  /** Fixed when the mail was written: a mail sent twice is the same mail. */
  messageId: string;
  writtenAt: Date;
}

/**
 * What came of a try. "away": nobody answered, or not now; try again. "address": the server knows this address and
 * will not take mail for it. "refused": it refused this mail for good.
 */
export type Delivery = { ok: true } | { ok: false; why: "away" | "address" | "refused"; problem: string };

export interface MailTransport {
  /** Never throws. */
  send(mail: OutgoingMail): Promise<Delivery>;
  close(): void;
}

/** Milliseconds. A server that is slower than this is away. */
const CONNECT_TIMEOUT = 10_000;
const SILENCE_TIMEOUT = 30_000;
/** Characters of a server's words that are kept. */
const PROBLEM_CHARACTERS_MAX = 300;
/** Addresses that reach nobody by definition (RFC 2606): the seats of the demo. They are in the outbox only. */
const NOBODY = /\.invalid$/i;

/** As configured: by SMTP; in a demo without it to the outbox only; else none, and what is written waits. */
export function configuredTransport(
  config: Pick<Config, "smtpUrl" | "mailFrom" | "demo">,
): MailTransport | null {
  if (config.smtpUrl && config.mailFrom) return smtpTransport(config.smtpUrl, config.mailFrom);
  return config.demo ? outboxOnly : null;
}

/** Everything arrives at once: the outbox page shows it. */
export const outboxOnly: MailTransport = { send: async () => ({ ok: true }), close: () => undefined };

export function smtpTransport(url: string, from: string): MailTransport {
  const smtp = createTransport({
    url,
    ...{
      connectionTimeout: CONNECT_TIMEOUT,
      greetingTimeout: CONNECT_TIMEOUT,
      socketTimeout: SILENCE_TIMEOUT,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      if (NOBODY.test(mail.to)) return { ok: true };
      try {
        await smtp.sendMail({
          from,
          to: { name: "", address: mail.to }, // one address, whatever stands in it
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId: mail.messageId,
          date: mail.writtenAt,
          // A calendar stands in the mail itself as well: programs offer it without opening a file.
          ...(mail.attachments[0] && {
            icalEvent: {
              ...{ filename: mail.attachments[0].name, method: mail.attachments[0].method },
              content: mail.attachments[0].content,
            },
          }),
          headers: Object.entries(mail.headers).map(([key, value]) => ({ key, value })),
        });
        return { ok: true };
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => smtp.close(),
  };
}

function failureOf(error: unknown): Delivery & { ok: false } {
  const {
    responseCode = 0,
    command = "",
    message = String(error),
  } = error as {
    responseCode?: number;
    command?: string;
    message?: string;
  };
  const permanent = responseCode >= 500 && responseCode < 600;
  const why = !permanent
    ? "away"
    : command === "RCPT TO"
      ? "address"
      : command === "DATA"
        ? "refused"
        : "away";
  return { ok: false, why, problem: message.slice(0, PROBLEM_CHARACTERS_MAX) };
}
