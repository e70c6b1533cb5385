import { useEffect, useState } from "react";
import * as Y from "yjs";

/**
 * The document itself for those who write; for those who read, a copy that follows it and tells nothing back. The
 * editor's binding takes away what does not fit the schema, and a reader's such change would only be refused.
 * Null until the copy stands.
 */
export function useReadingCopy(doc: Y.Doc, isReading: boolean): Y.Doc | null {
  const [copy, setCopy] = useState<{ of: Y.Doc; doc: Y.Doc } | null>(null);
  useEffect(() => {
    if (!isReading) return;
    const made = new Y.Doc();
    Y.applyUpdate(made, Y.encodeStateAsUpdate(doc));
    const follow = (update: Uint8Array) => Y.applyUpdate(made, update);
    doc.on("update", follow);
    setCopy({ of: doc, doc: made });
    return () => {
      doc.off("update", follow);
      setCopy(null);
      // The editor that stands on it goes in the same commit; its plugins still look at it until then.
      setTimeout(() => made.destroy(), 0);
    };
  }, [doc, isReading]);
  if (!isReading) return doc;
  return copy?.of === doc ? copy.doc : null;
}
