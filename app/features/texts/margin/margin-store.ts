/** The comments of one open text: where their words are now, which is read, and what a new one would be about. No React. */
import { Extension } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type * as Y from "yjs";
import { choosePassage, locatePassages, readWords } from "../../../collab/documents/text-anchors";
import { type ChosenPassage, QUOTE_CHARACTERS_MAX } from "../../../domain/text/anchor";
import type { MarginThread } from "../../../protocol/text-data";
import { type Span, wordsOf } from "./editor-words";
import { passagesKey, passagesPlugin, tellPassages } from "./passages-plugin";

/** Writing has paused this long: the anchors are asked of the document. Milliseconds. */
const PAUSE_MILLISECONDS = 800;
/** Writing that does not pause is interrupted after this long. Milliseconds. */
const WAIT_MILLISECONDS_MAX = 5_000;

export interface MarginShown {
  passages: ReadonlyMap<string, Span>;
  active: string | null;
  /** The words of the comment that is being written; null when none is. */
  quote: string | null;
  /** Something is selected that can be commented on. */
  canChoose: boolean;
  /** Every anchor has been looked for once. */
  isReady: boolean;
  /** Grows when positions on the page may have changed. */
  version: number;
}
const NOTHING: MarginShown = {
  ...{ passages: new Map(), active: null, quote: null, canChoose: false, isReady: false, version: 0 },
};

export type MarginEvent = "chooseFirst" | "writeNew" | "openThread";

export class MarginStore {
  shown = NOTHING;
  readonly extension: Extension;
  private view: EditorView | null = null;
  private doc: Y.Doc | null = null;
  private threads: readonly MarginThread[] = [];
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private quote: string | null = null;
  private isReady = false;
  private canComment = false;
  /** Since when the places have not been asked for. Milliseconds. */
  private changedAt: number | null = null;
  /** What the person asked for by a key or a button: the page moves the focus. */
  onEvent: (event: MarginEvent, thread: string | null) => void = () => undefined;

  constructor() {
    this.extension = Extension.create({
      name: "margin",
      addProseMirrorPlugins: () => [passagesPlugin((view, changed) => this.viewUpdated(view, changed))],
      addKeyboardShortcuts: () => ({ "Mod-Alt-m": () => this.comment() }),
    });
  }

  /** The focus is in the text: what the caret comes to is news. */
  get isInText(): boolean {
    return this.view?.hasFocus() ?? false;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  snapshot = (): MarginShown => this.shown;

  /** The document behind the editor, the threads as the server told them, and whether the viewer may comment. */
  use(doc: Y.Doc | null, threads: readonly MarginThread[], canComment: boolean): void {
    this.doc = doc;
    this.threads = threads;
    this.canComment = canComment;
    this.locate();
  }

  /** Begins a comment on the selection, or goes to the one that the caret is in. True: the key is used. */
  comment(): boolean {
    const { view } = this;
    const state = view && passagesKey.getState(view.state);
    if (!view || !state) return false;
    const { from, to } = view.state.selection;
    const words = wordsOf(view.state.doc);
    const chosen = from < to && this.canComment ? words.passageOf({ from, to }) : null;
    const quote = chosen ? words.text.slice(chosen.from, chosen.to).trim() : "";
    if (quote) {
      this.quote = quote;
      tellPassages(view, { pending: { from, to }, active: null });
      this.onEvent("writeNew", null);
    } else if (state.active) this.onEvent("openThread", state.active);
    else if (this.canComment) this.onEvent("chooseFirst", null);
    return true;
  }

  /** Where the comment being written belongs, as the words are at this moment. */
  chosen(): ChosenPassage {
    const gone = { start: "", end: "", quote: (this.quote ?? "").slice(0, QUOTE_CHARACTERS_MAX) };
    const { view, doc } = this;
    const pending = view && passagesKey.getState(view.state)?.pending;
    if (!view || !doc || !pending) return gone;
    const [shown, words] = [wordsOf(view.state.doc), readWords(doc)];
    const passage = shown.text === words.text ? shown.passageOf(pending) : null;
    return (passage && choosePassage(words, passage)) ?? gone;
  }

  /** No comment is being written any more. */
  endNew(): void {
    this.quote = null;
    if (this.view) tellPassages(this.view, { pending: null });
  }

  activate(thread: string | null): void {
    if (this.view && thread !== this.shown.active) tellPassages(this.view, { active: thread });
  }

  /** Puts the caret at the thread's words and the focus into the text. */
  goTo(thread: string | null): void {
    const { view } = this;
    if (!view) return;
    const span = thread ? this.shown.passages.get(thread) : undefined;
    if (span) {
      const selection = TextSelection.near(view.state.doc.resolve(span.from), 1);
      const active = { active: thread } satisfies { active: string | null };
      view.dispatch(view.state.tr.setSelection(selection).setMeta(passagesKey, active).scrollIntoView());
    }
    view.focus();
  }

  /** Height of the words on the page from the top of the window; null for words that are not there. */
  topOf(span: Span): number | null {
    try {
      return this.view?.coordsAtPos(span.from, 1).top ?? null;
    } catch {
      return null; // the page is just being drawn anew
    }
  }

  /** Height of the selection's end from the top of an element, for a tool beside it. Pixels. */
  selectionTop(element: HTMLElement | null): number {
    const end = this.view?.state.selection.to ?? 0;
    const top = this.topOf({ from: end, to: end });
    return element && top !== null ? top - element.getBoundingClientRect().top : 0;
  }

  private viewUpdated(view: EditorView | null, changed: boolean): void {
    this.view = view;
    if (!view) {
      clearTimeout(this.timer);
      return;
    }
    if (changed) this.locateSoon();
    this.tell(changed);
  }

  private locateSoon(): void {
    clearTimeout(this.timer);
    this.changedAt ??= Date.now();
    const left = this.changedAt + WAIT_MILLISECONDS_MAX - Date.now();
    this.timer = setTimeout(() => this.locate(), Math.max(0, Math.min(PAUSE_MILLISECONDS, left)));
  }

  /** Asks the document where the anchors' words are. */
  private locate(): void {
    const { view, doc } = this;
    this.changedAt = null;
    if (!view || view.isDestroyed || !doc) return;
    const [shown, words] = [wordsOf(view.state.doc), readWords(doc)];
    if (shown.text !== words.text) return; // a change is on its way from one to the other; its update asks again
    const found = locatePassages(
      words,
      this.threads.map(({ id, anchor }) => [id, anchor] as const),
    );
    const passages = new Map<string, Span>();
    for (const [id, passage] of found) {
      const span = passage && shown.spanOf(passage);
      if (span) passages.set(id, span);
    }
    const marked = new Set(this.threads.filter(({ resolved }) => !resolved).map(({ id }) => id));
    const before = passagesKey.getState(view.state);
    const isSame = before && sameSpans(before.passages, passages) && sameSet(before.marked, marked);
    if (isSame && this.isReady) return;
    this.isReady = true;
    tellPassages(view, { passages, marked });
  }

  private tell(changed: boolean): void {
    const state = this.view && passagesKey.getState(this.view.state);
    if (!this.view || !state) return;
    const { passages, active, pending } = state;
    const canChoose = this.canComment && !this.view.state.selection.empty;
    const quote = pending || this.quote ? this.quote : null;
    const { shown, isReady } = this;
    const isSame = shown.passages === passages && shown.active === active && shown.quote === quote;
    if (isSame && shown.canChoose === canChoose && shown.isReady === isReady && !changed) return;
    const version = shown.version + (changed ? 1 : 0);
    this.shown = { passages, active, quote, canChoose, isReady, version };
    for (const listener of this.listeners) listener();
  }
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((one) => b.has(one));
const sameSpans = (a: ReadonlyMap<string, Span>, b: ReadonlyMap<string, Span>) =>
  a.size === b.size && [...a].every(([id, { from, to }]) => b.get(id)?.from === from && b.get(id)?.to === to);
