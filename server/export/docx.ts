/**
 * A text as a Word file: real headings, numbered lists, tables with heading rows, links, footnotes, and suggestions as
 * tracked changes with their authors. What app/domain/files/import.ts reads again gives the same text.
 */
import {
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { inlineText, sourceNotesOf } from "../../app/domain/text/reading";
import type { BlockNode, InlineNode, SourceNoteAttrs, Suggested, TextMark } from "../../app/domain/text/text";
import { localeOf } from "../../app/ui/format";
import { BULLETS, bullets, LIST_LEVELS, numbers, numbersFrom, styles } from "./docx-look";
import type { ExportedText } from "./exported-text";

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

interface Writing {
  notes: Map<SourceNoteAttrs, number>;
  suggestions: ExportedText["suggestions"];
  /** First numbers of ordered lists: each needs a numbering of its own. */
  starts: Set<number>;
  /** Every ordered list counts from its own beginning. */
  lists: number;
  changes: number;
}
interface Place {
  /** How deep in lists; the paragraph's number or bullet comes with the first block of an item. */
  level: number;
  item?: { reference: string; instance: number };
  isQuote?: boolean;
  isHeader?: boolean;
  suggested: Suggested;
}

export async function textToDocx(exported: ExportedText): Promise<Buffer> {
  const { text, title, language, facts } = exported;
  const notes = sourceNotesOf(text);
  const writing: Writing = {
    notes: new Map(notes.map((note, index) => [note, index + 1])),
    suggestions: exported.suggestions,
    starts: new Set(),
    lists: 0,
    changes: 0,
  };
  const body = blocksIn(text.content, { level: 0, suggested: {} }, writing);
  const document = new Document({
    title,
    creator: exported.creator,
    description: facts.join(" · "),
    styles: styles(localeOf(language)),
    numbering: { config: [bullets(), ...[...writing.starts].map(numbers)] },
    footnotes: Object.fromEntries(notes.map((note, index) => [index + 1, { children: [footnote(note)] }])),
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 } } },
        footers: { default: footer(facts) },
        children: [new Paragraph({ text: title, heading: HeadingLevel.TITLE }), ...body],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function blocksIn(blocks: BlockNode[], place: Place, writing: Writing): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) =>
    // The bullet stands before the first block of an item only.
    blockIn(block, index === 0 ? place : { ...place, item: undefined }, writing),
  );
}

function blockIn(block: BlockNode, place: Place, writing: Writing): (Paragraph | Table)[] {
  const attrs = "attrs" in block ? (block.attrs as Suggested | undefined) : undefined;
  const inside: Place = { ...place, suggested: { ...place.suggested, ...suggestedOf(attrs) } };
  switch (block.type) {
    case "paragraph":
      return [new Paragraph({ ...paragraphAt(inside), children: inlinesIn(block.content, inside, writing) })];
    case "heading":
      return [
        new Paragraph({
          ...paragraphAt({ ...inside, isQuote: false }),
          style: undefined,
          heading: HEADINGS[block.attrs.level - 1],
          children: inlinesIn(block.content, inside, writing),
        }),
      ];
    case "blockquote":
      return blocksIn(block.content, { ...inside, isQuote: true }, writing);
    case "bulletList":
      return itemsIn(block.content, BULLETS, inside, writing);
    case "orderedList": {
      const start = block.attrs?.start ?? 1;
      writing.starts.add(start);
      return itemsIn(block.content, numbersFrom(start), inside, writing);
    }
    case "listItem":
      return blocksIn(block.content, inside, writing);
    case "table":
      return [tableIn(block.content, inside, writing)];
    default:
      return [];
  }
}

function itemsIn(items: BlockNode[], reference: string, place: Place, writing: Writing) {
  const level = Math.min(place.level + 1, LIST_LEVELS);
  const instance = ++writing.lists;
  return items.flatMap((item) => blockIn(item, { ...place, level, item: { reference, instance } }, writing));
}

function paragraphAt({ level, item, isQuote, isHeader }: Place): Partial<IParagraphOptions> {
  if (item) return { numbering: { ...item, level: level - 1 } };
  if (level > 0) return { style: level === 1 ? "ListContinue" : `ListContinue${Math.min(level, 5)}` };
  if (isHeader) return { keepNext: true };
  return isQuote ? { style: "Quote" } : {};
}

function tableIn(rows: BlockNode[], place: Place, writing: Writing): Table {
  const cells = rows.map((row) => (row.type === "tableRow" ? row.content : []));
  // Only rows at the top can be repeated on every page as the table's heading.
  const headed = cells.findIndex((row) => !row.every(({ type }) => type === "tableHeader"));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: cells.map((row, index) => {
      const isHeader = headed === -1 ? index === 0 : index < headed;
      const suggested = { ...place.suggested, ...suggestedOf((rows[index] as { attrs?: Suggested }).attrs) };
      return new TableRow({
        // Said only where it is so: some readers take the mere name for a yes.
        ...(isHeader ? { tableHeader: true } : {}),
        children: row.map((cell) => cellIn(cell, { level: 0, suggested }, writing)),
      });
    }),
  });
}

function cellIn(cell: BlockNode, place: Place, writing: Writing): TableCell {
  if (cell.type !== "tableCell" && cell.type !== "tableHeader")
    return new TableCell({ children: [new Paragraph("")] });
  const isHeader = cell.type === "tableHeader";
  const children = blocksIn(cell.content, { ...place, isHeader }, writing);
  // Word asks for a paragraph at the end of a cell.
  if (children.at(-1) instanceof Table) children.push(new Paragraph(""));
  return new TableCell({
    children,
    columnSpan: cell.attrs?.colspan,
    rowSpan: cell.attrs?.rowspan,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(isHeader ? { shading: { fill: "F4F6F8" } } : {}),
  });
}

function suggestedOf(attrs: Suggested | undefined): Suggested {
  const { insertion, deletion } = attrs ?? {};
  return { ...(insertion ? { insertion } : {}), ...(deletion ? { deletion } : {}) };
}

function inlinesIn(nodes: InlineNode[] | undefined, place: Place, writing: Writing): ParagraphChild[] {
  return (nodes ?? []).map((node) => inlineIn(node, place, writing));
}

function inlineIn(node: InlineNode, place: Place, writing: Writing): ParagraphChild {
  switch (node.type) {
    case "text": {
      const marks = node.marks ?? [];
      const suggested = { ...place.suggested, ...suggestedIn(marks) };
      const link = marks.find((mark) => mark.type === "link");
      const run = runOf(node.text, marks, suggested, writing, link !== undefined);
      return link?.type === "link" ? new ExternalHyperlink({ link: link.attrs.href, children: [run] }) : run;
    }
    case "hardBreak":
      return new TextRun({ break: 1 });
    case "sourceNote":
      return new FootnoteReferenceRun(writing.notes.get(node.attrs) ?? 0);
    case "legalReference":
      return runOf(
        inlineText([node]),
        [],
        { ...place.suggested, ...suggestedOf(node.attrs) },
        writing,
        false,
      );
  }
}

function suggestedIn(marks: TextMark[]): Suggested {
  const found: Suggested = {};
  for (const mark of marks)
    if (mark.type === "insertion" || mark.type === "deletion") found[mark.type] ??= mark.attrs.id;
  return found;
}

function runOf(
  text: string,
  marks: TextMark[],
  { insertion, deletion }: Suggested,
  writing: Writing,
  isLink: boolean,
) {
  const has = (type: TextMark["type"]) => marks.some((mark) => mark.type === type);
  const run = {
    text,
    ...(has("bold") ? { bold: true } : {}),
    ...(has("italic") ? { italics: true } : {}),
    ...(isLink ? { style: "Hyperlink" } : {}),
  };
  const id = deletion ?? insertion;
  if (!id) return new TextRun(run);
  const made = writing.suggestions[id];
  const change = {
    id: ++writing.changes,
    author: made?.author ?? "-",
    date: made?.madeAt ?? "1970-01-01T00:00:00Z",
  };
  return deletion ? new DeletedTextRun({ ...run, ...change }) : new InsertedTextRun({ ...run, ...change });
}

function footnote({ text, href }: SourceNoteAttrs): Paragraph {
  const link = href
    ? [new ExternalHyperlink({ link: href, children: [new TextRun({ text: href, style: "Hyperlink" })] })]
    : [];
  return new Paragraph({ children: [new TextRun(text && href ? `${text} ` : text), ...link] });
}

function footer(facts: string[]): Footer {
  const words = facts.length > 0 ? [new TextRun(`${facts.join(" · ")} · `)] : [];
  const page = new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [new Paragraph({ style: "Footer", children: [...words, page] })] });
}
