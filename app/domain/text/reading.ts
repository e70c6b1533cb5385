/** What can be told of a text without showing it: its words, its headings, how long it is. */
import type { BlockNode, DraftBlockAttrs, InlineNode, SourceNoteAttrs, TextDocument } from "./text";

/** A heading of the outline. `path` is the block's place: indexes from the document down. */
export interface OutlineEntry {
  level: number;
  title: string;
  path: number[];
}

export function inlineText(nodes: InlineNode[] | undefined): string {
  return (nodes ?? [])
    .map((node) => {
      if (node.type === "text") return node.text;
      if (node.type === "hardBreak") return "\n";
      if (node.type === "legalReference")
        return [node.attrs.name, node.attrs.act, node.attrs.section].filter(Boolean).join(" ");
      return "";
    })
    .join("");
}

/** The words of a block and of all that it holds; cells of a row are parted by tabs. */
export function blockText(block: BlockNode): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return inlineText(block.content);
    case "draftBlock":
      return "";
    case "tableRow":
      return block.content.map(blockText).join("\t");
    default:
      return block.content.map(blockText).join("\n");
  }
}

/** The whole text as plain words, a line a block. Suggested words are among them, suggested deletions too. */
export function plainText({ content }: TextDocument): string {
  return content.map(blockText).join("\n");
}

/** The headings in order, also those inside quotes and cells. */
export function outlineOf({ content }: TextDocument): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const walk = (blocks: BlockNode[], path: number[]) => {
    for (const [index, block] of blocks.entries()) {
      const at = [...path, index];
      if (block.type === "heading") {
        const title = inlineText(block.content).trim();
        if (title) entries.push({ level: block.attrs.level, title, path: at });
      } else if (block.type !== "paragraph" && block.type !== "draftBlock") walk(block.content, at);
    }
  };
  walk(content, []);
  return entries;
}

/** At most so many characters, to the next space where there is one. */
const PIECES = /[\s\S]{1,1000}(?:\s|$)|[\s\S]{1,1000}/g;

/**
 * Words as Intl finds them in Finnish. In pieces: a segmenter's time grows with the square of what it is given, and a
 * hundred pages at once would hold the server for twenty seconds.
 */
export function wordCount(text: TextDocument): number {
  const segmenter = new Intl.Segmenter("fi", { granularity: "word" });
  let count = 0;
  for (const piece of plainText(text).match(PIECES) ?? [])
    for (const segment of segmenter.segment(piece)) if (segment.isWordLike) count++;
  return count;
}

export function characterCount(text: TextDocument): number {
  return plainText(text).length;
}

/** The source notes in the order of the text: their numbers are their places. */
export function sourceNotesOf({ content }: TextDocument): SourceNoteAttrs[] {
  return content.flatMap(function notesIn(block: BlockNode): SourceNoteAttrs[] {
    if (block.type === "draftBlock") return [];
    if (block.type === "paragraph" || block.type === "heading")
      return (block.content ?? []).flatMap((node) => (node.type === "sourceNote" ? [node.attrs] : []));
    return block.content.flatMap(notesIn);
  });
}

/** The drafts that are shown inside the text, in its order; one may come twice. */
export function draftBlocksOf({ content }: TextDocument): DraftBlockAttrs[] {
  return content.flatMap(function blocksIn(block: BlockNode): DraftBlockAttrs[] {
    if (block.type === "draftBlock") return [block.attrs];
    return block.type === "paragraph" || block.type === "heading" ? [] : block.content.flatMap(blocksIn);
  });
}

/** The blocks of the outline, in its order: headings that say something. */
export function headingsOf({ content }: TextDocument): BlockNode[] {
  return content.flatMap(function headingsIn(block: BlockNode): BlockNode[] {
    if (block.type === "heading") return inlineText(block.content).trim() ? [block] : [];
    return block.type === "paragraph" || block.type === "draftBlock" ? [] : block.content.flatMap(headingsIn);
  });
}
