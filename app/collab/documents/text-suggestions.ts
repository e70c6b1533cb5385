/**
 * Settles suggestions in a text's document as the smallest forward change (promise I5, rule E3): words lose a mark or go,
 * nodes lose an attribute or go, and nothing else is touched, so that what points at words still points at them.
 * The answer of domain/text/suggestions.ts is what the document reads afterwards.
 */
import * as Y from "yjs";
import type { Settlement, SuggestionIds } from "../../domain/text/suggestions";
import { BLOCK_CONTENT, type BlockType } from "../../domain/text/text";
import { textFragment } from "./text-document";

type Parent = Y.XmlFragment | Y.XmlElement;

export function settleInDocument(doc: Y.Doc, ids: SuggestionIds, as: Settlement, origin?: unknown): void {
  const [gone, kept] =
    as === "accept" ? (["deletion", "insertion"] as const) : (["insertion", "deletion"] as const);
  const wanted = (id: unknown) => typeof id === "string" && (ids === "all" || ids.has(id));

  const settleChildren = (parent: Parent): void => {
    for (let index = parent.length - 1; index >= 0; index--) {
      const child = parent.get(index);
      if (child instanceof Y.XmlText) settleWords(child);
      if (!(child instanceof Y.XmlElement)) continue;
      if (wanted(child.getAttribute(gone))) {
        parent.delete(index, 1);
        continue;
      }
      if (wanted(child.getAttribute(kept))) child.removeAttribute(kept);
      const before = child.length;
      settleChildren(child);
      if (before > 0 && child.length === 0) emptied(parent, child, index);
    }
  };

  const settleWords = (text: Y.XmlText): void => {
    const runs = text.toDelta() as { insert: unknown; attributes?: Record<string, { id?: unknown }> }[];
    let changes = false;
    const delta = runs.map(({ insert, attributes = {} }) => {
      const length = typeof insert === "string" ? insert.length : 1;
      const of = (type: string) =>
        Object.keys(attributes).filter((key) => key.split("--")[0] === type && wanted(attributes[key]?.id));
      if (of(gone).length > 0) {
        changes = true;
        return { delete: length };
      }
      const cleared = of(kept);
      if (cleared.length === 0) return { retain: length };
      changes = true;
      return { retain: length, attributes: Object.fromEntries(cleared.map((key) => [key, null])) };
    });
    if (changes) text.applyDelta(delta);
  };

  doc.transact(() => {
    const root = textFragment(doc);
    const before = root.length;
    settleChildren(root);
    if (before > 0 && root.length === 0) root.insert(0, [new Y.XmlElement("paragraph")]);
  }, origin);
}

/** A list, a quote or a table goes with the last thing it held; a cell keeps an empty paragraph. */
function emptied(parent: Parent, child: Y.XmlElement, index: number): void {
  const holds = BLOCK_CONTENT[child.nodeName as BlockType];
  if (child.nodeName === "tableCell" || child.nodeName === "tableHeader")
    child.insert(0, [new Y.XmlElement("paragraph")]);
  else if (holds !== undefined && holds !== "inline" && holds !== "nothing") parent.delete(index, 1);
}
