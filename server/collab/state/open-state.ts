import type { DocumentKind } from "../log/update-log";
import type { DocumentState } from "./document-state";
import { SplitState } from "./split-state";
import { TextState } from "./text-state";

/**
 * The state of a document that was just read: `base` is the document after `seq` updates as one Yjs update, or null
 * for none; what follows it in the log is then committed one by one. Throws when the base does not apply.
 */
export function openState(kind: DocumentKind, base: Uint8Array | null, seq = 0): DocumentState {
  return kind === "split" ? new SplitState(base) : new TextState(base, seq, kind);
}
