/**
 * Marks the passages that are commented on. While people write they are carried along with the words; which words an
 * anchor means is asked of the document itself (margin-store.ts) on load, in pauses, and when a passage has collapsed.
 */
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { type Mappable, StepMap } from "@tiptap/pm/transform";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type { Span } from "./editor-words";

export interface PassagesState {
  /** By thread. Without those that are gone. */
  passages: ReadonlyMap<string, Span>;
  /** Threads whose passages are marked: open ones. */
  marked: ReadonlySet<string>;
  /** The thread that is read, or whose passage the caret is in. */
  active: string | null;
  /** Words that a comment is being written on. */
  pending: Span | null;
  decorations: DecorationSet;
}
type Told = Partial<Omit<PassagesState, "decorations">>;

export const passagesKey = new PluginKey<PassagesState>("passages");

/** Tells the plugin something new. */
export function tellPassages(view: EditorView, told: Told): void {
  view.dispatch(view.state.tr.setMeta(passagesKey, told).setMeta("addToHistory", false));
}

export function passagesPlugin(onUpdate: (view: EditorView | null, changed: boolean) => void) {
  return new Plugin<PassagesState>({
    key: passagesKey,
    state: {
      init: () => ({
        ...{ passages: new Map(), marked: new Set(), active: null, pending: null },
        decorations: DecorationSet.empty,
      }),
      apply: (tr, before, old, now) => nextState(tr, before, old.doc, now),
    },
    props: { decorations: (state) => passagesKey.getState(state)?.decorations },
    view: (view) => {
      onUpdate(view, true);
      return {
        update: (updated, old) => onUpdate(updated, !updated.state.doc.eq(old.doc)),
        destroy: () => onUpdate(null, false),
      };
    },
  });
}

function nextState(tr: Transaction, before: PassagesState, oldDoc: Node, now: EditorState): PassagesState {
  const told = tr.getMeta(passagesKey) as Told | undefined;
  const isRemote = Boolean(tr.getMeta(ySyncPluginKey));
  let next = before;
  if (tr.docChanged) {
    // What others wrote comes as a whole new document: only what differs has changed.
    const mapping = isRemote ? changeBetween(oldDoc, tr.doc) : tr.mapping;
    if (mapping) next = carried(next, mapping, tr);
  }
  if (told) next = { ...next, ...told };
  else if (tr.selectionSet && !isRemote) {
    const active = passageAt(next, now.selection.from, now.selection.to);
    if (active !== next.active) next = { ...next, active };
  }
  const isRedrawn = told || next.active !== before.active;
  return isRedrawn ? { ...next, decorations: drawn(next, tr.doc) } : next;
}

function carried(
  state: PassagesState,
  mapping: Mappable & { maps?: unknown },
  tr: Transaction,
): PassagesState {
  const carry = ({ from, to }: Span) => {
    const span = { from: mapping.map(from, 1), to: mapping.map(to, -1) };
    return span.from < span.to ? span : null;
  };
  const passages = new Map<string, Span>();
  for (const [id, span] of state.passages) {
    const moved = carry(span);
    if (moved) passages.set(id, moved);
  }
  const next = { ...state, passages, pending: state.pending && carry(state.pending) };
  return {
    ...next,
    decorations: mapping === tr.mapping ? state.decorations.map(tr.mapping, tr.doc) : drawn(next, tr.doc),
  };
}

/** The one change that makes the second document of the first; null when they are equal. */
export function changeBetween(before: Node, after: Node): StepMap | null {
  const start = before.content.findDiffStart(after.content);
  const ends = start === null ? null : before.content.findDiffEnd(after.content);
  if (start === null || !ends) return null;
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  return new StepMap([start, ends.a + overlap - start, ends.b + overlap - start]);
}

/** The shortest marked passage that holds the selection. */
export function passageAt({ passages, marked }: PassagesState, from: number, to: number): string | null {
  let found: string | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (const [id, span] of passages) {
    const length = span.to - span.from;
    if (!marked.has(id) || span.from > from || span.to < to || length >= shortest) continue;
    [found, shortest] = [id, length];
  }
  return found;
}

function drawn({ passages, marked, active, pending }: PassagesState, doc: Node): DecorationSet {
  const edges = { inclusiveStart: false, inclusiveEnd: false };
  const decorations: Decoration[] = [];
  for (const [id, { from, to }] of passages) {
    if (!marked.has(id) && id !== active) continue;
    const name = id === active ? "passage passage--active" : "passage";
    decorations.push(Decoration.inline(from, to, { class: name, "data-thread": id }, edges));
  }
  if (pending)
    decorations.push(
      Decoration.inline(pending.from, pending.to, { class: "passage passage--pending" }, edges),
    );
  return DecorationSet.create(doc, decorations);
}
