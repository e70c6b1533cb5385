/**
 * What the bytes of a text may say, as the editor's schema has it: which node may lie in which, which attributes and
 * marks there are, and what their values may be. Whatever is not here makes an honest editor throw the whole block
 * away, so nobody may bring it. What only a merge can make (an item without a paragraph) is tidied when it is read.
 */
import * as Y from "yjs";
import {
  BLOCK_CONTENT,
  FREE_BLOCKS,
  HEADING_LEVEL_MAX,
  INLINE_TYPES,
  isSafeHref,
  SUGGESTION_ID,
} from "../../../app/domain/text/text";

/** The name under which the document's own root has its children. */
export const ROOT_NAME = "";
/** An attribute's words, in UTF-16 units: what the editor keeps is shorter. */
export const ATTRIBUTE_CHARACTERS_MAX = 4000;
/** Attributes of marks that say how a link opens. */
const LINK_WORD_MAX = 200;
const NUMBER_MAX = 100_000;
const COLUMNS_MAX = 100;
/** y-tiptap puts a hash after the name of a mark that several may lie over each other. */
const SUGGESTION_KEY = /^(?:insertion|deletion)(?:--[A-Za-z0-9+/=]{8})?$/;

type Check = (value: unknown) => boolean;
const isSuggestion: Check = (value) => typeof value === "string" && SUGGESTION_ID.test(value);
const isWords: Check = (value) => typeof value === "string" && value.length <= ATTRIBUTE_CHARACTERS_MAX;
const isNumber: Check = (value) => Number.isSafeInteger(value) && Math.abs(value as number) <= NUMBER_MAX;
const isWidths: Check = (value) =>
  Array.isArray(value) && value.length <= COLUMNS_MAX && value.every((one) => typeof one === "number");
const isLevel: Check = (value) => isNumber(value) && Number(value) >= 1 && Number(value) <= HEADING_LEVEL_MAX;

const SUGGESTED = { insertion: isSuggestion, deletion: isSuggestion };
const CELL = { colspan: isNumber, rowspan: isNumber, colwidth: isWidths, align: isWords };
const ATTRIBUTES: Record<string, Record<string, Check>> = {
  paragraph: SUGGESTED,
  heading: { ...SUGGESTED, level: isLevel },
  bulletList: SUGGESTED,
  orderedList: { ...SUGGESTED, start: isNumber, type: isWords },
  listItem: SUGGESTED,
  blockquote: SUGGESTED,
  table: SUGGESTED,
  tableRow: SUGGESTED,
  tableHeader: CELL,
  tableCell: CELL,
  draftBlock: { ...SUGGESTED, slug: isWords, version: isNumber },
  hardBreak: SUGGESTED,
  sourceNote: { ...SUGGESTED, text: isWords, href: isWords },
  legalReference: { ...SUGGESTED, act: isWords, section: isWords, name: isWords },
};

const CHILDREN = new Map<string, ReadonlySet<string>>([
  [ROOT_NAME, new Set(FREE_BLOCKS)],
  ...Object.entries(BLOCK_CONTENT).map(([name, held]): [string, ReadonlySet<string>] => {
    if (held === "inline") return [name, new Set(INLINE_TYPES)];
    if (held === "blocks") return [name, new Set(FREE_BLOCKS)];
    return [name, new Set(held === "nothing" ? [] : held)];
  }),
  ...INLINE_TYPES.map((name): [string, ReadonlySet<string>] => [name, new Set()]),
]);

/** May the type lie in a node of this name? Words lie in an XML text, in what holds words. */
export function mayHold(parent: string, type: unknown): boolean {
  if (type instanceof Y.XmlText) return parent === "paragraph" || parent === "heading";
  return type instanceof Y.XmlElement && (CHILDREN.get(parent)?.has(type.nodeName) ?? false);
}

/** May the node have the attribute, with these values? None is an attribute that is not set. */
export function isAttribute(node: string, key: string, values: unknown[]): boolean {
  const checks = ATTRIBUTES[node];
  if (!checks || !Object.hasOwn(checks, key)) return false;
  return values.every((value) => value === null || value === undefined || checks[key]!(value));
}

/** May words have the mark? Null ends it. */
export function isMark(key: string, value: unknown): boolean {
  const isSuggested = SUGGESTION_KEY.test(key);
  if (!isSuggested && key !== "bold" && key !== "italic" && key !== "link") return false;
  if (value === null) return true;
  if (typeof value !== "object" || Array.isArray(value)) return false;
  const attrs = value as Record<string, unknown>;
  if (isSuggested) return isSuggestion(attrs.id) && Object.keys(attrs).length === 1;
  if (key !== "link") return Object.keys(attrs).length === 0;
  return Object.entries(attrs).every(([name, one]) =>
    name === "href" ? typeof one === "string" && isSafeHref(one) : isLinkWord(name, one),
  );
}

const LINK_WORDS = ["target", "rel", "class", "title"];
const isLinkWord = (name: string, value: unknown) =>
  LINK_WORDS.includes(name) &&
  (value === null || value === undefined || (typeof value === "string" && value.length <= LINK_WORD_MAX));
