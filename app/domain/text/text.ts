/**
 * The body of a text draft as plain values: ProseMirror's JSON, with the nodes and marks listed here and no others.
 * The editor's schema (app/collab/documents/text-extensions.ts) has the same names; a test holds the two together.
 */

/** Nodes that stand in the text as blocks, and what they may hold. "inline" is text and the inline nodes. */
export const BLOCK_CONTENT = {
  paragraph: "inline",
  heading: "inline",
  bulletList: ["listItem"],
  orderedList: ["listItem"],
  listItem: "blocks",
  blockquote: "blocks",
  table: ["tableRow"],
  tableRow: ["tableHeader", "tableCell"],
  tableHeader: "blocks",
  tableCell: "blocks",
  draftBlock: "nothing",
} as const satisfies Record<string, "inline" | "blocks" | "nothing" | readonly string[]>;
export type BlockType = keyof typeof BLOCK_CONTENT;

/** Blocks that may stand in the document itself, in list items, quotes and table cells. */
export const FREE_BLOCKS = [
  "paragraph",
  "heading",
  "bulletList",
  "orderedList",
  "blockquote",
  "table",
  "draftBlock",
] as const satisfies readonly BlockType[];

/** Nodes that stand among words. */
export const INLINE_TYPES = ["hardBreak", "sourceNote", "legalReference"] as const;
export type InlineType = (typeof INLINE_TYPES)[number];

/** Marks on words. The last two are suggestions (rule E1). */
export const MARK_TYPES = ["bold", "italic", "link", "insertion", "deletion"] as const;
export type MarkType = (typeof MARK_TYPES)[number];

export type TextMark =
  | { type: "bold" | "italic" }
  | { type: "link"; attrs: { href: string } }
  /** A suggested insertion or deletion of these words; the id is the suggestion's. */
  | { type: "insertion" | "deletion"; attrs: { id: string } };

/** The suggestions that would insert or delete a whole node. */
export interface Suggested {
  insertion?: string;
  deletion?: string;
}

/** A note on where something comes from: a number in the text, the words at its end. */
export interface SourceNoteAttrs extends Suggested {
  text: string;
  /** http(s) address, or nothing. */
  href?: string;
}
/** An act and its section: "612/2021", "7 §", with the act's name. */
export interface LegalReferenceAttrs extends Suggested {
  act: string;
  section?: string;
  name?: string;
}
/** Another draft shown inside the text: as it is now, or one frozen version of it. */
export interface DraftBlockAttrs extends Suggested {
  slug: string;
  /** Null shows the live draft. */
  version: number | null;
}

export interface TextWords {
  type: "text";
  text: string;
  marks?: TextMark[];
}
export type InlineNode =
  | TextWords
  | { type: "hardBreak"; attrs?: Suggested }
  | { type: "sourceNote"; attrs: SourceNoteAttrs }
  | { type: "legalReference"; attrs: LegalReferenceAttrs };

export interface CellAttrs {
  colspan?: number;
  rowspan?: number;
}
export type BlockNode =
  | { type: "paragraph"; attrs?: Suggested; content?: InlineNode[] }
  | { type: "heading"; attrs: Suggested & { level: number }; content?: InlineNode[] }
  | { type: "bulletList" | "blockquote"; attrs?: Suggested; content: BlockNode[] }
  | { type: "orderedList"; attrs?: Suggested & { start?: number }; content: BlockNode[] }
  | { type: "listItem"; attrs?: Suggested; content: BlockNode[] }
  | { type: "table"; attrs?: Suggested; content: BlockNode[] }
  | { type: "tableRow"; attrs?: Suggested; content: BlockNode[] }
  | { type: "tableHeader" | "tableCell"; attrs?: CellAttrs; content: BlockNode[] }
  | { type: "draftBlock"; attrs: DraftBlockAttrs };

/** A whole text. It always has a block: an empty one is one empty paragraph. */
export interface TextDocument {
  type: "doc";
  content: BlockNode[];
}

export const EMPTY_TEXT: TextDocument = { type: "doc", content: [{ type: "paragraph" }] };

/** Limits. A text of a hundred pages has some 300,000 characters. */
export const TEXT_CHARACTERS_MAX = 600_000;
export const HEADING_LEVEL_MAX = 4;
export const SOURCE_NOTE_CHARACTERS_MAX = 1000;
export const ACT_CHARACTERS_MAX = 100;
export const HREF_CHARACTERS_MAX = 2000;
export const TABLE_CELLS_MAX = 5000;
/** Of lists, quotes and tables in each other; deeper ones are lifted up. */
export const NESTING_MAX = 8;
export const SUGGESTION_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** An address that a link in a text may have: http, https or mail, and nothing that runs. */
export function isSafeHref(href: string): boolean {
  return href.length <= HREF_CHARACTERS_MAX && /^(https?:\/\/|mailto:)[^\s<>"]+$/i.test(href);
}
