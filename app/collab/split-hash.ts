/** The content of a split's document in one value. Loaded when it is needed: not before the first idle minute. */
import type * as Y from "yjs";
import { canonicalSplit, sha256Hex } from "../domain/split/canonical";
import { readSplit } from "./documents/split-document";

/** sha256 of the canonical content, hex. */
export const splitHash = (doc: Y.Doc): string => sha256Hex(canonicalSplit(readSplit(doc)));
