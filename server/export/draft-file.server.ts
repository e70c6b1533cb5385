/** A draft as a file of one of the four formats. */
import { textToMarkdown } from "../../app/domain/text/markdown";
import { withoutSuggestions } from "../../app/domain/text/suggestions";
import { localeOf } from "../../app/ui/format";
import type { ExportedDraft } from "../queries/export-draft.server";
import { textToDocx } from "./docx";
import type { ExportedText } from "./exported-text";
import { toPdf } from "./pdf/to-pdf";
import { escapeHtml, textToHtml } from "./text-html.server";

export const EXPORT_FORMATS = ["docx", "pdf", "html", "md"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const TYPES: Record<ExportFormat, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
};

/** The answer that saves the file: never shown on our own address, and never run there. */
export async function draftFile(draft: ExportedDraft, format: ExportFormat): Promise<Response> {
  const body = await bodyOf(draft, format);
  const name = `${draft.slug}${draft.version === null ? "" : `-v${draft.version}`}.${format}`;
  return new Response(new Uint8Array(body), {
    headers: {
      "Content-Type": TYPES[format],
      "Content-Length": String(body.byteLength),
      "Content-Disposition": `attachment; filename="${name}"`,
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

async function bodyOf(exported: ExportedText, format: ExportFormat): Promise<Buffer> {
  switch (format) {
    case "docx":
      return textToDocx(exported);
    case "pdf":
      return toPdf({ ...exported, text: withoutSuggestions(exported.text) });
    case "html":
      return Buffer.from(htmlPage(exported));
    case "md":
      return Buffer.from(markdownFile(exported));
  }
}

const WHITESPACE = /\s+/g;

export function markdownFile({ title, text }: Pick<ExportedText, "title" | "text">): string {
  const named = title.replace(WHITESPACE, " ").replace(/[\\`*_[\]<>&|#]/g, "\\$&");
  return `# ${named}\n\n${textToMarkdown(text, { headingUnder: 1 })}`;
}

/** One page that needs nothing else: no script, no picture, no address of ours. */
export function htmlPage({ title, language, text, facts, creator }: ExportedText): string {
  return `<!doctype html>
<html lang="${localeOf(language).slice(0, 2)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escapeHtml(creator)}">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${textToHtml(text, language, { headingUnder: 1 })}
</main>
<footer>${escapeHtml(facts.join(" · "))}</footer>
</body>
</html>
`;
}

const STYLE = [
  "body{font:1rem/1.55 'Source Sans 3',system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#16232e;background:#fff}",
  "h1,h2,h3,h4,h5{line-height:1.25;margin:1.6em 0 .5em}",
  "table{border-collapse:collapse}th,td{border:1px solid #d5dde4;padding:.3em .6em;text-align:left;vertical-align:top}th{background:#f4f6f8}",
  "td p,th p,li p{margin:.2em 0}blockquote{border-left:3px solid #d5dde4;margin-left:0;padding-left:1em}",
  "ins,[data-insertion]{color:#1f7a3d;text-decoration:underline}del,[data-deletion]{color:#b3261e;text-decoration:line-through}",
  "footer{margin-top:3rem;padding-top:.6rem;border-top:1px solid #d5dde4;color:#4a5a68;font-size:.85rem}",
].join("\n");
