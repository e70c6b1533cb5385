/** The tools at work: what they do to the text, and the dialogs that they open. */
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { type ReactNode, useEffect, useId, useState } from "react";
import { type TableTool, type Tool, ToolBar, type ToolState } from "./tool-bar";
import { useEditorOverlays } from "./use-editor-overlays";

export type ToolDialog = "link" | "sourceNote" | "legalReference" | "draftBlock" | "help";

interface Props {
  editor: Editor;
  kind: "full" | "plain";
  /** The text's slug: its draft blocks are chosen among the drafts beside it. */
  slug?: string | undefined;
  children?: ReactNode;
}

export function LiveTools({ editor, kind, slug, children }: Props) {
  const [dialog, setDialog] = useState<ToolDialog | null>(null);
  const overlays = useEditorOverlays(dialog !== null);
  const state = useToolState(editor);
  const barId = useId();
  useEffect(() => {
    const { toolKeys } = editor.storage;
    toolKeys.ask = (tool) => {
      if (tool === "bar")
        document.getElementById(barId)?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
      else setDialog(tool);
    };
    return () => {
      toolKeys.ask = null;
    };
  }, [editor, barId]);
  const run = (tool: Tool) => {
    const chain = () => editor.chain().focus();
    switch (tool) {
      case "bold":
        return chain().toggleBold().run();
      case "italic":
        return chain().toggleItalic().run();
      case "bulletList":
        return chain().toggleBulletList().run();
      case "orderedList":
        return chain().toggleOrderedList().run();
      case "blockquote":
        return chain().toggleBlockquote().run();
      case "table":
        return chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
      case "undo":
        return chain().undo().run();
      case "redo":
        return chain().redo().run();
      default:
        return setDialog(tool);
    }
  };
  const close = () => {
    setDialog(null);
    // After the dialog has given the focus back.
    setTimeout(() => !editor.isDestroyed && editor.commands.focus(), 0);
  };
  return (
    <>
      <ToolBar
        id={barId}
        state={state}
        kind={kind}
        onTool={run}
        onTableTool={(tool: TableTool) => editor.chain().focus()[tool]().run()}
        onLevel={(level, staysInBar) => setLevel(editor, level, staysInBar)}
        onEscape={() => editor.commands.focus()}
      >
        {children}
      </ToolBar>
      {overlays && dialog && (
        <overlays.ToolDialogs dialog={dialog} editor={editor} slug={slug} onClose={close} />
      )}
    </>
  );
}

function setLevel(editor: Editor, level: number, staysInBar: boolean): void {
  const chain = staysInBar ? editor.chain() : editor.chain().focus();
  if (level === 0) chain.setParagraph().run();
  else chain.setHeading({ level: level as 1 }).run();
}

function useToolState(editor: Editor): ToolState {
  const undo = useUndoState(editor);
  const { off, ...state } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      level: now.isActive("heading") ? Number(now.getAttributes("heading").level) : 0,
      on: {
        bold: now.isActive("bold"),
        italic: now.isActive("italic"),
        link: now.isActive("link"),
        bulletList: now.isActive("bulletList"),
        orderedList: now.isActive("orderedList"),
        blockquote: now.isActive("blockquote"),
      },
      off: { table: now.isActive("table"), draftBlock: now.isActive("table") },
      inTable: now.isActive("table"),
    }),
  });
  return { ...state, off: { ...off, undo: !undo.canUndo, redo: !undo.canRedo } };
}

/** The shared document's undo of this tab's own changes. */
function useUndoState(editor: Editor): { canUndo: boolean; canRedo: boolean } {
  const [can, setCan] = useState({ canUndo: false, canRedo: false });
  useEffect(() => {
    const manager = yUndoPluginKey.getState(editor.state)?.undoManager;
    if (!manager) return;
    const look = () => {
      const [canUndo, canRedo] = [manager.canUndo(), manager.canRedo()];
      setCan((before) =>
        before.canUndo === canUndo && before.canRedo === canRedo ? before : { canUndo, canRedo },
      );
    };
    const events = ["stack-item-added", "stack-item-popped", "stack-cleared"] as const;
    for (const event of events) manager.on(event, look);
    look();
    return () => {
      for (const event of events) manager.off(event, look);
    };
  }, [editor]);
  return can;
}
