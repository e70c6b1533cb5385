/** Mails about an account, in its person's own language. Queued in the transaction of what they tell. */
import type { Kysely } from "kysely";
import { LANGUAGES } from "../../../app/domain/languages";
import { CONFIRM_EMAIL_HOURS, NEW_PASSWORD_MINUTES } from "../../../app/domain/people";
import { translator } from "../../../app/messages/server.server";
import type { Database } from "../../../db/schema/tables";
import { queueMail } from "../../mail/queue-mail.server";
import type { Services } from "../../services";

/** What a mail about an account tells; its words are account.mails.<kind>. */
export type AccountMail =
  | "newPassword"
  | "passwordChanged"
  | "confirmEmail"
  | "emailAsked"
  | "emailTaken"
  | "emailChangedOld"
  | "emailChangedNew";

interface About {
  kind: AccountMail;
  person: { id: string; name: string; language: string };
  /** Where it goes; nothing is written when there is no address. */
  to: string | null;
  /** Another address that the words name. */
  other?: string;
  /** The page that the button opens. */
  path?: string;
}

export async function mailAbout(
  trx: Kysely<Database>,
  { clock, config }: Pick<Services, "clock" | "config">,
  { kind, person, to, other = "", path }: About,
): Promise<void> {
  if (!to) return;
  const language = LANGUAGES.find((l) => l === person.language) ?? "fi";
  const { t } = translator(language);
  // As plain text: the renderer of mail escapes what HTML would read.
  const values = { name: person.name, other, minutes: NEW_PASSWORD_MINUTES, hours: CONFIRM_EMAIL_HOURS };
  const opens = kind === "newPassword" || kind === "confirmEmail" ? kind : null;
  await queueMail(trx, clock(), {
    ...{ personId: person.id, to, language, kind: `account.${kind}`, origin: config.publicOrigin },
    subject: t(`account.mails.${kind}.subject`, values),
    paragraphs: [
      // An address that is not confirmed may be a stranger's: no words of the asker's own go there.
      ...(kind === "confirmEmail" ? [] : [t("account.mails.hello", values)]),
      t(`account.mails.${kind}.text`, values),
      t(`account.mails.${kind}.otherwise`, values),
    ],
    ...(path &&
      opens && { button: { label: t(`account.mails.${opens}.button`), url: config.publicOrigin + path } }),
  });
}
