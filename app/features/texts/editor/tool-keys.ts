/** Keys of the tools that open something. */
import { Extension } from "@tiptap/core";

export type AskedTool = "link" | "help" | "bar";

declare module "@tiptap/core" {
  interface Storage {
    toolKeys: { ask: ((tool: AskedTool) => void) | null };
  }
}

export const ToolKeys = Extension.create({
  name: "toolKeys",
  addStorage: () => ({ ask: null }),
  addKeyboardShortcuts() {
    const ask = (tool: AskedTool) => () => {
      this.editor.storage.toolKeys.ask?.(tool);
      return true;
    };
    return { "Mod-k": ask("link"), "Mod-/": ask("help"), "Alt-F10": ask("bar") };
  },
});
