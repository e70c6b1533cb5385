/** People who write in suggestion mode on the real schema, without a page. */
import type { Node } from "@tiptap/pm/model";
import { type Command, EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { textSchema } from "../../app/collab/documents/text-extensions";
import { normalizeText } from "../../app/domain/text/normalize";
import type { BlockNode } from "../../app/domain/text/text";
import { ownSuggestions } from "../../app/features/texts/suggesting/own-suggestions";
import { suggestTransaction } from "../../app/features/texts/suggesting/suggest-transaction";

export const schema = textSchema();
export const paragraph = (text: string, ...marks: object[]): BlockNode =>
  ({ type: "paragraph", ...(text ? { content: [{ type: "text", text, marks }] } : {}) }) as BlockNode;
export const cell = (text: string) => ({ type: "tableCell", content: [paragraph(text)] });
export const stateOf = (content: object[]) =>
  EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content }) });
export const textOf = ({ doc }: { doc: Node }) => normalizeText(doc.toJSON());
/** Words with suggestions as [-gone-] and {+come+}. */
export function told({ doc }: EditorState): string {
  const lines: string[] = [];
  doc.descendants((node) => {
    if (!node.isTextblock) return;
    const block = [node.attrs.deletion && "-", node.attrs.insertion && "+"].filter(Boolean).join("");
    let line = block && `${block} `;
    node.forEach((inline) => {
      const has = (name: string) => inline.marks.some(({ type }) => type.name === name) || inline.attrs[name];
      const words = inline.text ?? `<${inline.type.name}>`;
      line += has("deletion") ? `[-${words}-]` : has("insertion") ? `{+${words}+}` : words;
    });
    lines.push(line);
  });
  return lines.join("\n");
}

function isSound(doc: Node): boolean {
  try {
    doc.check();
    return true;
  } catch {
    return false;
  }
}

export function person(start: EditorState, name = "aaaaaaaa") {
  let [state, time, made, stopped] = [start, 0, 0, 0];
  const own = ownSuggestions(
    () => time,
    () => `${name}-${++made}`,
  );
  const dispatch = (tr: Transaction) => {
    if (!tr.docChanged) {
      state = state.apply(tr);
      return;
    }
    if (!isSound(tr.doc)) return; // the page mends tables before they come here
    const suggested = suggestTransaction(state, tr, own);
    if (suggested) state = state.apply(suggested);
    else stopped++;
  };
  return {
    own,
    dispatch,
    get state() {
      return state;
    },
    /** How often something could not be suggested. */
    get stopped() {
      return stopped;
    },
    wait: (ms: number) => {
      time += ms;
    },
    take: (next: EditorState) => {
      state = next;
    },
    put: (from: number, to = from) =>
      dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to))),
    run: (command: Command) => command(state, dispatch),
    type: (words: string) => {
      for (const letter of words) dispatch(state.tr.insertText(letter));
    },
    backspace: () => dispatch(state.tr.delete(state.selection.from - 1, state.selection.from)),
    remove: () => dispatch(state.tr.delete(state.selection.from, state.selection.from + 1)),
    cut: () => dispatch(state.tr.deleteSelection()),
  };
}
