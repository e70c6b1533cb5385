/** Suggestions in the live text: found where they stand, drawn in their party's colour, gone to by keys. */
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { normalizeText } from "../../../domain/text/normalize";
import { type ListedSuggestion, listSuggestions } from "../../../domain/text/suggestion-list";
import type { BlockNode } from "../../../domain/text/text";
import type { SuggestionAuthor } from "../../../protocol/text-data";
import { isSuggestion } from "./rewrite-inline";

export type Authors = Record<string, SuggestionAuthor>;

interface Spot {
  from: number;
  to: number;
  ids: string[];
  isBlock: boolean;
}

/** Of each top-level block, counted from its beginning: unchanged blocks are not looked through again. */
const spotsOf = new WeakMap<Node, Spot[]>();
const plainOf = new WeakMap<Node, BlockNode[]>();
const idsOn = (node: Node): string[] => [
  ...node.marks.filter(isSuggestion).map(({ attrs }) => String(attrs.id)),
  ...[node.attrs.insertion, node.attrs.deletion].filter((id) => typeof id === "string"),
];

function spotsIn(block: Node): Spot[] {
  const known = spotsOf.get(block);
  if (known) return known;
  const spots: Spot[] = [];
  const look = (node: Node, pos: number) => {
    const ids = idsOn(node);
    if (ids.length > 0) spots.push({ from: pos, to: pos + node.nodeSize, ids, isBlock: node.isBlock });
  };
  look(block, 0);
  block.descendants((node, pos) => look(node, pos + 1));
  spotsOf.set(block, spots);
  return spots;
}

/** Every suggested node of the text, in order. */
export function suggestionSpots(doc: Node): Spot[] {
  const spots: Spot[] = [];
  doc.forEach((block, offset) => {
    for (const spot of spotsIn(block))
      spots.push({ ...spot, from: spot.from + offset, to: spot.to + offset });
  });
  return spots;
}

/** The suggestions of the live text: only blocks that hold one, and headings, are read. */
export function listedIn(doc: Node): ListedSuggestion[] {
  const content: BlockNode[] = [];
  let any = false;
  doc.forEach((block) => {
    const has = spotsIn(block).length > 0;
    any ||= has;
    if (!has && block.type.name !== "heading") return;
    let plain = plainOf.get(block);
    if (!plain) {
      plain = normalizeText({ type: "doc", content: [block.toJSON()] }).content;
      plainOf.set(block, plain);
    }
    content.push(...plain);
  });
  return any ? listSuggestions({ type: "doc", content }) : [];
}

/** The first place of a suggestion in the text. */
export function placeOf(doc: Node, id: string): { from: number; to: number } | null {
  return suggestionSpots(doc).find(({ ids }) => ids.includes(id)) ?? null;
}

/** The suggestion at the caret. */
export function suggestionAt({ doc, selection }: EditorState): string | null {
  const { from, to } = selection;
  const spots = suggestionSpots(doc).filter((spot) => spot.from <= to && spot.to >= from);
  return (spots.find(({ isBlock }) => !isBlock) ?? spots[0])?.ids[0] ?? null;
}

interface Drawn {
  authors: Authors;
  drawn: DecorationSet;
}
const key = new PluginKey<Drawn>("suggestionMarks");

export interface MarkKeys {
  onNext: (direction: 1 | -1) => boolean;
  onCard: () => boolean;
}

export function suggestionMarks({ onNext, onCard }: MarkKeys) {
  return Extension.create({
    name: "suggestionMarks",
    addKeyboardShortcuts: () => ({
      "Alt-F8": () => onNext(1),
      "Shift-Alt-F8": () => onNext(-1),
      "Alt-F9": () => onCard(),
    }),
    addProseMirrorPlugins: () => [
      new Plugin<Drawn>({
        key,
        state: {
          init: (_, state) => ({ authors: {}, drawn: draw(state.doc, {}) }),
          apply(tr, value) {
            const authors = (tr.getMeta(key) as Authors | undefined) ?? value.authors;
            if (!tr.docChanged && authors === value.authors) return value;
            return { authors, drawn: draw(tr.doc, authors) };
          },
        },
        props: { decorations: (state) => key.getState(state)?.drawn },
      }),
    ],
  });
}

/** Tells the text who made which suggestion. */
export const withAuthors = (state: EditorState, authors: Authors) =>
  state.tr.setMeta(key, authors).setMeta("addToHistory", false);

function draw(doc: Node, authors: Authors): DecorationSet {
  const decorations = suggestionSpots(doc).map(({ from, to, ids, isBlock }) => {
    const told = ids.flatMap((id) => authors[id] ?? []);
    const color = told.find((author) => author.color !== null)?.color;
    const attrs = {
      class: "suggested",
      ...(color === undefined || color === null ? {} : { style: `--suggested: var(--party-${color})` }),
      ...(told.length > 0 ? { title: told.map(({ party, author }) => party ?? author).join(", ") } : {}),
    };
    return isBlock ? Decoration.node(from, to, attrs) : Decoration.inline(from, to, attrs);
  });
  return decorations.length > 0 ? DecorationSet.create(doc, decorations) : DecorationSet.empty;
}
