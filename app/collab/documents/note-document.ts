/** A note: one plain text that several people write together. */
import type * as Y from "yjs";

export const NOTE_SCHEMA_VERSION = 1;

/** The shared text of a note. */
export function noteText(doc: Y.Doc): Y.Text {
  return doc.getText("content");
}
