/** A person's transaction in suggestion mode becomes one that only suggests (rule E2). Pure: no page, no clock. */
import { Fragment, type Mark, type Node, Slice } from "@tiptap/pm/model";
import {
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { normalizeBlocks } from "../../../domain/text/normalize";
import { claimedInOwn, isLeftOf, withoutOwn } from "../../../domain/text/own-suggestions";
import { suggestionIds } from "../../../domain/text/suggestions";
import type { BlockNode } from "../../../domain/text/text";
import { rewrite, type Stretch } from "./rewrite";
import { type InlineEdit, withoutSuggested } from "./rewrite-inline";

export interface Suggester {
  isOwn: (id: string) => boolean;
  /** The suggestion that a change beside these own ones belongs to; a new one where none of them goes on. */
  idBeside: (ids: readonly string[]) => string;
}

/** What else a transaction says that other plugins listen to, and that no position stands in. */
const TOLD = ["uiEvent", "paste", "inputType", "composition", "addToHistory", "focus", "blur", "pointer"];

/**
 * The transaction to dispatch instead; null where the change cannot be told as a suggestion: declining one's own
 * suggestions would not give the text that was there before.
 */
export function suggestTransaction(
  state: EditorState,
  wanted: Transaction,
  suggester: Suggester,
): Transaction | null {
  const edit = editOf(wanted);
  const old = state.doc;
  const rewriting = {
    id: suggester.idBeside(idsBeside(state, wanted).filter(suggester.isOwn)),
    isOwn: suggester.isOwn,
    edit,
    isManifold: wanted.steps.length > 1,
  };
  const isOwn = (id: string) => id === rewriting.id || suggester.isOwn(id);
  // Where others' suggestions within one's own would move, they stay out of what is put in.
  for (const keepsOthers of [true, false]) {
    const { doc, stretches } = rewrite(old, wanted.doc, { ...rewriting, keepsOthers });
    const change = differing(old, doc);
    if (change && !isOnlyOwn(change, isOwn)) continue;
    const tr = state.tr;
    try {
      doc.check();
      if (change) tr.step(new ReplaceStep(change.from, change.to, new Slice(change.content, 0, 0)));
    } catch {
      continue; // the schema has no place for both the old and the new
    }
    return withSelection(state, wanted, tr, edit, stretches);
  }
  return null;
}

/** The caret where the person expects it, and what else the transaction says. */
function withSelection(
  state: EditorState,
  wanted: Transaction,
  tr: Transaction,
  edit: InlineEdit | null,
  stretches: Stretch[],
): Transaction {
  const isForward =
    edit !== null && edit.toNext === edit.from && state.selection.empty && state.selection.head === edit.from;
  tr.setSelection(selectionIn(tr.doc, wanted.selection, stretches, isForward));
  for (const key of TOLD) {
    const value: unknown = wanted.getMeta(key);
    if (value !== undefined) tr.setMeta(key, value);
  }
  if (wanted.storedMarks) tr.setStoredMarks(withoutSuggested(wanted.storedMarks));
  if (wanted.scrolledIntoView) tr.scrollIntoView();
  return tr;
}

/** One step that puts words in one place, or takes them away. */
function editOf({ steps }: Transaction): InlineEdit | null {
  const [step] = steps;
  if (steps.length !== 1 || !(step instanceof ReplaceStep)) return null;
  const { slice, from, to } = step;
  if (slice.openStart > 0 || slice.openEnd > 0) return null;
  let isInline = true;
  slice.content.forEach((node) => {
    if (!node.isInline) isInline = false;
  });
  return isInline ? { from, toOld: to, toNext: from + slice.content.size } : null;
}

/** The suggestions at the edges of the change and at the caret. */
function idsBeside({ doc, selection }: EditorState, { doc: next }: Transaction): string[] {
  const start = doc.content.findDiffStart(next.content);
  const end = doc.content.findDiffEnd(next.content);
  const places = [selection.from, selection.to, start, end?.a].filter(
    (pos): pos is number => typeof pos === "number" && pos >= 0 && pos <= doc.content.size,
  );
  return places.flatMap((pos) => {
    const at = doc.resolve(pos);
    const around = Array.from({ length: at.depth }, (_, depth) => at.node(depth + 1));
    return [at.nodeBefore, at.nodeAfter, ...around].flatMap((node) => (node ? idsOn(node) : []));
  });
}

function idsOn({ marks, attrs }: Node): string[] {
  const marked = marks.filter(({ type }) => type.name === "insertion" || type.name === "deletion");
  return [...marked.map((mark: Mark) => mark.attrs.id), attrs.insertion, attrs.deletion].filter(
    (id): id is string => typeof id === "string",
  );
}

interface Change {
  from: number;
  to: number;
  content: Fragment;
  /** The smallest node around the change, with nothing but what differs in it. */
  before: Node;
  after: Node;
  /** Inside a block that is a suggestion of these: it goes as a whole when they are declined. */
  isWithinOwn: (isOwn: (id: string) => boolean) => boolean;
}

/** The smallest stretch in which two documents differ, in whole nodes or inside one textblock. */
function differing(old: Node, next: Node): Change | null {
  if (old.eq(next)) return null;
  let [a, b, pos] = [old, next, 0];
  const around: string[] = [];
  const isWithinOwn = (isOwn: (id: string) => boolean) => around.some(isOwn);
  for (;;) {
    if (a.isTextblock) {
      const start = a.content.findDiffStart(b.content) ?? 0;
      const end = a.content.findDiffEnd(b.content) ?? { a: a.content.size, b: b.content.size };
      const over = Math.max(0, start - Math.min(end.a, end.b));
      const content = b.content.cut(start, end.b + over);
      return { from: pos + start, to: pos + end.a + over, content, before: a, after: b, isWithinOwn };
    }
    let [start, endA, endB] = [0, a.childCount, b.childCount];
    while (start < Math.min(endA, endB) && a.child(start).eq(b.child(start))) start++;
    while (endA > start && endB > start && a.child(endA - 1).eq(b.child(endB - 1))) {
      endA--;
      endB--;
    }
    const [inA, inB] = [a.maybeChild(start), b.maybeChild(start)];
    for (let i = 0; i < start; i++) pos += a.child(i).nodeSize;
    if (endA - start === 1 && endB - start === 1 && inA && inB && inA.sameMarkup(inB) && !inA.isAtom) {
      [a, b] = [inA, inB];
      if (typeof a.attrs.insertion === "string") around.push(a.attrs.insertion);
      pos++;
      continue;
    }
    const [before, after] = [childrenOf(a, start, endA), childrenOf(b, start, endB)];
    const to = pos + before.size;
    return { from: pos, to, content: after, before: a.copy(before), after: b.copy(after), isWithinOwn };
  }
}

function childrenOf(parent: Node, from: number, to: number): Fragment {
  return Fragment.from(Array.from({ length: Math.max(0, to - from) }, (_, i) => parent.child(from + i)));
}

/**
 * What the server asks of somebody who may only suggest (rules E10, E11): declining all their own gives the same before
 * and after, and no words come under another's suggestion.
 */
function isOnlyOwn({ before, after, isWithinOwn }: Change, isOwn: (id: string) => boolean): boolean {
  const isInside = isWithinOwn(isOwn);
  const [a, b] = [blocksOf(before), blocksOf(after)];
  const text = (content: BlockNode[]) => suggestionIds({ type: "doc", content });
  const own = new Set([...text(a), ...text(b)].filter(isOwn));
  if (!isInside && withoutOwn(a, own).join("\n") !== withoutOwn(b, own).join("\n")) return false;
  const [was, is] = [a, b].map((content) =>
    claimedInOwn(isInside ? inOwn(content, OWN) : content, new Set([...own, OWN])),
  );
  return [...is!].every(([id, words]) => isLeftOf(words, was!.get(id) ?? ""));
}

/** Stands for the suggestion that the blocks are inside. */
const OWN = "-own-own-";
const inOwn = (content: BlockNode[], id: string): BlockNode[] => [
  { type: "blockquote", attrs: { insertion: id }, content },
];

/** A part of the text in its one form: there may be nothing in it. */
function blocksOf(node: Node): BlockNode[] {
  const json = node.toJSON() as { content?: unknown[] };
  return normalizeBlocks(node.type.name === "doc" ? (json.content ?? []) : wrapped(node, json));
}
/** Parts of lists and tables stand only in them. */
const wrapped = (node: Node, json: unknown) => {
  if (node.type.name === "listItem") return [{ type: "bulletList", content: [json] }];
  if (node.type.name === "tableRow") return [{ type: "table", content: [json] }];
  if (node.type.name === "tableCell" || node.type.name === "tableHeader")
    return [{ type: "table", content: [{ type: "tableRow", content: [json] }] }];
  return [json];
};

/** The selection that the person expects: on the same words, and past what they deleted forwards. */
function selectionIn(doc: Node, wanted: Selection, stretches: Stretch[], isForward: boolean): Selection {
  const place = (pos: number) => {
    const candidates = stretches.filter(({ from, size }) => from <= pos && pos <= from + size);
    const found = isForward ? candidates.at(-1) : candidates[0];
    return Math.min(found ? found.at + pos - found.from : pos, doc.content.size);
  };
  if (wanted instanceof NodeSelection) {
    const at = doc.resolve(place(wanted.from));
    if (at.nodeAfter && NodeSelection.isSelectable(at.nodeAfter)) return NodeSelection.create(doc, at.pos);
  }
  const [anchor, head] = [doc.resolve(place(wanted.anchor)), doc.resolve(place(wanted.head))];
  return anchor.parent.inlineContent && head.parent.inlineContent
    ? TextSelection.between(anchor, head)
    : Selection.near(head);
}
