/** The translators by kind of draft: what the commands and queries that know no kind use. */
import type * as Y from "yjs";
import type { DraftContent } from "../../domain/draft-content";
import type { DraftKind } from "../../domain/drafts";
import { encodeSplit } from "./encode-split";
import { SPLIT_SCHEMA_VERSION, TEXT_SCHEMA_VERSION } from "./schema-version";
import { readSplit, writeSplit } from "./split-document";
import { encodeText, readText, writeText } from "./text-document";

export const SCHEMA_VERSIONS: Record<DraftKind, number> = {
  split: SPLIT_SCHEMA_VERSION,
  text: TEXT_SCHEMA_VERSION,
};

/** The plain content of a draft's document. */
export function readContent(kind: DraftKind, doc: Y.Doc): DraftContent {
  return kind === "split" ? { kind, split: readSplit(doc) } : { kind, text: readText(doc) };
}

/** Writes the content as forward changes only (promise I5). */
export function writeContent(doc: Y.Doc, content: DraftContent, origin?: unknown): void {
  if (content.kind === "split") writeSplit(doc, content.split, origin);
  else writeText(doc, content.text, origin);
}

/** The first update of a new document. */
export function encodeContent(content: DraftContent): Uint8Array {
  return content.kind === "split" ? encodeSplit(content.split) : encodeText(content.text);
}
