import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { NodeSelection } from "@tiptap/pm/state";

/** The selected node, when it is one of this type. */
export function selectedNode(editor: Editor, type: string): Node | null {
  const { selection } = editor.state;
  return selection instanceof NodeSelection && selection.node.type.name === type ? selection.node : null;
}

/** Puts a node of words behind the selection, or gives the one that was selected these attributes. */
export function putInline(
  editor: Editor,
  type: string,
  attrs: Record<string, unknown>,
  before: Node | null,
): void {
  const chain = editor.chain().focus();
  if (before) chain.updateAttributes(type, attrs).run();
  else chain.setTextSelection(editor.state.selection.to).insertContent({ type, attrs }).run();
}
