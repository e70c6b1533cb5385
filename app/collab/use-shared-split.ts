/** The plain split of a live document, for React. */
import { useEffect, useState, useSyncExternalStore } from "react";
import type * as Y from "yjs";
import type { Split } from "../domain/split/split";
import { createSplitStore, type SplitStore } from "./split-store";

const noSubscription = () => () => undefined;

/** Unchanged categories keep their identity from render to render. `initial` is shown until there is a document. */
export function useSharedSplit(doc: Y.Doc | null, initial: Split): Split {
  const [store, setStore] = useState<SplitStore | null>(null);
  useEffect(() => {
    if (!doc) {
      setStore(null);
      return;
    }
    const made = createSplitStore(doc);
    setStore(made);
    return made.destroy;
  }, [doc]);
  const getInitial = () => initial;
  return useSyncExternalStore(store?.subscribe ?? noSubscription, store?.getSplit ?? getInitial, getInitial);
}
