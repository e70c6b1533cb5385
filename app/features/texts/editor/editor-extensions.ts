/** The schema's extensions as the editor has them: the same nodes, drawn as a page of the product. */
import type { AnyExtension } from "@tiptap/core";
import { ReactNodeViewRenderer } from "@tiptap/react";
import { DraftBlock, textExtensions } from "../../../collab/documents/text-extensions";
import { DraftBlockView } from "./draft-block-view";
import { NodeViews, type NodeWords } from "./node-views";
import { SafeTable } from "./safe-table";

const ViewedDraftBlock = DraftBlock.extend({
  addNodeView: () => ReactNodeViewRenderer(DraftBlockView, { as: "div", className: "text-block" }),
});
const OWN: Record<string, AnyExtension> = { draftBlock: ViewedDraftBlock, table: SafeTable };

/** All extensions of the editor but the shared document's own. */
export function editorExtensions(words: NodeWords): AnyExtension[] {
  return [...textExtensions().map((one) => OWN[one.name] ?? one), NodeViews.configure(words)];
}
