/** Suggestion mode in the editor: what the person does becomes suggestions before it reaches the shared document (rule E2). */
import { Extension } from "@tiptap/core";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { Plugin, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type { OwnSuggestions } from "./own-suggestions";
import { isSuggestion, withoutSuggested } from "./rewrite-inline";
import { suggestTransaction } from "./suggest-transaction";

export interface SuggestionModeParts {
  /** Asked at every change. */
  isOn: () => boolean;
  own: OwnSuggestions;
  /** A change could not be told as a suggestion: nothing was changed. */
  onStopped: () => void;
}

const TOLD = "suggested";

/** Others' changes, undo and redo come from the shared document and pass as they are. */
const isShared = (tr: Transaction) => tr.getMeta(ySyncPluginKey) !== undefined;

export function suggestionMode({ isOn, own, onStopped }: SuggestionModeParts) {
  return Extension.create({
    name: "suggestionMode",
    dispatchTransaction({ transaction, next }) {
      if (!transaction.docChanged || isShared(transaction) || !isOn()) return next(transaction);
      const suggested = suggestTransaction(this.editor.state, transaction, own);
      if (suggested) next(suggested.setMeta(TOLD, true));
      else onStopped();
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        // What a plugin would mend by itself is no suggestion: it is left to those who edit.
        filterTransaction: (tr) => !tr.docChanged || isShared(tr) || tr.getMeta(TOLD) === true || !isOn(),
        props: {
          transformPasted: (slice) =>
            new Slice(Fragment.from(plainNodes(slice.content)), slice.openStart, slice.openEnd),
          handleDOMEvents: {
            // Words that an input method composes stand in the mark from their first letter on.
            compositionstart: (view) => {
              const { state } = view;
              const insertion = state.schema.marks.insertion;
              if (!isOn() || !insertion || !state.selection.empty) return false;
              const beside = state.selection.$from.nodeBefore?.marks.filter(isSuggestion) ?? [];
              const id = own.idBeside(beside.map(({ attrs }) => String(attrs.id)).filter(own.isOwn));
              const marks = withoutSuggested(state.storedMarks ?? state.selection.$from.marks());
              view.dispatch(state.tr.setStoredMarks(insertion.create({ id }).addToSet(marks)));
              return false;
            },
          },
        },
      }),
    ],
  });
}

/** What is pasted says nothing of suggestions: words that would go are left out, the others are plain. */
function plainNodes(content: Fragment): Node[] {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (node.attrs.deletion || node.marks.some(({ type }) => type.name === "deletion")) return;
    if (node.isText) {
      nodes.push(node.mark(withoutSuggested(node.marks)));
      return;
    }
    const attrs = { ...node.attrs };
    for (const key of ["insertion", "deletion"]) if (key in attrs) attrs[key] = null;
    nodes.push(node.type.create(attrs, Fragment.from(plainNodes(node.content)), node.marks));
  });
  return nodes;
}
