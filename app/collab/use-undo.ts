/** Undo of this tab's own changes: other people's are never taken back. */
import { useEffect, useMemo, useState } from "react";
import * as Y from "yjs";
import { categoriesMap } from "./documents/split-document";
import { LOCAL } from "./origins";

export interface Undo {
  canUndo: boolean;
  canRedo: boolean;
  undo: () => void;
  redo: () => void;
  /** The next change begins a new step, even right after the last one. */
  stopCapturing: () => void;
}

/** Typing within this time is one step. */
const STEP_MILLISECONDS = 500;

/** An undo manager of a split for one tab. It never deletes a category or a key of one, which the schema forbids. */
export function createUndoManager(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager(categoriesMap(doc), {
    trackedOrigins: new Set([LOCAL]),
    captureTimeout: STEP_MILLISECONDS,
    // A key's value is never deleted, only overwritten by the one before: the first value is the making of a category
    // (its undo is the status, see undoable-add.ts), and where two undos cross there may be no value to come back to.
    deleteFilter: (item) => item.parentSub === null,
  });
}

/** Follows transactions with origin LOCAL. Add categories with `addUndoably` (documents/undoable-add.ts). */
export function useUndo(doc: Y.Doc | null): Undo {
  const [manager, setManager] = useState<Y.UndoManager | null>(null);
  const [can, setCan] = useState({ canUndo: false, canRedo: false });
  useEffect(() => {
    if (!doc) return;
    const made = createUndoManager(doc);
    const look = () => setCan({ canUndo: made.canUndo(), canRedo: made.canRedo() });
    made.on("stack-item-added", look);
    made.on("stack-item-popped", look);
    made.on("stack-cleared", look);
    setManager(made);
    return () => {
      made.destroy();
      setManager(null);
      setCan({ canUndo: false, canRedo: false });
    };
  }, [doc]);
  const actions = useMemo(
    () => ({
      undo: () => void manager?.undo(),
      redo: () => void manager?.redo(),
      stopCapturing: () => manager?.stopCapturing(),
    }),
    [manager],
  );
  return { ...can, ...actions };
}
