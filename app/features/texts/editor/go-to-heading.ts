import type { Editor } from "@tiptap/core";
import type { Heading } from "./insight";

/** Brings a heading of the outline to the top and puts the caret, or the reader's focus, there. */
export function goToHeading(editor: Editor, heading: Heading | undefined): void {
  if (!heading) return;
  // The text may have grown since it was counted.
  const pos = Math.min(heading.pos, editor.state.doc.content.size - 1);
  if (editor.isEditable)
    editor
      .chain()
      .setTextSelection(pos + 1)
      .focus(null, { scrollIntoView: false })
      .run();
  const found = editor.view.nodeDOM(pos);
  if (!(found instanceof HTMLElement)) return;
  found.scrollIntoView({ block: "start" });
  if (editor.isEditable) return;
  found.tabIndex = -1;
  found.focus({ preventScroll: true });
}
