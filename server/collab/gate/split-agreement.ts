/**
 * Do those who follow a split and those who join it later read the same? Yjs promises it for inserts between two
 * neighbours that once lay side by side. For others (a flipped bit, a liar) the order of arrival can decide, and
 * people would see different texts under equal state vectors.
 */
import * as Y from "yjs";
import { categoriesMap, readSplit } from "../../../app/collab/documents/split-document";
import { canonicalSplit } from "../../../app/domain/split/canonical";
import type { ClientPart } from "./gate";

/** Larger updates are compared without looking at each struct. */
const STRUCTS_LOOKED_AT = 64;

/** To be asked when the parts were applied. Costs a copy of the document, but only when inserts met at one place. */
export function readsTheSame(doc: Y.Doc, parts: ClientPart[]): boolean {
  if (parts.every((part) => liesAsNamed(doc, part))) return true;
  const joiner = new Y.Doc();
  categoriesMap(joiner);
  Y.applyUpdate(joiner, Y.encodeStateAsUpdate(doc));
  const same = canonicalSplit(readSplit(joiner)) === canonicalSplit(readSplit(doc));
  joiner.destroy();
  return same;
}

/** Is every new item right between the neighbours that it names? */
function liesAsNamed(doc: Y.Doc, { structs, from }: ClientPart): boolean {
  if (structs.length > STRUCTS_LOOKED_AT) return false;
  return structs.every((struct) => {
    const { client, clock } = struct.id;
    const end = clock + struct.length;
    if (end <= from || !(struct instanceof Y.Item)) return true;
    const [head, tail] = [Y.getItem(doc.store, struct.id), Y.getItem(doc.store, Y.createID(client, end - 1))];
    if (!(head instanceof Y.Item && tail instanceof Y.Item)) return true;
    // Yjs joins neighbours into one item: then it begins before, or ends after.
    const left = head.id.clock < clock || Y.compareIDs(head.left?.lastId ?? null, struct.origin);
    const right =
      tail.id.clock + tail.length > end || Y.compareIDs(tail.right?.id ?? null, struct.rightOrigin);
    return left && right;
  });
}
