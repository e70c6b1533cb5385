/**
 * The PDF where Typst is not there for the machine: plainer, but tagged, with its fonts and language, as PDF/A-2a asks.
 * Nothing that people wrote is markup here either.
 */
import path from "node:path";
import PDFDocument, { type Structure, type TextOptions } from "pdfkit";
import { inlineText, sourceNotesOf } from "../../../app/domain/text/reading";
import type { BlockNode, InlineNode, SourceNoteAttrs, TextMark } from "../../../app/domain/text/text";
import { localeOf } from "../../../app/ui/format";
import type { ExportedText } from "../exported-text";
import { fontFolder } from "./typst";

const FONTS = { regular: "Regular", bold: "Bold", italic: "It", boldItalic: "BoldIt" } as const;
type FontName = keyof typeof FONTS;
const [INK, MUTED, LINE, ACTION] = ["#16232e", "#4a5a68", "#d5dde4", "#1a5fb4"];
const SIZE = 10.5;
const HEADING_SIZES = [15, 13, 11.5, 10.5];
const MARGINS = { top: 62, bottom: 74, left: 68, right: 68 };
const INDENT = 16;
const CELL = 5;

interface Writing {
  pdf: PDFDocument;
  notes: Map<SourceNoteAttrs, number>;
}
/** Where a block stands: its left edge and its width, in points. */
interface Place {
  left: number;
  width: number;
  isBold?: boolean;
}

export async function pdfkitPdf(exported: ExportedText): Promise<Buffer> {
  const { title, language, text, facts, creator, madeAt } = exported;
  const folder = fontFolder("TTF");
  const fontFile = (name: FontName) => path.join(folder, `SourceSans3-${FONTS[name]}.ttf`);
  const pdf = new PDFDocument({
    ...{ pdfVersion: "1.7", subset: "PDF/A-2a", tagged: true, displayTitle: true, bufferPages: true },
    ...{ lang: localeOf(language), size: "A4", margins: MARGINS, font: fontFile("regular") },
    info: { Title: title, Author: creator, CreationDate: madeAt, ModDate: madeAt },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on("data", (chunk) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
  for (const name of Object.keys(FONTS) as FontName[]) pdf.registerFont(name, fontFile(name));
  const notes = sourceNotesOf(text);
  const writing: Writing = { pdf, notes: new Map(notes.map((note, index) => [note, index + 1])) };
  const place: Place = { left: MARGINS.left, width: pdf.page.width - MARGINS.left - MARGINS.right };
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  root.add(pdf.struct("Title", () => line(writing, title, "bold", 18, place)));
  drawBlocks(text.content, root, place, writing);
  if (notes.length > 0) drawNotes(notes, root, place, writing);
  root.end();
  drawFooters(pdf, facts.join(" · "));
  pdf.end();
  return done;
}

function drawBlocks(blocks: BlockNode[], parent: Structure, place: Place, writing: Writing): void {
  for (const block of blocks) drawBlock(block, parent, place, writing);
}

function drawBlock(block: BlockNode, parent: Structure, place: Place, writing: Writing): void {
  const { pdf } = writing;
  switch (block.type) {
    case "paragraph":
      parent.add(pdf.struct("P", () => words(block.content, place, writing, SIZE)));
      return;
    case "heading": {
      const { level } = block.attrs;
      parent.add(
        pdf.struct(`H${level}`, () => {
          pdf.moveDown(0.5);
          words(block.content, { ...place, isBold: true }, writing, HEADING_SIZES[level - 1] ?? SIZE);
        }),
      );
      return;
    }
    case "bulletList":
    case "orderedList": {
      const list = pdf.struct("L");
      parent.add(list);
      const start = block.type === "orderedList" ? (block.attrs?.start ?? 1) : null;
      for (const [index, item] of block.content.entries())
        drawItem(item, start === null ? "•" : `${start + index}.`, list, place, writing);
      list.end();
      return;
    }
    case "blockquote":
      drawHeld("BlockQuote", block.content, parent, inner(place, INDENT), writing);
      return;
    case "table":
      drawTable(block.content, parent, place, writing);
      return;
    default:
      return;
  }
}

const inner = ({ left, width, ...rest }: Place, by: number): Place => ({
  ...rest,
  left: left + by,
  width: width - by,
});

function drawHeld(
  type: string,
  blocks: BlockNode[],
  parent: Structure,
  place: Place,
  writing: Writing,
): void {
  const held = writing.pdf.struct(type);
  parent.add(held);
  drawBlocks(blocks, held, place, writing);
  held.end();
}

function drawItem(item: BlockNode, label: string, list: Structure, place: Place, writing: Writing): void {
  const { pdf } = writing;
  const entry = pdf.struct("LI");
  list.add(entry);
  entry.add(
    pdf.struct("Lbl", () => {
      roomFor(pdf, SIZE * 2);
      const { y } = pdf;
      style(pdf, "regular", SIZE).text(label, place.left, y, { width: INDENT * 2, lineBreak: false });
      pdf.y = y;
    }),
  );
  drawHeld("LBody", item.type === "listItem" ? item.content : [item], entry, inner(place, INDENT), writing);
  entry.end();
}

function drawTable(rows: BlockNode[], parent: Structure, place: Place, writing: Writing): void {
  const { pdf } = writing;
  const table = pdf.struct("Table");
  parent.add(table);
  const cells = rows.map((row) => (row.type === "tableRow" ? row.content : []));
  const columns = Math.max(1, ...cells.map((row) => row.length));
  const width = place.width / columns;
  for (const row of cells) {
    const texts = row.map((cell) => cellText(cell));
    style(pdf, "regular", SIZE);
    const height =
      Math.max(...texts.map((text) => pdf.heightOfString(text || " ", { width: width - CELL * 2 }))) +
      CELL * 2;
    roomFor(pdf, height);
    const top = pdf.y;
    const struct = pdf.struct("TR");
    table.add(struct);
    for (const [column, cell] of row.entries()) {
      const isHeader = cell.type === "tableHeader";
      const at = { left: place.left + column * width + CELL, width: width - CELL * 2 };
      struct.add(
        pdf.struct(isHeader ? "TH" : "TD", () => {
          pdf.y = top + CELL;
          line(writing, texts[column] ?? "", isHeader ? "bold" : "regular", SIZE, at);
        }),
      );
    }
    struct.end();
    pdf.y = top + height;
    rule(pdf, place, pdf.y);
  }
  table.end();
  pdf.x = place.left;
  pdf.moveDown(0.6);
}

function cellText(cell: BlockNode): string {
  if (!("content" in cell)) return "";
  return (cell.content as (BlockNode | InlineNode)[])
    .map((child) => {
      if (child.type === "text" || child.type === "hardBreak" || child.type === "legalReference")
        return inlineText([child]);
      if (child.type === "sourceNote" || child.type === "draftBlock") return "";
      const text =
        child.type === "paragraph" || child.type === "heading" ? inlineText(child.content) : cellText(child);
      return `${text}\n`;
    })
    .join("")
    .trimEnd();
}

function drawNotes(notes: SourceNoteAttrs[], root: Structure, place: Place, writing: Writing): void {
  writing.pdf.moveDown(1);
  for (const [index, { text, href }] of notes.entries())
    root.add(
      writing.pdf.struct("Note", () =>
        line(writing, [`${index + 1}`, text, href].filter(Boolean).join(" "), "regular", 8.5, place),
      ),
    );
}

/** Words with their marks on one flowing line after another. */
function words(nodes: InlineNode[] | undefined, place: Place, writing: Writing, size: number): void {
  const { pdf } = writing;
  const runs: Run[] = [];
  for (const run of (nodes ?? []).map((node) => runOf(node, writing))) {
    const last = runs.at(-1);
    // A break alone is no run: it ends the one before it.
    if (run.text === "\n" && last) last.text += run.text;
    else if (run.text) runs.push(run);
  }
  roomFor(pdf, size * 2);
  pdf.x = place.left;
  for (const [index, { text, marks }] of runs.entries()) {
    const has = (type: TextMark["type"]) => marks.some((mark) => mark.type === type);
    const link = marks.find((mark) => mark.type === "link");
    const isBold = place.isBold || has("bold");
    const font = isBold ? (has("italic") ? "boldItalic" : "bold") : has("italic") ? "italic" : "regular";
    const options: TextOptions = {
      ...{
        continued: index < runs.length - 1,
        width: place.width,
        lineGap: 2,
        underline: link !== undefined,
      },
      link: link?.type === "link" ? link.attrs.href : null,
    };
    style(pdf, font, size).fillColor(link ? ACTION! : INK!);
    if (index === 0) pdf.text(text, place.left, pdf.y, options);
    else pdf.text(text, options);
  }
  pdf.fillColor(INK!).moveDown(0.45);
}

interface Run {
  text: string;
  marks: TextMark[];
}

function runOf(node: InlineNode, { notes }: Writing): Run {
  switch (node.type) {
    case "text":
      return { text: printable(node.text), marks: node.marks ?? [] };
    case "hardBreak":
      return { text: "\n", marks: [] };
    case "sourceNote":
      return { text: ` [${notes.get(node.attrs) ?? 0}]`, marks: [] };
    case "legalReference":
      return { text: printable(inlineText([node])), marks: [{ type: "italic" }] };
  }
}

/** Control characters have no glyph. */
const printable = (text: string) => text.replace(/[^\P{C}\n]/gu, "");

function line({ pdf }: Writing, text: string, font: FontName, size: number, { left, width }: Place): void {
  style(pdf, font, size)
    .fillColor(INK!)
    .text(printable(text), left, pdf.y, { width, lineGap: 2 })
    .moveDown(0.4);
}

const style = (pdf: PDFDocument, font: FontName, size: number) => pdf.font(font).fontSize(size);

function roomFor(pdf: PDFDocument, height: number): void {
  if (pdf.y + height > pdf.page.height - MARGINS.bottom) pdf.addPage();
}

function rule(pdf: PDFDocument, { left, width }: Place, y: number): void {
  pdf.markContent("Artifact");
  pdf
    .lineWidth(0.5)
    .strokeColor(LINE!)
    .moveTo(left, y)
    .lineTo(left + width, y)
    .stroke();
  pdf.endMarkedContent();
}

function drawFooters(pdf: PDFDocument, facts: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    // Below the margin, where text would otherwise begin a new page.
    const { bottom } = pdf.page.margins;
    pdf.page.margins.bottom = 0;
    // What was open at the page's end was closed there; it would be closed once more.
    pdf.page.markings = [];
    pdf.markContent("Artifact", { type: "Pagination" });
    style(pdf, "regular", 8.5).fillColor(MUTED!);
    const y = pdf.page.height - 46;
    pdf.text(printable(facts), MARGINS.left, y, { width: pdf.page.width - 200, lineBreak: false });
    pdf.text(`${page - start + 1} / ${count}`, pdf.page.width - 120, y, {
      width: 52,
      align: "right",
      lineBreak: false,
    });
    pdf.endMarkedContent();
    pdf.page.margins.bottom = bottom;
  }
}
