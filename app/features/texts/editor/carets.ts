/**
 * Carets and selections of the others, in their party's colour, with their name. Where they stand is told as places
 * in the shared document; they are drawn as decorations, and screen readers are not told of every move.
 */
import { Extension } from "@tiptap/core";
import { isChangeOrigin } from "@tiptap/extension-collaboration";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { PresenceState, PresentPerson } from "../../../protocol/collab";

type Selection = NonNullable<PresenceState["selection"]>;

/** The tag beside a caret. */
export interface CaretWords {
  /** "Liperin edustaja · Liperi". */
  label: (person: PresentPerson) => string;
}

interface Drawn {
  people: PresentPerson[];
  drawn: DecorationSet;
}
const key = new PluginKey<Drawn>("carets");

export const Carets = Extension.create<CaretWords>({
  name: "carets",
  addOptions: () => ({ label: ({ name }) => name }),
  addProseMirrorPlugins() {
    const { label } = this.options;
    return [
      new Plugin({
        key,
        state: {
          init: (): Drawn => ({ people: [], drawn: DecorationSet.empty }),
          apply(tr, value, _before, state) {
            const people = (tr.getMeta(key) as PresentPerson[] | undefined) ?? value.people;
            // A change of the others replaces all that stood: places are looked up again.
            if (people !== value.people || (tr.docChanged && isChangeOrigin(tr)))
              return { people, drawn: draw(state, people, label) };
            return tr.docChanged ? { people, drawn: value.drawn.map(tr.mapping, tr.doc) } : value;
          },
        },
        props: { decorations: (state) => key.getState(state)?.drawn },
      }),
    ];
  },
});

/** Draws where these people stand. Give those who have a selection, without this tab. */
export const showCarets = (people: PresentPerson[]) => (state: EditorState) =>
  state.tr.setMeta(key, people).setMeta("addToHistory", false);

function draw(state: EditorState, people: PresentPerson[], label: CaretWords["label"]): DecorationSet {
  if (people.length === 0) return DecorationSet.empty;
  const decorations = people.flatMap((person) => {
    const [anchor, head] = [placeOf(state, person.selection?.anchor), placeOf(state, person.selection?.head)];
    if (anchor === null || head === null) return [];
    const color = `--caret: var(--party-${person.color})`;
    const caret = Decoration.widget(head, () => caretElement(label(person), color), {
      // Drawn anew when it moves: the name shows for a while.
      key: `${person.connectionId} ${person.selection?.head}`,
      side: 10,
      ignoreSelection: true,
    });
    const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
    if (from === to) return [caret];
    return [caret, Decoration.inline(from, to, { class: "caret-selection", style: color })];
  });
  return DecorationSet.create(state.doc, decorations);
}

function caretElement(label: string, color: string): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "caret";
  caret.setAttribute("style", color);
  caret.setAttribute("aria-hidden", "true");
  const tag = document.createElement("span");
  tag.className = "caret__name";
  tag.textContent = label;
  caret.append(tag);
  return caret;
}

interface Binding {
  doc: Y.Doc;
  type: Y.XmlFragment;
  binding: { mapping: Map<Y.AbstractType<unknown>, never> };
}

/** The place in the text, or null when the words are not here (yet, or any more) or it is no place. */
function placeOf(state: EditorState, place: string | undefined): number | null {
  const sync = ySyncPluginKey.getState(state) as Binding | undefined;
  if (!sync || !place) return null;
  try {
    const relative = Y.decodeRelativePosition(Uint8Array.from(atob(place), (c) => c.charCodeAt(0)));
    const found = relativePositionToAbsolutePosition(sync.doc, sync.type, relative, sync.binding.mapping);
    return found === null ? null : Math.max(0, Math.min(found, state.doc.content.size));
  } catch {
    return null; // another tab's bytes: whatever they are, they only fail to be shown
  }
}

/** Where this tab's caret and the other end of its selection stand, to be told to the others. */
export function ownSelection(state: EditorState): Selection | null {
  const sync = ySyncPluginKey.getState(state) as Binding | undefined;
  if (!sync) return null;
  const told = (place: number) => {
    const relative = absolutePositionToRelativePosition(place, sync.type, sync.binding.mapping);
    return btoa(String.fromCharCode(...Y.encodeRelativePosition(relative as Y.RelativePosition)));
  };
  return { anchor: told(state.selection.anchor), head: told(state.selection.head) };
}
