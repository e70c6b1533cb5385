/**
 * The translator between a plain text and its Y.Doc. Browser, server, seeds and tests all use it.
 * Shape: root XML fragment `content`, as the editor's binding (y-tiptap) writes it: an element a node with its
 * attributes, words as XML texts whose formats are marks. Suggestions of several people may lie on the same words:
 * such a mark's key is its name, two hyphens and a hash.
 */
import * as Y from "yjs";
import { normalizeText } from "../../domain/text/normalize";
import type { TextDocument } from "../../domain/text/text";
import { readText, textFragment } from "./text-reading";
import { writeBlocks } from "./write-text";

export { TEXT_SCHEMA_VERSION } from "./schema-version";
export { readText, textFragment } from "./text-reading";

/** The plain text that these updates make together, an earlier state's among them. */
export function textFromUpdates(updates: Uint8Array[]): TextDocument {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    return readText(doc);
  } finally {
    doc.destroy();
  }
}

/** Writes `target` into the document as forward changes only (promise I5): what stays the same is not touched. */
export function writeText(doc: Y.Doc, target: TextDocument, origin?: unknown): void {
  doc.transact(() => writeBlocks(textFragment(doc), normalizeText(target)), origin);
}

/** The first update of a new text's document: what a seed, a copy or an import puts in the log. */
export function encodeText(text: TextDocument): Uint8Array {
  const doc = new Y.Doc();
  writeText(doc, text);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
