import { useEffect, useRef, useState } from "react";
import type * as Y from "yjs";

/** A text is read when it has rested so long. Milliseconds. */
const RESTED = 500;

/** What is read of a document, a moment after it was changed; null without one. */
export function useRested<T>(doc: Y.Doc | null, read: (doc: Y.Doc) => T): T | null {
  const [value, setValue] = useState<T | null>(null);
  const how = useRef(read);
  useEffect(() => {
    how.current = read;
  });
  useEffect(() => {
    if (!doc) return setValue(null);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => setValue(how.current(doc));
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(look, RESTED);
    };
    look();
    doc.on("update", later);
    return () => {
      clearTimeout(timer);
      doc.off("update", later);
    };
  }, [doc]);
  return value;
}
