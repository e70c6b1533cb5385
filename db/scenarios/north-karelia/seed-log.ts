/** Splits of seeds as updates of a document: the same bytes every time. */
import * as Y from "yjs";
import { readSplit, writeSplit } from "../../../app/collab/documents/split-document";
import type { Split } from "../../../app/domain/split/split";

/** The Y.Doc's client in seeds: fixed, so that a seed gives the same bytes everywhere. */
const SEED_CLIENT = 1;

/** One update for each state, each a forward change from the one before, and the split as it then reads. */
export function logOf(states: Split[]): { bytes: Uint8Array; split: Split }[] {
  const doc = new Y.Doc();
  doc.clientID = SEED_CLIENT;
  return states.map((state) => {
    const before = Y.encodeStateVector(doc);
    writeSplit(doc, state);
    return { bytes: Y.encodeStateAsUpdate(doc, before), split: readSplit(doc) };
  });
}
