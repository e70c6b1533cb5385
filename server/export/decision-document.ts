/** A sealed decision to read: a text of the product, for the PDF of its evidence and of its page. */
import { inLanguage, type Language } from "../../app/domain/languages";
import type { BlockNode } from "../../app/domain/text/text";
import { translator } from "../../app/messages/server.server";
import { formatDateTime, formatList } from "../../app/ui/format";
import type { DecisionPage } from "../queries/decision-page.server";
import type { ExportedText } from "./exported-text";

const paragraph = (text: string): BlockNode => ({
  type: "paragraph",
  ...(text && { content: [{ type: "text", text }] }),
});
const heading = (text: string): BlockNode => ({
  type: "heading",
  attrs: { level: 1 },
  content: [{ type: "text", text }],
});
const bullets = (items: string[]): BlockNode[] =>
  items.length === 0
    ? []
    : [
        {
          type: "bulletList",
          content: items.map((item) => ({ type: "listItem", content: [paragraph(item)] })),
        },
      ];

/** All that the seal holds, in plain words of the language. */
export function decisionDocument(page: DecisionPage, language: Language, madeAt: Date): ExportedText {
  const { t } = translator(language);
  const { content, seal, parties } = page;
  const party = (slug: string) => {
    const known = parties[slug];
    return known ? inLanguage(known.name, language) : slug;
  };
  const time = (iso: string) => formatDateTime(iso, language);
  const named = ({ name, party: slug }: DecisionPage["statedBy"]) =>
    [name ?? t("seals.sealed.erased"), slug && party(slug)].filter(Boolean).join(", ");
  const { meeting } = content;
  const place = meeting
    ? [
        t("seals.sealed.meeting", { number: meeting.number }),
        meeting.item && t("seals.sealed.item", meeting.item),
      ]
        .filter(Boolean)
        .join(", ")
    : t("seals.sealed.between");
  const position = (one: (typeof content.positions)[number]) => {
    const value = one.value ? t(`positions.values.${one.value}`) : t("seals.sealed.noValue");
    const how = t(`seals.sealed.hows.${one.how}`);
    const told = [value, how, one.givenAt && time(one.givenAt), one.isExample && t("decisions.card.example")];
    return `${party(one.party)}: ${[told.filter(Boolean).join(", "), one.reason].filter(Boolean).join(". ")}`;
  };
  const blocks: BlockNode[] = [
    ...(content.isExample ? [paragraph(t("seals.sealed.example"))] : []),
    ...page.correctedBy.map(({ number }) =>
      paragraph(`${t("seals.sealed.correctedBy")} ${t("seals.sealed.name", { number })}`),
    ),
    ...(page.corrects
      ? [
          paragraph(
            `${t("seals.sealed.corrects")} ${t("seals.sealed.name", { number: page.corrects.number })}`,
          ),
        ]
      : []),
    paragraph(`${inLanguage(page.table.name, language)}, ${inLanguage(page.region, language)}`),
    heading(t("seals.sealed.text")),
    ...content.text.split(/\n+/).map(paragraph),
    heading(t("seals.sealed.outcome")),
    paragraph(t(`decisions.outcome.${content.outcome}`)),
    paragraph(t("seals.sealed.stated", { time: time(content.statedAt) })),
    paragraph(t("seals.sealed.opened", { time: time(content.openedAt) })),
    paragraph(place),
    heading(t("seals.sealed.frozen")),
    paragraph(
      t("seals.sealed.version", {
        draft: inLanguage(page.draft.title, language),
        number: content.frozenVersion.number,
      }),
    ),
    paragraph(`${t("seals.sealed.versionHash")}: ${content.frozenVersion.sha256}`),
    paragraph(`${t("seals.sealed.logPosition")}: ${content.frozenVersion.logPosition}`),
    heading(t("seals.sealed.positions")),
    ...bullets(content.positions.map(position)),
    heading(t("seals.sealed.statements")),
    ...(content.statements.length === 0 ? [paragraph(t("seals.sealed.noStatements"))] : []),
    ...bullets(
      content.statements.map(
        (one) => `${t(`decisions.kind.${one.kind}`)}, ${party(one.party)}, ${time(one.givenAt)}: ${one.text}`,
      ),
    ),
    ...(content.presentParties
      ? [
          heading(t("seals.sealed.present")),
          paragraph(
            content.presentParties.length > 0
              ? formatList(content.presentParties.map(party), language)
              : t("seals.sealed.nobody"),
          ),
          ...(content.quorum > 0 ? [paragraph(t("seals.sealed.quorum", { count: content.quorum }))] : []),
        ]
      : []),
    heading(t("seals.sealed.people")),
    paragraph(`${t("seals.sealed.statedBy")}: ${named(page.statedBy)}`),
    paragraph(`${t("seals.sealed.recordedBy")}: ${named(page.recordedBy)}`),
    heading(t("seals.sealed.seal")),
    paragraph(`${t("seals.sealed.whole")}: ${seal.sha256}`),
    paragraph(`${t("seals.sealed.place")}: ${seal.place}`),
    paragraph(`${t("seals.sealed.previous")}: ${seal.previousSha256 ?? t("seals.sealed.first")}`),
    paragraph(`${t("seals.sealed.contentHash")}: ${seal.contentSha256}`),
    paragraph(t("seals.sealed.promise")),
    paragraph(t("seals.sealed.reading")),
    paragraph(`${t("seals.sealed.address")}: ${page.address}`),
  ];
  return {
    title: t("seals.sealed.name", { number: content.number }),
    ...{ language, text: { type: "doc", content: blocks }, facts: [seal.sha256.slice(0, 16)] },
    ...{ creator: inLanguage(page.table.name, language), suggestions: {}, madeAt },
  };
}
