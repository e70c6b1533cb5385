/** What stands in a text's Yjs types, as plain values in the shape of the plain text; nobody has checked them yet. */
import * as Y from "yjs";
import type { TextWords } from "../../domain/text/text";

export interface PlainNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: unknown[];
}
/** Words with the same formats; `attributes` are Yjs formats by key. */
export interface PlainWords {
  insert: string;
  attributes: Record<string, unknown>;
}

/** What the editor writes where nothing was said. */
const SAID_BY_NOBODY: Record<string, unknown> = { colspan: 1, rowspan: 1, start: 1 };

/** The attributes that say something. */
export function plainAttrs(element: Y.XmlElement): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(element.getAttributes() as Record<string, unknown>).filter(
      ([key, value]) => value !== null && value !== undefined && SAID_BY_NOBODY[key] !== value,
    ),
  );
}

/** Runs of a Yjs text; what is no text is left out. */
export function plainWords(text: Y.XmlText): PlainWords[] {
  return (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).flatMap(
    ({ insert, attributes }) =>
      typeof insert === "string" ? [{ insert, attributes: attributes ?? {} }] : [],
  );
}

/** The name of the mark that a format key stands for: `deletion--7rY1…` is a deletion. */
const markName = (key: string) => key.split("--")[0]!;

/** The children as nodes, words as nodes of type "text". */
export function plainContent(parent: Y.XmlFragment | Y.XmlElement): unknown[] {
  return parent.toArray().flatMap(plainOf);
}

/** The nodes of one child. */
export function plainOf(child: unknown): unknown[] {
  if (child instanceof Y.XmlText) return wordNodes(child);
  return child instanceof Y.XmlElement ? [plainNode(child)] : [];
}

export function plainNode(element: Y.XmlElement): PlainNode {
  const attrs = plainAttrs(element);
  const content = plainContent(element);
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
}

/** The words of one Yjs text as nodes with marks. */
export function wordNodes(text: Y.XmlText): TextWords[] {
  return plainWords(text).map(({ insert, attributes }) => {
    const marks = Object.entries(attributes).map(([key, attrs]) => ({ type: markName(key), attrs }));
    return { type: "text", text: insert, ...(marks.length > 0 ? { marks } : {}) } as TextWords;
  });
}
