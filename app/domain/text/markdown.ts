/**
 * A text as Markdown (CommonMark with tables and footnotes). Suggestions are left out: Markdown has no words for them.
 * What it cannot say either: empty paragraphs, several blocks in a cell (they become lines), cells over many columns.
 */
import { blockText, sourceNotesOf } from "./reading";
import { withoutSuggestions } from "./suggestions";
import type { BlockNode, InlineNode, SourceNoteAttrs, TextDocument, TextMark } from "./text";

type DraftBlock = Extract<BlockNode, { type: "draftBlock" }>;
export interface MarkdownOptions {
  /** Lines in place of a draft block; without it the block is a link to the draft. */
  renderBlock?: (block: DraftBlock) => string;
  /** Levels of headings that stand above the text. */
  headingUnder?: number;
}

interface Writing {
  numbers: Map<SourceNoteAttrs, number>;
  renderBlock: (block: DraftBlock) => string;
  headingUnder: number;
  /** In a table cell a line break is written as a tag. */
  inCell: boolean;
}

/** The text as Markdown, with a line break at its end. */
export function textToMarkdown(
  text: TextDocument,
  { renderBlock, headingUnder = 0 }: MarkdownOptions = {},
): string {
  const shown = withoutSuggestions(text);
  const notes = sourceNotesOf(shown);
  const writing: Writing = {
    numbers: new Map(notes.map((note, index) => [note, index + 1])),
    renderBlock: renderBlock ?? (({ attrs: { slug } }) => `[${slug}](/drafts/${slug})`),
    headingUnder,
    inCell: false,
  };
  const definitions = notes.map(
    ({ text: words, href }, index) =>
      `[^${index + 1}]: ${[escapeWords(oneLine(words)), href && `<${href}>`].filter(Boolean).join(" ")}`,
  );
  const parts = [blocksIn(shown.content, writing), definitions.join("\n")].filter(Boolean);
  return `${parts.join("\n\n")}\n`;
}

/** Two lists or quotes side by side would be read as one: a comment stands between them. */
const MERGING = new Set(["bulletList", "orderedList", "blockquote"]);

function blocksIn(blocks: BlockNode[], writing: Writing): string {
  const parts: string[] = [];
  let before: string | null = null;
  for (const block of blocks) {
    const written = blockIn(block, writing);
    if (!written) continue;
    if (before === block.type && MERGING.has(block.type)) parts.push("<!-- -->");
    parts.push(written);
    before = block.type;
  }
  return parts.join("\n\n");
}

function blockIn(block: BlockNode, writing: Writing): string {
  switch (block.type) {
    case "paragraph":
      return linesOf(inlinesIn(block.content ?? [], writing)).join("\\\n");
    case "heading": {
      const words = linesOf(inlinesIn(block.content ?? [], writing)).join(" ");
      return words
        ? `${"#".repeat(Math.min(6, block.attrs.level + writing.headingUnder))} ${words.replace(/#$/, "\\#")}`
        : "";
    }
    case "draftBlock":
      return writing.renderBlock(block);
    case "blockquote":
      return prefixed(blocksIn(block.content, writing), "> ", "> ");
    case "bulletList":
      return block.content.map((item) => itemIn(item, "- ", writing)).join("\n");
    case "orderedList": {
      const start = block.attrs?.start ?? 1;
      return block.content.map((item, index) => itemIn(item, `${start + index}. `, writing)).join("\n");
    }
    case "table":
      return tableIn(block, writing);
    default:
      return blocksIn(block.content, writing);
  }
}

function itemIn(item: BlockNode, marker: string, writing: Writing): string {
  const content = item.type === "listItem" ? item.content : [item];
  return prefixed(blocksIn(content, writing), marker, " ".repeat(marker.length)) || marker.trim();
}

function prefixed(lines: string, first: string, rest: string): string {
  if (!lines) return "";
  return lines
    .split("\n")
    .map((line, index) => (index === 0 ? first + line : line ? rest + line : rest.trimEnd()))
    .join("\n");
}

/** The first row is the heading of the columns; where it is none, an empty heading stands above it. */
function tableIn(table: Extract<BlockNode, { type: "table" }>, writing: Writing): string {
  const rows = table.content.flatMap((row) => (row.type === "tableRow" ? [row.content] : []));
  const cells = rows.map((row) => row.flatMap((cell) => cellsIn(cell, writing)));
  const width = Math.max(1, ...cells.map((row) => row.length));
  const line = (row: string[]) =>
    `| ${Array.from({ length: width }, (_, column) => row[column] ?? "").join(" | ")} |`;
  const headed = rows[0]?.every((cell) => cell.type === "tableHeader") ?? false;
  const [head, ...body] = headed ? cells : [[], ...cells];
  return [line(head ?? []), `|${" --- |".repeat(width)}`, ...body.map(line)].join("\n");
}

function cellsIn(cell: BlockNode, writing: Writing): string[] {
  if (cell.type !== "tableHeader" && cell.type !== "tableCell") return [];
  const words = cell.content.flatMap((block) =>
    block.type === "paragraph" || block.type === "heading"
      ? linesOf(inlinesIn(block.content ?? [], { ...writing, inCell: true }))
      : linesOf(escapeWords(blockText(block))),
  );
  return [words.join("<br>"), ...Array<string>((cell.attrs?.colspan ?? 1) - 1).fill("")];
}

const BREAK = "\n";
/** Trimmed lines: what would begin a block at the beginning of one is escaped. */
function linesOf(words: string): string[] {
  const lines = words.split(BREAK).map((line) => escapeStart(line.trim()));
  while (lines.length > 0 && lines.at(-1) === "") lines.pop();
  while (lines.length > 0 && lines[0] === "") lines.shift();
  return lines.map((line) => line || "&nbsp;");
}

function escapeStart(line: string): string {
  return line
    .replace(/^(#{1,6}(?=\s|$)|[+-](?=\s|$|-)|=|~|:(?=-))/, "\\$1")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

const oneLine = (words: string) => words.replace(/\s+/g, " ").trim();
const escapeWords = (words: string) => words.replace(/[\\`*_[\]<>&|]/g, "\\$&");

/** Marks from the outermost in; italic is written with "_" so that it can stand beside bold. */
const NESTING = ["link", "bold", "italic"] as const;

function inlinesIn(nodes: InlineNode[], writing: Writing, depth = 0): string {
  const kind = NESTING[depth];
  if (!kind) return nodes.map((node) => atomIn(node, writing)).join("");
  let written = "";
  let at = 0;
  while (at < nodes.length) {
    const mark = markOf(nodes[at], kind);
    let end = at + 1;
    while (end < nodes.length && sameMark(markOf(nodes[end], kind), mark)) end++;
    const inner = inlinesIn(nodes.slice(at, end), writing, depth + 1);
    written = joined(
      written,
      mark ? wrapped(inner, mark) : { before: "", core: inner, after: "", marker: "" },
    );
    at = end;
  }
  return written;
}

interface Wrapped {
  before: string;
  core: string;
  after: string;
  marker: string;
}

/** Spaces stand outside of the marks: inside, the marks would be read as plain characters. */
function wrapped(inner: string, mark: TextMark): Wrapped {
  const core = inner.trim();
  const before = inner.slice(0, inner.length - inner.trimStart().length);
  const after = core ? inner.slice(inner.trimEnd().length) : "";
  if (!core) return { before, core, after, marker: "" };
  if (mark.type === "link")
    return { before, core: `[${core}](<${mark.attrs.href.replace(/[\\<>]/g, "\\$&")}>)`, after, marker: "" };
  const marker = mark.type === "bold" ? "**" : "_";
  return { before, core: marker + core + marker, after, marker };
}

const WORD = /[\p{L}\p{N}]/u;
const reference = (character: string) => `&#x${character.codePointAt(0)!.toString(16)};`;

/**
 * A letter that touches a mark is written as a reference where the mark would not be read as one: "_" beside any
 * letter, "**" where what it holds ends with no letter.
 */
function joined(written: string, { before, core, after, marker }: Wrapped): string {
  let left =
    written.endsWith("!") && !before && core.startsWith("[") ? `${written.slice(0, -1)}\\!` : written;
  const [first = ""] = core;
  const last = [...left.slice(-2)].at(-1) ?? "";
  const held = [...core.slice(marker.length)][0] ?? "";
  if (marker && !before && WORD.test(last) && (marker === "_" || !WORD.test(held)))
    left = left.slice(0, -last.length) + reference(last);
  const [, end = "", mark] = /(?<!\\)(.)(\*\*|_)$/su.exec(left) ?? [];
  const isTouched = mark !== undefined && !before && WORD.test(first) && (mark === "_" || !WORD.test(end));
  return left + before + (isTouched ? reference(first) + core.slice(first.length) : core) + after;
}

function markOf(node: InlineNode | undefined, kind: (typeof NESTING)[number]): TextMark | null {
  if (node?.type !== "text") return null;
  return node.marks?.find((mark) => mark.type === kind) ?? null;
}

function sameMark(a: TextMark | null, b: TextMark | null): boolean {
  if (a?.type === "link" && b?.type === "link") return a.attrs.href === b.attrs.href;
  return a?.type === b?.type;
}

function atomIn(node: InlineNode, { numbers }: Writing): string {
  switch (node.type) {
    case "text":
      return escapeWords(node.text.replace(/\s*\n\s*/g, " "));
    case "hardBreak":
      return BREAK;
    case "sourceNote":
      return `[^${numbers.get(node.attrs) ?? 0}]`;
    case "legalReference":
      return escapeWords([node.attrs.name, node.attrs.act, node.attrs.section].filter(Boolean).join(" "));
  }
}
