/** HTML, as mammoth makes it, as a text. What the text has no words for gives what it holds. */
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import type { ImportWarning } from "../../app/domain/files/import";
import { inlineText } from "../../app/domain/text/reading";
import {
  type BlockNode,
  HEADING_LEVEL_MAX,
  type InlineNode,
  isSafeHref,
  NESTING_MAX,
  type SourceNoteAttrs,
  type TextMark,
} from "../../app/domain/text/text";

type Html = DefaultTreeAdapterMap["childNode"];
type HtmlElement = DefaultTreeAdapterMap["element"];

export interface HtmlOptions {
  /** Prefix of the ids of footnotes. */
  notePrefix: string;
  warnings: Partial<Record<ImportWarning, number>>;
}
interface Reading extends HtmlOptions {
  notes: Map<string, SourceNoteAttrs>;
}

/** The class that the style map gives to the document's own title. */
export const TITLE_CLASS = "document-title";

/** The blocks, and the title when the document begins with one. */
export function textFromHtml(html: string, options: HtmlOptions): { title: string; blocks: BlockNode[] } {
  const { childNodes } = parseFragment(html);
  const reading: Reading = { ...options, notes: new Map() };
  const nodes = childNodes.filter((node) => !takeNotes(node, reading));
  const first = nodes.find((node) => isElement(node));
  const isTitle = first && isElement(first) && attribute(first, "class") === TITLE_CLASS;
  const title = isTitle
    ? inlineText(wordsOf(first.childNodes, [], reading))
        .replace(/\s+/g, " ")
        .trim()
    : "";
  return { title, blocks: blocksOf(isTitle ? nodes.filter((node) => node !== first) : nodes, reading, 0) };
}

const isElement = (node: Html): node is HtmlElement => "tagName" in node;
const attribute = (element: HtmlElement, name: string) =>
  element.attrs.find((a) => a.name === name)?.value ?? "";

/** The list of footnotes at the end: each becomes a source note where its number stands. */
function takeNotes(node: Html, { notePrefix, notes, warnings }: Reading): boolean {
  if (!isElement(node) || node.tagName !== "ol") return false;
  const items = node.childNodes.filter(isElement);
  const isNote = (item: HtmlElement) => attribute(item, "id").startsWith(notePrefix);
  if (items.length === 0 || !items.every(isNote)) return false;
  const quiet: Reading = { notePrefix, notes: new Map(), warnings: {} };
  for (const item of items) {
    const words = inlinesDeep(item, quiet).filter((inline) => !isWayBack(inline));
    const href = words.flatMap((inline) => hrefOf(inline) ?? [])[0];
    const text = inlineText(words).replace(/\s+/g, " ").replace(/↑\s*$/u, "").trim();
    if (text.length > 1000) warnings.cutNotes = (warnings.cutNotes ?? 0) + 1;
    const shown = href && text.endsWith(href) ? text.slice(0, -href.length).trim() : text;
    notes.set(attribute(item, "id"), { text: shown, ...(href ? { href } : {}) });
  }
  return true;
}

const hrefOf = (inline: InlineNode) =>
  inline.type === "text"
    ? inline.marks?.flatMap((m) => (m.type === "link" ? [m.attrs.href] : []))[0]
    : undefined;
const isWayBack = (inline: InlineNode) => inline.type === "text" && inline.text === "↑";

function inlinesDeep(element: HtmlElement, reading: Reading): InlineNode[] {
  return blocksOf(element.childNodes, reading, NESTING_MAX).flatMap((block) =>
    block.type === "paragraph" || block.type === "heading" ? (block.content ?? []) : [],
  );
}

const BLOCKS = /^(p|h[1-6]|ul|ol|li|blockquote|table|thead|tbody|tfoot|tr|th|td|div|section|pre)$/;

/** Words between blocks become paragraphs. */
function blocksOf(nodes: Html[], reading: Reading, depth: number): BlockNode[] {
  const blocks: BlockNode[] = [];
  let loose: Html[] = [];
  const flush = () => {
    const content = wordsOf(loose, [], reading);
    if (content.some((inline) => inline.type !== "text" || inline.text.trim()))
      blocks.push({ type: "paragraph", content });
    loose = [];
  };
  for (const node of nodes) {
    if (isElement(node) && BLOCKS.test(node.tagName)) {
      flush();
      blocks.push(...blockOf(node, reading, depth));
    } else loose.push(node);
  }
  flush();
  return blocks;
}

function blockOf(element: HtmlElement, reading: Reading, depth: number): BlockNode[] {
  const { tagName, childNodes } = element;
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  if (level)
    return [
      {
        type: "heading",
        attrs: { level: Math.min(Number(level), HEADING_LEVEL_MAX) },
        content: wordsOf(childNodes, [], reading),
      },
    ];
  if (tagName === "p") {
    const content = wordsOf(childNodes, [], reading);
    return [content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" }];
  }
  if (tagName !== "ul" && tagName !== "ol" && tagName !== "blockquote" && tagName !== "table")
    return blocksOf(childNodes, reading, depth);
  // One level is a list with its items, or a table with rows and cells.
  if (depth + (tagName === "blockquote" ? 1 : 2) > NESTING_MAX) {
    reading.warnings.flattened = (reading.warnings.flattened ?? 0) + 1;
    return blocksOf(childNodes, reading, depth);
  }
  if (tagName === "blockquote") {
    const content = blocksOf(childNodes, reading, depth + 1);
    return content.length > 0 ? [{ type: "blockquote", content }] : [];
  }
  if (tagName === "table") return tableOf(element, reading, depth);
  const content = childNodes.filter(isElement).map((item): BlockNode => {
    const held = blocksOf(item.tagName === "li" ? item.childNodes : [item], reading, depth + 2);
    return { type: "listItem", content: held.length > 0 ? held : [{ type: "paragraph" }] };
  });
  return content.length > 0 ? [{ type: tagName === "ul" ? "bulletList" : "orderedList", content }] : [];
}

function tableOf(table: HtmlElement, reading: Reading, depth: number): BlockNode[] {
  const rows = table.childNodes
    .filter(isElement)
    .flatMap((part) => (part.tagName === "tr" ? [part] : part.childNodes.filter(isElement)));
  const content = rows.map((row): BlockNode => {
    const cells = row.childNodes.filter(isElement).map((cell): BlockNode => {
      const held = blocksOf(cell.childNodes, reading, depth + 3);
      const spans = {
        colspan: Number(attribute(cell, "colspan")),
        rowspan: Number(attribute(cell, "rowspan")),
      };
      return {
        type: cell.tagName === "th" ? "tableHeader" : "tableCell",
        attrs: spans, // normalizeText keeps those that say something
        content: held.length > 0 ? held : [{ type: "paragraph" }],
      };
    });
    return { type: "tableRow", content: cells };
  });
  return content.length > 0 ? [{ type: "table", content }] : [];
}

function wordsOf(nodes: Html[], marks: TextMark[], reading: Reading): InlineNode[] {
  return nodes.flatMap((node): InlineNode[] => {
    if ("value" in node) return node.value ? [{ type: "text", text: node.value, marks }] : [];
    if (!isElement(node)) return [];
    switch (node.tagName) {
      case "br":
        return [{ type: "hardBreak" }];
      case "img":
        reading.warnings.images = (reading.warnings.images ?? 0) + 1;
        return [];
      case "strong":
      case "b":
        return wordsOf(node.childNodes, [...marks, { type: "bold" }], reading);
      case "em":
      case "i":
        return wordsOf(node.childNodes, [...marks, { type: "italic" }], reading);
      case "a":
        return linkOf(node, marks, reading);
      default:
        return wordsOf(node.childNodes, marks, reading);
    }
  });
}

function linkOf(link: HtmlElement, marks: TextMark[], reading: Reading): InlineNode[] {
  const href = attribute(link, "href");
  const note = href.startsWith("#") ? reading.notes.get(href.slice(1)) : undefined;
  if (note) return [{ type: "sourceNote", attrs: note }];
  if (isSafeHref(href))
    return wordsOf(link.childNodes, [...marks, { type: "link", attrs: { href } }], reading);
  // A place in the same document is no address; anything else was one that we do not keep.
  if (href && !href.startsWith("#")) reading.warnings.links = (reading.warnings.links ?? 0) + 1;
  return wordsOf(link.childNodes, marks, reading);
}
