/** What documents of each kind may hold, as the gate sees it in the bytes: roots, kinds of content, kinds of types. */
import * as Y from "yjs";
import type { DocumentKind } from "../log/update-log";

/** How deep types may lie in each other, and values in a value. */
export const DEPTH_MAX = 24;
/** The root of notes and texts. */
export const TEXT_ROOT = "content";

type Content = Y.Item["content"];

export interface KindRules {
  root: string;
  /** Constructors of content; what is deleted passes in every kind. */
  contents: ReadonlySet<unknown>;
  /** Constructors of types. */
  types: ReadonlySet<unknown>;
  /** May its texts hold U+0000? Postgres keeps none in JSON. */
  nul: boolean;
}

const SPLIT: KindRules = {
  root: "categories",
  contents: new Set([Y.ContentString, Y.ContentAny, Y.ContentType, Y.ContentDeleted]),
  types: new Set([Y.Map, Y.Text]),
  nul: false,
};

const TEXT: KindRules = {
  root: TEXT_ROOT,
  contents: new Set([Y.ContentString, Y.ContentAny, Y.ContentType, Y.ContentFormat, Y.ContentDeleted]),
  types: new Set([Y.XmlElement, Y.XmlText]),
  nul: true,
};

/** A note is one plain text: what is written, and nothing in it. */
const NOTE: KindRules = {
  root: TEXT_ROOT,
  contents: new Set([Y.ContentString, Y.ContentDeleted]),
  types: new Set(),
  nul: false,
};

export const KIND_RULES: Record<DocumentKind, KindRules> = { split: SPLIT, note: NOTE, text: TEXT };

/** Is the kind of content among those the rules allow, and is a type in it? By constructor: Yjs has subclasses. */
export function allowsContent(rules: KindRules, content: Content): boolean {
  if (!rules.contents.has(content.constructor)) return false;
  return !(content instanceof Y.ContentType) || rules.types.has(content.type.constructor);
}
