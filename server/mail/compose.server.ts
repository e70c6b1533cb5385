/** What mails say: one thing at once, or a morning's digest. Words only; server/jobs decides who gets which. */
import { inLanguage, type Language } from "../../app/domain/languages";
import { translator } from "../../app/messages/server.server";
import { paths } from "../../app/paths";
import { formatDate } from "../../app/ui/format";
import type { ChangedDraft } from "../queries/draft-changes.server";
import { type ToldItem, wordsOfItem } from "../queries/told-items.server";
import type { MailContent, MailLine } from "./render-mail.server";

export interface Addressed {
  language: Language;
  /** config.publicOrigin. */
  origin: string;
  /** For this table, or for all of the person's. */
  unsubscribeToken: string;
}

/** Lets the person act without signing in, until a day. */
export interface PersonalLink {
  token: string;
  /** ISO time. */
  expiresAt: string;
}

/** Headers of every mail that tells: one press stops them (RFC 8058), and no machine answers them. */
export function tellingHeaders({ origin, unsubscribeToken }: Addressed): Record<string, string> {
  return {
    "List-Unsubscribe": `<${origin}${paths.unsubscribe(unsubscribeToken)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "Auto-Submitted": "auto-generated",
  };
}

/** A mail about one thing. */
export function immediateMail(item: ToldItem, to: Addressed, link: PersonalLink | null): MailContent {
  const { language, origin } = to;
  const { t } = translator(language);
  const sentence = sentenceOf(item, language);
  const dueOn = item.dueOn && t("notifications.due", { date: formatDate(item.dueOn, language) });
  const party = item.party && t("notifications.forParty", { party: inLanguage(item.party.name, language) });
  const asks =
    item.kind === "positionsAsked" || item.kind === "decisionAsked" || item.kind.startsWith("statement");
  const isOwnParty = asks && item.kind !== "statementSent";
  const inProduct = `${origin}${paths.notification(item.id)}`;
  const label = t(
    item.kind === "positionsAsked"
      ? "notifications.mail.givePositions"
      : item.kind.startsWith("statement") && item.kind !== "statementSent"
        ? "notifications.mail.giveStatement"
        : item.kind === "decisionAsked"
          ? "notifications.mail.answerDecision"
          : "notifications.mail.openItem",
  );
  return {
    ...{ language, origin, subject: sentence },
    paragraphs: [
      t("notifications.mail.table", { table: inLanguage(item.table.name, language) }),
      ...(isOwnParty && party ? [party] : []),
      ...(dueOn ? [dueOn] : []),
      ...(item.message ? [item.message] : []),
      ...(typeof item.detail.excerpt === "string" ? [item.detail.excerpt] : []),
      ...(link ? [t("notifications.mail.linkLead", { date: formatDate(link.expiresAt, language) })] : []),
    ],
    button: { label, url: link ? `${origin}${paths.mailedLink(link.token)}` : inProduct },
    footer: [
      ...(link ? [{ text: t("notifications.mail.signIn"), url: inProduct }] : []),
      ...footer([inLanguage(item.table.name, language)], to),
    ],
  };
}

export interface Digest {
  /** ISO time of the morning. */
  at: string;
  items: ToldItem[];
  /** With the names of the tables they belong to. */
  changes: (ChangedDraft & { table: ToldItem["table"] })[];
}

/** A morning's mail: what was told and what changed, table by table. */
export function digestMail({ at, items, changes }: Digest, to: Addressed): MailContent {
  const { language, origin } = to;
  const { t } = translator(language);
  const tables = new Map([...items, ...changes].map(({ table }) => [table.id, table]));
  const lists = [...tables.values()].flatMap((table) => {
    const title = inLanguage(table.name, language);
    const told = items.filter((item) => item.table.id === table.id).map((item) => lineOf(item, to));
    const changed = changes
      .filter((change) => change.table.id === table.id)
      .map((change) => ({
        text: t("notifications.mail.changes", {
          count: change.changes,
          draft: inLanguage(change.title, language),
        }),
        url: `${origin}${paths.draftSince(change.slug, change.sinceSeq)}`,
      }));
    return [
      ...(told.length ? [{ title, lines: told }] : []),
      ...(changed.length
        ? [{ title: t("notifications.mail.changesTitle", { table: title }), lines: changed }]
        : []),
    ];
  });
  return {
    ...{ language, origin, lists },
    subject: t("notifications.mail.digestSubject", { date: formatDate(at, language) }),
    paragraphs: [t("notifications.mail.digestLead")],
    button: { label: t("notifications.mail.open"), url: `${origin}${paths.home()}` },
    footer: footer(
      [...tables.values()].map((table) => inLanguage(table.name, language)),
      to,
    ),
  };
}

function lineOf(item: ToldItem, { language, origin }: Addressed): MailLine {
  const { t } = translator(language);
  const dueOn = item.dueOn && t("notifications.due", { date: formatDate(item.dueOn, language) });
  return {
    text: [sentenceOf(item, language), dueOn].filter(Boolean).join(". "),
    url: `${origin}${paths.notification(item.id)}`,
  };
}

function sentenceOf(item: ToldItem, language: Language): string {
  const { t } = translator(language);
  const { key, values } = wordsOfItem(item, language, t("notifications.someone"));
  return t(key, values);
}

/** Why it came, and how to stop it. */
export function footer(tables: string[], { language, origin, unsubscribeToken }: Addressed): MailLine[] {
  const { t } = translator(language);
  return [
    { text: t("notifications.mail.why", { tables: tables.join(", ") }) },
    { text: t("notifications.mail.stop"), url: `${origin}${paths.unsubscribe(unsubscribeToken)}` },
  ];
}
