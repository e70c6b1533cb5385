import * as Y from "yjs";
import type { Split } from "../../domain/split/split";
import { writeSplit } from "./split-document";

/** The first update of a new split's document: what a seed or a copy puts in the log. */
export function encodeSplit(split: Split): Uint8Array {
  const doc = new Y.Doc();
  writeSplit(doc, split);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
