/** Markdown or plain text as a text (rule F2): tables and footnotes too; HTML stays as the words it is written with. Throws Refused. */
import type {
  BlockContent,
  Definition,
  DefinitionContent,
  List,
  Nodes,
  PhrasingContent,
  RootContent,
  Table,
} from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { countedWarnings, type ImportWarning, type ReadFile } from "../../app/domain/files/import";
import {
  type BlockNode,
  HEADING_LEVEL_MAX,
  type InlineNode,
  isSafeHref,
  NESTING_MAX,
  type SourceNoteAttrs,
  type TextMark,
} from "../../app/domain/text/text";
import { finishedText } from "./finished-text";
import { Refused } from "./refused";

interface Reading {
  notes: Map<string, SourceNoteAttrs>;
  definitions: Map<string, Definition>;
  warnings: Partial<Record<ImportWarning, number>>;
  headingUnder: number;
}
const warn = ({ warnings }: Reading, warning: ImportWarning) => {
  warnings[warning] = (warnings[warning] ?? 0) + 1;
};

/** The file's own bytes: UTF-8, with or without its mark. */
export function readMarkdownFile(bytes: Uint8Array): ReadFile {
  let words: string;
  try {
    words = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refused("notUtf8");
  }
  if (words.includes("\0")) throw new Refused("nul");
  return readMarkdown(words);
}

export function readMarkdown(markdown: string): ReadFile {
  const reading: Reading = { notes: new Map(), definitions: new Map(), warnings: {}, headingUnder: 0 };
  const { children } = parse(withoutNotes(markdown.replace(/\r\n?/g, "\n"), reading));
  for (const node of children)
    if (node.type === "definition" && !reading.definitions.has(node.identifier))
      reading.definitions.set(node.identifier, node);
  const [first] = children;
  // A heading of the first level that begins the text, and is the only one, is its title; the others are one level below.
  const isTitle =
    first?.type === "heading" &&
    first.depth === 1 &&
    !children.slice(1).some((n) => n.type === "heading" && n.depth === 1);
  const title = isTitle ? plainWords(first) : "";
  if (isTitle) reading.headingUnder = 1;
  const blocks = blocksOf(isTitle ? children.slice(1) : children, reading, 0);
  return { title, text: finishedText(blocks), warnings: countedWarnings(reading.warnings) };
}

const parse = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });

const plainWords = (node: Nodes): string =>
  "value" in node
    ? node.value
    : "children" in node
      ? node.children.map((child) => plainWords(child)).join("")
      : "";

/** "[^1]: words <address>" at the beginning of a line, outside of code; what follows indented belongs to it. */
function withoutNotes(markdown: string, { notes, warnings }: Reading): string {
  let [isCode, open] = [false, ""];
  return markdown
    .split("\n")
    .filter((line) => {
      if (/^ {0,3}(```|~~~)/.test(line)) isCode = !isCode;
      const [, id, words] = (!isCode && /^\[\^([^\]\s]{1,64})\]:[ \t]*(.*)$/.exec(line)) || [];
      if (id !== undefined) {
        open = notes.has(id) ? "" : id;
        if (open) notes.set(open, noteOf(words ?? "", warnings));
        return false;
      }
      if (open && /^( {4}|\t)\S/.test(line)) {
        notes.set(open, noteOf(`${notes.get(open)?.text ?? ""} ${line.trim()}`, warnings));
        return false;
      }
      open = "";
      return true;
    })
    .join("\n");
}

function noteOf(words: string, warnings: Reading["warnings"]): SourceNoteAttrs {
  const paragraph = parse(words).children[0];
  const parts = paragraph && "children" in paragraph ? paragraph.children : [];
  const link = parts.find((part) => part.type === "link");
  const href = link?.type === "link" && isSafeHref(link.url) ? link.url : undefined;
  if (words.length > 1000) warnings.cutNotes = (warnings.cutNotes ?? 0) + 1;
  const text = parts
    .filter((part) => !(href && part === link && plainWords(part) === href))
    .map((part) => plainWords(part))
    .join("")
    .trim();
  return { text, ...(href ? { href } : {}) };
}

function blocksOf(
  nodes: (RootContent | BlockContent | DefinitionContent)[],
  reading: Reading,
  depth: number,
): BlockNode[] {
  return nodes.flatMap((node) => blockOf(node, reading, depth));
}

function blockOf(node: RootContent, reading: Reading, depth: number): BlockNode[] {
  switch (node.type) {
    case "paragraph":
      return [{ type: "paragraph", content: wordsOf(node.children, [], reading) }];
    case "heading": {
      const level = Math.max(1, Math.min(node.depth - reading.headingUnder, HEADING_LEVEL_MAX));
      return [{ type: "heading", attrs: { level }, content: wordsOf(node.children, [], reading) }];
    }
    case "code":
      return node.value
        .split("\n")
        .map((line) => ({ type: "paragraph", content: [{ type: "text", text: line }] }));
    case "html":
      if (/^<!--[\s\S]*-->$/.test(node.value.trim())) return [];
      warn(reading, "htmlAsText");
      return [{ type: "paragraph", content: [{ type: "text", text: node.value }] }];
    case "blockquote":
      if (isDeep(depth + 1, reading)) return blocksOf(node.children, reading, depth);
      return [{ type: "blockquote", content: blocksOf(node.children, reading, depth + 1) }];
    case "list":
      return listOf(node, reading, depth);
    case "table":
      return isDeep(depth + 2, reading) ? [] : [tableOf(node, reading)];
    default:
      return [];
  }
}

function isDeep(depth: number, reading: Reading): boolean {
  if (depth <= NESTING_MAX) return false;
  warn(reading, "flattened");
  return true;
}

function listOf(list: List, reading: Reading, depth: number): BlockNode[] {
  if (isDeep(depth + 2, reading))
    return list.children.flatMap((item) => blocksOf(item.children, reading, depth));
  const content = list.children.map((item): BlockNode => {
    const held = blocksOf(item.children, reading, depth + 2);
    return { type: "listItem", content: held.length > 0 ? held : [{ type: "paragraph" }] };
  });
  if (!list.ordered) return [{ type: "bulletList", content }];
  return [{ type: "orderedList", attrs: { start: list.start ?? 1 }, content }];
}

/** A heading row without words is how a table without one is written. */
function tableOf(table: Table, reading: Reading): BlockNode {
  const [head, ...body] = table.children;
  const rows = head?.children.some((cell) => cell.children.length > 0) ? table.children : body;
  const content = rows.map((row): BlockNode => {
    const type = row === head ? "tableHeader" : "tableCell";
    const cells = row.children.map((cell): BlockNode => {
      return { type, content: [{ type: "paragraph", content: wordsOf(cell.children, [], reading) }] };
    });
    return { type: "tableRow", content: cells };
  });
  return { type: "table", content };
}

function wordsOf(nodes: PhrasingContent[], marks: TextMark[], reading: Reading): InlineNode[] {
  return nodes.flatMap((node): InlineNode[] => {
    switch (node.type) {
      case "text":
        return withNotes(node.value.replace(/\n/g, " "), marks, reading);
      case "inlineCode":
        return [{ type: "text", text: node.value, marks }];
      case "strong":
        return wordsOf(node.children, [...marks, { type: "bold" }], reading);
      case "emphasis":
        return wordsOf(node.children, [...marks, { type: "italic" }], reading);
      case "break":
        return [{ type: "hardBreak" }];
      case "html":
        if (/^<br\s*\/?>$/i.test(node.value)) return [{ type: "hardBreak" }];
        if (/^<!--[\s\S]*-->$/.test(node.value)) return [];
        warn(reading, "htmlAsText");
        return [{ type: "text", text: node.value, marks }];
      case "image":
      case "imageReference":
        warn(reading, "images");
        return node.alt ? [{ type: "text", text: node.alt, marks }] : [];
      case "link":
        return linkOf(node.url, node.children, marks, reading);
      case "linkReference":
        return linkOf(reading.definitions.get(node.identifier)?.url ?? "", node.children, marks, reading);
      default:
        return [];
    }
  });
}

function linkOf(
  href: string,
  children: PhrasingContent[],
  marks: TextMark[],
  reading: Reading,
): InlineNode[] {
  if (isSafeHref(href)) return wordsOf(children, [...marks, { type: "link", attrs: { href } }], reading);
  warn(reading, "links");
  return wordsOf(children, marks, reading);
}

function withNotes(words: string, marks: TextMark[], { notes }: Reading): InlineNode[] {
  return words.split(/(\[\^[^\]\s]{1,64}\])/).flatMap((part): InlineNode[] => {
    const note = part.startsWith("[^") ? notes.get(part.slice(2, -1)) : undefined;
    if (note) return [{ type: "sourceNote", attrs: note }];
    return part ? [{ type: "text", text: part, marks }] : [];
  });
}
