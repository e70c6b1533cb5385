/** The agenda as a text in the reader's language: what its PDF is made of. */
import { inLanguage, type Language } from "../../app/domain/languages";
import { meetingNumber } from "../../app/domain/meetings/meeting";
import type { BlockNode, TextDocument } from "../../app/domain/text/text";
import { translator } from "../../app/messages/server.server";
import { formatDateTime, formatTime } from "../../app/ui/format";
import type { AgendaItem } from "../queries/agenda.server";
import type { AgendaPage } from "../queries/agenda-page.server";
import type { ExportedText } from "./exported-text";
import { toPdf } from "./pdf/to-pdf";

/** A tagged PDF, in the reader's language. */
export const agendaPdf = (page: AgendaPage, language: Language, madeAt: Date): Promise<Buffer> =>
  toPdf(agendaText(page, language, madeAt));

export function agendaText(page: AgendaPage, language: Language, madeAt: Date): ExportedText {
  const { t } = translator(language);
  const table = inLanguage(page.table.name, language);
  const from = formatDateTime(page.startsAt, language);
  const time = page.endsAt ? `${from}–${formatTime(page.endsAt, language)}` : from;
  const facts = [
    t("agenda.pdf.time", { time }),
    page.place && t("agenda.pdf.place", { place: page.place }),
    page.isInPerson && t("agenda.mail.inPerson"),
    page.remoteLink && t("agenda.pdf.remote", { link: page.remoteLink }),
    page.state === "cancelled" && t("agenda.page.cancelled"),
    ...paragraphsOf(page.message),
  ].filter((words): words is string => Boolean(words));
  const blocks = [
    ...facts.map(paragraph),
    heading(1, t("agenda.title")),
    ...page.items.flatMap((item) => itemBlocks(item, page, language)),
  ];
  return {
    title: t("agenda.meetingTitle", { table, number: meetingNumber(page) }),
    ...{ language, creator: table, suggestions: {}, madeAt },
    text: { type: "doc", content: blocks } satisfies TextDocument,
    facts: [t("agenda.pdf.facts", { time: formatDateTime(madeAt.toISOString(), language) })],
  };
}

function itemBlocks(item: AgendaItem, { recordKind }: AgendaPage, language: Language): BlockNode[] {
  const { t } = translator(language);
  const proposal = paragraphsOf(inLanguage(item.proposal, language));
  return [
    heading(2, `${item.number}. ${inLanguage(item.title, language)}`),
    ...(item.presenter ? [paragraph(t("agenda.page.presenter", { presenter: item.presenter }))] : []),
    ...(proposal.length > 0
      ? [
          heading(
            3,
            t(recordKind === "memo" ? "agenda.settings.proposalMemo" : "agenda.settings.proposalMinutes"),
          ),
          ...proposal.map(paragraph),
        ]
      : []),
    ...(item.attachments.length > 0
      ? [
          {
            type: "bulletList" as const,
            content: item.attachments.map((one) => ({
              type: "listItem" as const,
              content: [
                paragraph(
                  [
                    t("agenda.attachmentLine", { number: one.number, title: one.title }),
                    one.version !== null && t("agenda.page.version", { number: one.version }),
                  ]
                    .filter(Boolean)
                    .join(", "),
                ),
              ],
            })),
          },
        ]
      : []),
  ];
}

const heading = (level: number, text: string): BlockNode => ({
  ...{ type: "heading", attrs: { level }, content: [{ type: "text", text }] },
});
const paragraph = (text: string): BlockNode => ({ type: "paragraph", content: [{ type: "text", text }] });

/** Plain text as paragraphs: every line that is not empty. */
const paragraphsOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
