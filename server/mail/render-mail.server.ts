/** One mail as plain text and as HTML that says the same: one column, one button, readable without pictures or styles. */
import type { Language } from "../../app/domain/languages";
import { translator } from "../../app/messages/server.server";

export interface MailLine {
  text: string;
  url?: string;
}
export interface MailContent {
  language: Language;
  subject: string;
  paragraphs: string[];
  /** Headed lists between the paragraphs and the button. */
  lists?: { title: string; lines: MailLine[] }[];
  /** The one thing to do. Its address stands beside it, for those who cannot press. */
  button?: { label: string; url: string };
  /** Small print: why this came, how to stop it. */
  footer?: MailLine[];
  /** Where people reach the product (config.publicOrigin). */
  origin: string;
}

const FONT = "font-family:'Source Sans 3',Arial,sans-serif";
const INK = "#16232e";
const SECONDARY = "#4a5a68";
const ACTION = "#1a5fb4";

export function renderMail(content: MailContent): { text: string; html: string } {
  return { text: asText(content), html: asHtml(content) };
}

const signature = ({ language, origin }: MailContent): MailLine => ({
  text: translator(language).t("common.product"),
  url: origin,
});

function asText(content: MailContent): string {
  const lines = ({ text, url }: MailLine) => (url ? `${text}\n  ${url}` : text);
  return [
    ...content.paragraphs,
    ...(content.lists ?? []).map((list) =>
      [list.title, ...list.lines.map((line) => `- ${lines(line)}`)].join("\n"),
    ),
    ...(content.button ? [`${content.button.label}:\n${content.button.url}`] : []),
    ["-- ", ...[...(content.footer ?? []), signature(content)].map(lines)].join("\n"),
  ].join("\n\n");
}

function asHtml(content: MailContent): string {
  const { language, subject, button } = content;
  const title = escapeHtml(subject);
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
  const line = ({ text, url }: MailLine) =>
    url ? `<a href="${escapeHtml(url)}" style="color:${ACTION}">${escapeHtml(text)}</a>` : escapeHtml(text);
  const lists = (content.lists ?? []).map(
    (list) =>
      `<h2 style="margin:24px 0 8px;font-size:16px">${escapeHtml(list.title)}</h2><ul style="margin:0 0 16px;padding-left:20px">${list.lines
        .map((item) => `<li style="margin:0 0 8px">${line(item)}</li>`)
        .join("")}</ul>`,
  );
  const action = button
    ? `<p style="margin:24px 0"><a href="${escapeHtml(button.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:${ACTION};color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(button.label)}</a></p>` +
      `<p style="margin:0 0 16px;font-size:14px;color:${SECONDARY};word-break:break-all">${escapeHtml(button.url)}</p>`
    : "";
  const footer = [...(content.footer ?? []), signature(content)]
    .map((item) => `<p style="margin:0 0 4px">${line(item)}</p>`)
    .join("");
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title></head>`,
    `<body style="margin:0;padding:24px;background:#ffffff;color:${INK};${FONT};font-size:16px;line-height:1.5">`,
    `<div style="max-width:560px;margin:0 auto"><h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${title}</h1>`,
    ...content.paragraphs.map(paragraph),
    ...lists,
    action,
    `<div style="margin-top:32px;padding-top:16px;border-top:1px solid #d5dde4;font-size:14px;color:${SECONDARY}">${footer}</div>`,
    "</div></body></html>",
  ].join("");
}

/** Text as it may stand between tags and in an attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
