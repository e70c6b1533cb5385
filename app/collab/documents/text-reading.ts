/** Reads the plain text out of a Y.Doc. Apart from the editor's schema, which only writing needs. */
import type * as Y from "yjs";
import { normalizeBlocks, normalizeText } from "../../domain/text/normalize";
import type { BlockNode, TextDocument } from "../../domain/text/text";
import { plainContent, plainOf } from "./plain-nodes";

/** The root of a text's document. */
export function textFragment(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment("content");
}

/** The plain text of a document, in its one form. Never throws: what is no text is left out. */
export function readText(doc: Y.Doc): TextDocument {
  return normalizeText({ type: "doc", content: plainContent(textFragment(doc)) });
}

/** What stands in one child of the root: one block, mostly. */
export function readBlocks(child: unknown): BlockNode[] {
  return normalizeBlocks(plainOf(child));
}
