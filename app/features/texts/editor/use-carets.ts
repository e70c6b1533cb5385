import type { Editor } from "@tiptap/core";
import { useEffect, useMemo } from "react";
import type { SharedDocument } from "../../../collab/use-document";
import { ownSelection, showCarets } from "./carets";

/** Selections are told at most this often. Milliseconds. */
const TELL_EVERY = 100;

/** Tells the others where this tab's caret is, and draws theirs. */
export function useCarets(
  editor: Editor | null,
  { people, connectionId, setPresence }: SharedDocument,
): void {
  const found = people.filter((person) => person.connectionId !== connectionId && person.selection);
  // This tab's own moves come back too: only those of others are a reason to draw.
  const told = JSON.stringify(found);
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal people stay the same list
  const others = useMemo(() => found, [told]);
  useEffect(() => {
    if (!editor || editor.isDestroyed) return;
    // At most once a frame, and not while this tab has keys to draw.
    const frame = requestAnimationFrame(() => {
      if (!editor.isDestroyed) editor.view.dispatch(showCarets(others)(editor.state));
    });
    return () => cancelAnimationFrame(frame);
  }, [editor, others]);
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Who only reads has no caret; who goes to the tools keeps theirs.
    let hasWritten = false;
    const tell = () => {
      timer = undefined;
      if (editor.isDestroyed) return;
      hasWritten ||= editor.isFocused;
      if (hasWritten) setPresence({ selection: ownSelection(editor.state) });
    };
    const tellSoon = () => {
      timer ??= setTimeout(tell, TELL_EVERY);
    };
    editor.on("selectionUpdate", tellSoon);
    editor.on("update", tellSoon);
    editor.on("focus", tellSoon);
    return () => {
      clearTimeout(timer);
      setPresence({ selection: null });
      editor.off("selectionUpdate", tellSoon);
      editor.off("update", tellSoon);
      editor.off("focus", tellSoon);
    };
  }, [editor, setPresence]);
}
