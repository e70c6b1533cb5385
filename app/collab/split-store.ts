/** The plain split of a live document, read again only where it changed. */
import * as Y from "yjs";
import { byOrder, type Category, type Split } from "../domain/split/split";
import { categoriesMap, readCategory } from "./documents/split-document";

export interface SplitStore {
  /** The same object until something changes; unchanged categories keep their identity. */
  getSplit: () => Split;
  subscribe: (listener: () => void) => () => void;
  destroy: () => void;
}

/** Follows the document until `destroy`. */
export function createSplitStore(doc: Y.Doc): SplitStore {
  const root = categoriesMap(doc);
  const byId = new Map<string, Category>();
  const listeners = new Set<() => void>();
  let split = refresh(root.keys()) ?? { categories: [] };

  function refresh(ids: Iterable<string>): Split | null {
    let changed = false;
    for (const id of ids) {
      const map = root.get(id);
      if (!(map instanceof Y.Map)) continue;
      const category = readCategory(id, map);
      if (JSON.stringify(byId.get(id)) === JSON.stringify(category)) continue;
      byId.set(id, category);
      changed = true;
    }
    return changed ? { categories: [...byId.values()].sort(byOrder) } : null;
  }

  const observe = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    const ids = new Set<string>();
    for (const event of events)
      if (event.path.length > 0) ids.add(String(event.path[0]));
      else for (const id of (event as unknown as Y.YMapEvent<unknown>).keysChanged) ids.add(id);
    const next = refresh(ids);
    if (!next) return;
    split = next;
    for (const listener of listeners) listener();
  };
  root.observeDeep(observe as Parameters<typeof root.observeDeep>[0]);

  return {
    getSplit: () => split,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy: () => root.unobserveDeep(observe as Parameters<typeof root.unobserveDeep>[0]),
  };
}
