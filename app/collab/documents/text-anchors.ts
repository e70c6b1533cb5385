/**
 * Passages of a text's Y.Doc: its plain words with the identity of every character, so that a comment stays with the
 * words it is about (rules A1–A4). Used by the server's queries and by the editor; needs no editor.
 */
import * as Y from "yjs";
import {
  type AnchorText,
  type CharacterRun,
  type ChosenPassage,
  describePassage,
  locatePassage,
  type Passage,
  type PassageAnchor,
} from "../../domain/text/anchor";
import { type Searchable, searchable } from "../../domain/text/anchor-search";
import { inlineText } from "../../domain/text/reading";
import { BLOCK_CONTENT, type InlineNode } from "../../domain/text/text";
import { textFragment } from "./text-document";

/** Characters of one client in a row that stand in the text. Those of an atom among the words have one identity. */
interface Piece {
  client: number;
  clock: number;
  /** Clocks it takes; an atom takes one. */
  length: number;
  from: number;
  to: number;
}

/** The words of a document now. Good until the document changes. */
export interface DocumentWords extends AnchorText {
  /** In the order of the text. */
  pieces: Piece[];
  searchable: () => Searchable;
}

export function readWords(doc: Y.Doc): DocumentWords {
  const pieces: Piece[] = [];
  const words: string[] = [];
  let at = 0;
  let blocks = 0;
  const add = (text: string, { client, clock }: Y.ID, length: number) => {
    if (!text) return;
    pieces.push({ client, clock, length, from: at, to: at + text.length });
    words.push(text);
    at += text.length;
  };
  const walk = (parent: Y.XmlFragment) => {
    for (const item of itemsOf(parent)) {
      if (!(item.content instanceof Y.ContentType)) continue;
      const { type } = item.content;
      if (type instanceof Y.XmlElement) walkElement(type);
    }
  };
  const walkElement = (element: Y.XmlElement) => {
    const held = BLOCK_CONTENT[element.nodeName as keyof typeof BLOCK_CONTENT];
    if (held === undefined || held === "nothing") return;
    if (held !== "inline") return walk(element);
    if (blocks++ > 0) {
      words.push("\n");
      at++;
    }
    for (const item of itemsOf(element)) {
      if (!(item.content instanceof Y.ContentType)) continue;
      const { type } = item.content;
      if (type instanceof Y.XmlText) {
        for (const part of itemsOf(type))
          if (part.content instanceof Y.ContentString) add(part.content.str, part.id, part.length);
      } else if (type instanceof Y.XmlElement)
        add(atomWords(type.nodeName, type.getAttributes() as Record<string, unknown>), item.id, 1);
    }
  };
  walk(textFragment(doc));
  const text = words.join("");
  let bare: Searchable | undefined;
  const finder = placeFinder(pieces);
  return {
    ...{ text, pieces, placesOf: finder },
    searchable: () => {
      bare ??= searchable(text);
      return bare;
    },
  };
}

/** The words that an atom stands for: none but a reference to a law and a line break have any. */
export function atomWords(type: string, attrs: Record<string, unknown>): string {
  return inlineText([{ type, attrs } as unknown as InlineNode]);
}

function* itemsOf(type: { _start: Y.Item | null }): Generator<Y.Item> {
  for (let item = type._start; item; item = item.right) if (!item.deleted) yield item;
}

/** Where characters stand: pieces by client in the order of their clocks. */
function placeFinder(pieces: readonly Piece[]): DocumentWords["placesOf"] {
  let byClient: Map<number, Piece[]> | undefined;
  const sorted = () => {
    const map = new Map<number, Piece[]>();
    for (const piece of pieces) {
      const group = map.get(piece.client);
      if (group) group.push(piece);
      else map.set(piece.client, [piece]);
    }
    for (const group of map.values()) group.sort((a, b) => a.clock - b.clock);
    return map;
  };
  return (runs) => {
    byClient ??= sorted();
    const places: Passage[] = [];
    for (const [client, clock, length] of runs) {
      const group = byClient.get(client) ?? [];
      for (let n = firstAfter(group, clock); n < group.length && group[n]!.clock < clock + length; n++)
        places.push(placeIn(group[n]!, clock, clock + length));
    }
    return places.sort((a, b) => a.from - b.from);
  };
}

/** The part of the piece that has these clocks; an atom has no parts. */
function placeIn({ clock, length, from, to }: Piece, start: number, end: number): Passage {
  if (length === 1) return { from, to };
  return { from: from + Math.max(0, start - clock), to: from + Math.min(length, end - clock) };
}

/** Index of the first piece, by clock, that ends after the clock. */
function firstAfter(group: readonly Piece[], clock: number): number {
  let [low, high] = [0, group.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (group[middle]!.clock + group[middle]!.length > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where the anchors' words are now, by the anchors' keys; null for one that is gone. */
export function locatePassages(
  words: DocumentWords,
  anchors: Iterable<readonly [string, PassageAnchor]>,
): Map<string, Passage | null> {
  const found = new Map<string, Passage | null>();
  for (const [key, anchor] of anchors) found.set(key, locatePassage(words, anchor, words.searchable));
  return found;
}

/** The passage as a browser sends it; null where nothing but spaces was chosen. */
export function choosePassage({ text, pieces }: DocumentWords, { from, to }: Passage): ChosenPassage | null {
  const quote = text.slice(from, to);
  const start = from + quote.length - quote.trimStart().length;
  const end = to - (quote.length - quote.trimEnd().length);
  const inside = piecesIn(pieces, { from: start, to: end });
  const [first, last] = [inside[0], inside.at(-1)];
  if (start >= end || !first || !last) return null;
  const isAtom = (piece: Piece) => piece.length === 1;
  const firstClock = first.clock + (isAtom(first) ? 0 : Math.max(0, start - first.from));
  const lastClock = last.clock + (isAtom(last) ? 0 : Math.min(last.to, end) - 1 - last.from);
  return {
    start: encodePosition({ client: first.client, clock: firstClock }, 0),
    end: encodePosition({ client: last.client, clock: lastClock }, -1),
    quote: text.slice(start, end),
  };
}

/** Where the chosen characters stand now; "unknown" ones this document does not have yet, null when they are deleted or none. */
export function chosenPassage(
  doc: Y.Doc,
  words: DocumentWords,
  chosen: ChosenPassage,
): Passage | "unknown" | null {
  const [start, end] = [decodePosition(chosen.start), decodePosition(chosen.end)];
  if (!start || !end) return null;
  const isKnown = ({ client, clock }: Y.ID) => clock < Y.getState(doc.store, client);
  if (!isKnown(start) || !isKnown(end)) return "unknown";
  const [first] = words.placesOf([[start.client, start.clock, 1]]);
  const [last] = words.placesOf([[end.client, end.clock, 1]]);
  return first && last && first.from < last.to ? { from: first.from, to: last.to } : null;
}

/** The anchor of a passage, made of the words as they are in the document. */
export function anchorOf(words: DocumentWords, passage: Passage): PassageAnchor | null {
  const chosen = choosePassage(words, passage);
  if (!chosen) return null;
  const from = passage.from + words.text.slice(passage.from, passage.to).indexOf(chosen.quote);
  const exact = { from, to: from + chosen.quote.length };
  const runs: CharacterRun[] = [];
  for (const piece of piecesIn(words.pieces, exact)) {
    const { client, length } = piece;
    const skipped = length === 1 ? 0 : Math.max(0, exact.from - piece.from);
    const taken = length === 1 ? 1 : Math.min(piece.to, exact.to) - piece.from - skipped;
    const last = runs.at(-1);
    if (last && last[0] === client && last[1] + last[2] === piece.clock + skipped) last[2] += taken;
    else runs.push([client, piece.clock + skipped, taken]);
  }
  return { ...chosen, ...describePassage(words.text, exact), runs };
}

/** Pieces that have a part between the two. */
function piecesIn(pieces: readonly Piece[], { from, to }: Passage): Piece[] {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.to > from) high = middle;
    else low = middle + 1;
  }
  const inside: Piece[] = [];
  for (let n = low; n < pieces.length && pieces[n]!.from < to; n++) inside.push(pieces[n]!);
  return inside;
}

/** A Yjs relative position of one character. `assoc` as in Yjs: 0 before it, -1 after it. */
function encodePosition(item: Y.ID | { client: number; clock: number }, assoc: 0 | -1): string {
  const position = Y.createRelativePositionFromJSON({ item, assoc });
  return btoa(String.fromCharCode(...Y.encodeRelativePosition(position)));
}

/** Null for what is no relative position of a character. */
function decodePosition(text: string): Y.ID | null {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return Y.decodeRelativePosition(bytes).item;
  } catch {
    return null;
  }
}
