/** The mail that invites to a meeting, tells what changed, or that it is cancelled: with its agenda and its calendar file. */
import type { Kysely } from "kysely";
import { inLanguage } from "../../app/domain/languages";
import { translator } from "../../app/messages/server.server";
import { paths } from "../../app/paths";
import { formatDateTime, formatTime } from "../../app/ui/format";
import type { MailAttachment } from "../../db/schema/being-told";
import type { Database } from "../../db/schema/tables";
import type { Config } from "../config";
import { type CalendarMeeting, invitationFile } from "../export/meeting-ics.server";
import type { MailReader } from "../jobs/mail-readers";
import { agendaOf } from "../queries/agenda.server";
import { type ToldItem, wordsOfItem } from "../queries/told-items.server";
import { type Addressed, footer } from "./compose.server";
import type { MailContent, MailLine } from "./render-mail.server";

interface Deps {
  db: Kysely<Database>;
  config: Pick<Config, "mailFrom" | "publicOrigin">;
  now: Date;
}

export async function meetingMail(
  { db, config, now }: Deps,
  item: ToldItem,
  meeting: CalendarMeeting,
  reader: Pick<MailReader, "email" | "name">,
  to: Addressed,
): Promise<MailContent & { attachments: MailAttachment[] }> {
  const { language, origin } = to;
  const { t } = translator(language);
  const { key, values } = wordsOfItem(item, language, t("notifications.someone"));
  const isCancelled = meeting.state === "cancelled";
  const agenda = isCancelled ? [] : await agendaOf(db, meeting.id);
  const lines = agenda.flatMap(({ number, title, presenter, attachments }): MailLine[] => [
    { text: [`${number}. ${inLanguage(title, language)}`, presenter].filter(Boolean).join(", ") },
    ...attachments.map((one) => ({
      text: t("agenda.attachmentLine", { number: one.number, title: one.title }),
    })),
  ]);
  const url = `${origin}${paths.agenda(meeting.slug)}`;
  return {
    ...{ language, origin, subject: String(t(key, values)) },
    paragraphs: [
      whenOf(meeting, to),
      meeting.place && t("agenda.mail.place", { place: meeting.place }),
      meeting.isInPerson && t("agenda.mail.inPerson"),
      !isCancelled && meeting.remoteLink && t("agenda.mail.remote", { link: meeting.remoteLink }),
      !isCancelled && meeting.message,
      t(isCancelled ? "agenda.mail.cancelledCalendar" : "agenda.mail.calendar"),
    ].filter((words): words is string => Boolean(words)),
    ...(lines.length > 0 && { lists: [{ title: t("agenda.title"), lines }] }),
    button: { label: t(isCancelled ? "agenda.mail.open" : "agenda.mail.openAgenda"), url },
    footer: item.detail.isListed
      ? [{ text: t("agenda.mail.whyListed") }]
      : footer([inLanguage(item.table.name, language)], to),
    attachments: [
      invitationFile(meeting, {
        ...{ language, origin, now, organizer: organizerOf(config) },
        to: { name: reader.name, email: reader.email! },
      }),
    ],
  };
}

/** `20.5.2022 klo 13.00–15.15`. */
function whenOf({ startsAt, endsAt }: CalendarMeeting, { language }: Addressed): string {
  const from = formatDateTime(startsAt.toISOString(), language);
  const until = endsAt && formatTime(endsAt, language);
  return translator(language).t("agenda.mail.when", { time: [from, until].filter(Boolean).join("–") });
}

/** The address that the product's mail comes from. Where it has none, one that reaches nobody. */
function organizerOf({ mailFrom, publicOrigin }: Deps["config"]): string {
  const address = mailFrom?.match(/[^\s<>"]+@[^\s<>"]+/)?.[0];
  return address ?? `nobody@${new URL(publicOrigin).hostname}.invalid`;
}
