/** One text for equal content of a document, whatever its kind: how a snapshot is compared with its log. */
import * as Y from "yjs";
import { categoriesMap, readSplit } from "../../app/collab/documents/split-document";
import { canonicalSplit } from "../../app/domain/split/canonical";
import type { DocumentKind } from "../collab/log/update-log";

/** A new document of this kind. A split's root is named before anything is applied, or Yjs would put another in its place. */
export function emptyDocument(kind: DocumentKind): Y.Doc {
  const doc = new Y.Doc();
  if (kind === "split") categoriesMap(doc);
  return doc;
}

/** Canonical JSON of a split; of other kinds, everything that stands under their roots. */
export function contentOf(kind: DocumentKind, doc: Y.Doc): string {
  if (kind === "split") return canonicalSplit(readSplit(doc));
  const roots = [...doc.share.keys()].sort();
  return JSON.stringify(roots.map((name) => [name, plain(doc.share.get(name)!)]));
}

/** A shared type as plain values: its keys in order, and what it lists, with adjoining text as one. */
function plain(type: Pick<Y.AbstractType<unknown>, "_map" | "_start">): unknown {
  const keys = [...type._map].filter(([, item]) => !item.deleted).sort(([a], [b]) => (a < b ? -1 : 1));
  const list: unknown[] = [];
  for (let item = type._start; item; item = item.right) {
    if (item.deleted) continue;
    const values = plainContent(item.content);
    const last = list.at(-1);
    if (typeof values === "string" && typeof last === "string") list[list.length - 1] = last + values;
    else list.push(values);
  }
  const name = (type as { nodeName?: string }).nodeName ?? null;
  return [name, keys.map(([key, item]) => [key, plainContent(item.content)]), list];
}

function plainContent(content: Y.Item["content"]): unknown {
  if (content instanceof Y.ContentString) return content.str;
  if (content instanceof Y.ContentType) return plain(content.type);
  if (content instanceof Y.ContentFormat) return { format: content.key, value: content.value };
  if (content instanceof Y.ContentBinary) return { binary: Buffer.from(content.content).toString("base64") };
  return { values: content.getContent() };
}
