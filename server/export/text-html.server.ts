/**
 * A text as HTML for files and programs: what app/features/texts/text-view.tsx shows, without its classes and names
 * of the page. A test holds the two together.
 */
import type { Language } from "../../app/domain/languages";
import { inlineText, sourceNotesOf } from "../../app/domain/text/reading";
import type {
  BlockNode,
  InlineNode,
  SourceNoteAttrs,
  TextDocument,
  TextMark,
} from "../../app/domain/text/text";
import { translator } from "../../app/messages/server.server";

type DraftBlock = Extract<BlockNode, { type: "draftBlock" }>;
export interface HtmlOptions {
  /** HTML in place of a draft block; without it words say that it cannot be shown. */
  renderBlock?: (block: DraftBlock) => string;
  /** Levels of headings that stand above the text. */
  headingUnder?: number;
}

interface Writing {
  numbers: Map<SourceNoteAttrs, number>;
  renderBlock: (block: DraftBlock) => string;
  headingUnder: number;
}

/** The text as an HTML fragment; suggestions as ins and del, source notes at the end. Safe to put in a page. */
export function textToHtml(text: TextDocument, language: Language, options: HtmlOptions = {}): string {
  const { t } = translator(language);
  const notes = sourceNotesOf(text);
  const writing: Writing = {
    numbers: new Map(notes.map((note, index) => [note, index + 1])),
    renderBlock: options.renderBlock ?? (() => `<p>${escapeHtml(t("texts.view.noBlock"))}</p>`),
    headingUnder: options.headingUnder ?? 0,
  };
  const body = text.content.map((block) => blockHtml(block, writing)).join("\n");
  if (notes.length === 0) return body;
  const items = notes.map(({ text: words, href }, index) => {
    const link = href ? ` <a href="${escapeHtml(href)}">${escapeHtml(href)}</a>` : "";
    return `<li id="source-${index + 1}">${escapeHtml(words)}${link}</li>`;
  });
  return `${body}\n<section aria-label="${escapeHtml(t("texts.view.sources"))}"><ol>${items.join("")}</ol></section>`;
}

const REPLACED: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Text as it stands in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => REPLACED[character]!);
}

const TAGS = {
  ...{ bulletList: "ul", orderedList: "ol", listItem: "li", blockquote: "blockquote" },
  ...{ table: "table", tableRow: "tr", tableHeader: "th", tableCell: "td" },
} as const;

function blockHtml(block: BlockNode, writing: Writing): string {
  const attrs = "attrs" in block ? (block.attrs as Record<string, unknown> | undefined) : undefined;
  const told = suggested(attrs);
  switch (block.type) {
    case "paragraph":
      return `<p${told}>${inlinesHtml(block.content, writing)}</p>`;
    case "heading": {
      const tag = `h${Math.min(6, block.attrs.level + writing.headingUnder)}`;
      return `<${tag}${told}>${inlinesHtml(block.content, writing)}</${tag}>`;
    }
    case "draftBlock":
      return `<div${told}>${writing.renderBlock(block)}</div>`;
    default: {
      const tag = TAGS[block.type];
      const numbers = (["start", "colspan", "rowspan"] as const)
        .filter((name) => typeof attrs?.[name] === "number")
        .map((name) => ` ${name}="${attrs?.[name]}"`)
        .join("");
      const inner = block.content.map((child) => blockHtml(child, writing)).join("");
      return `<${tag}${told}${numbers}>${tag === "table" ? `<tbody>${inner}</tbody>` : inner}</${tag}>`;
    }
  }
}

function suggested(attrs: object | undefined): string {
  const { insertion, deletion } = (attrs ?? {}) as { insertion?: string; deletion?: string };
  return `${insertion ? ` data-insertion="${insertion}"` : ""}${deletion ? ` data-deletion="${deletion}"` : ""}`;
}

function inlinesHtml(nodes: InlineNode[] | undefined, writing: Writing): string {
  return (nodes ?? []).map((node) => inlineHtml(node, writing)).join("");
}

function inlineHtml(node: InlineNode, { numbers }: Writing): string {
  const told = node.type === "text" ? "" : suggested(node.attrs);
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduceRight(markedHtml, escapeHtml(node.text));
    case "hardBreak":
      return `<br${told}>`;
    case "sourceNote": {
      const number = numbers.get(node.attrs) ?? 0;
      return `<sup${told}><a href="#source-${number}">${number}</a></sup>`;
    }
    case "legalReference":
      return `<cite${told}>${escapeHtml(inlineText([node]))}</cite>`;
  }
}

function markedHtml(words: string, mark: TextMark): string {
  switch (mark.type) {
    case "bold":
      return `<strong>${words}</strong>`;
    case "italic":
      return `<em>${words}</em>`;
    case "link":
      return `<a href="${escapeHtml(mark.attrs.href)}" rel="noopener noreferrer nofollow">${words}</a>`;
    case "insertion":
      return `<ins data-suggestion="${mark.attrs.id}">${words}</ins>`;
    case "deletion":
      return `<del data-suggestion="${mark.attrs.id}">${words}</del>`;
  }
}
