import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { InsightCounter, type TextInsight } from "./insight";

/** The text has rested this long before it is counted. Milliseconds. */
const REST = 400;

/** The insight of the text, null until it was counted first. Equal ones keep their identity. */
export function useInsight(editor: Editor | null): TextInsight | null {
  const [insight, setInsight] = useState<TextInsight | null>(null);
  useEffect(() => {
    if (!editor) return;
    const counter = new InsightCounter();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopIdle = (): void => undefined;
    const count = () => {
      if (editor.isDestroyed) return;
      const next = counter.read(editor.state.doc);
      setInsight((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    const countSoon = () => {
      clearTimeout(timer);
      stopIdle();
      timer = setTimeout(() => {
        stopIdle = whenIdle(count);
      }, REST);
    };
    stopIdle = whenIdle(count);
    editor.on("update", countSoon);
    return () => {
      clearTimeout(timer);
      stopIdle();
      editor.off("update", countSoon);
    };
  }, [editor]);
  return insight;
}

/** Safari has no idle callback. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(run, { timeout: 2000 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(run, 0);
  return () => clearTimeout(id);
}
