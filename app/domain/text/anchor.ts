/**
 * Where in a text a comment belongs (rules A1–A4). A place is looked for among the text's plain words: blocks one
 * after another with a line break between them, as app/collab/documents/text-anchors.ts reads them off a document.
 */
import { contextOf, findQuote, searchable } from "./anchor-search";

/** Characters of a Yjs document: the client that wrote them, the clock of the first, how many. */
export type CharacterRun = [client: number, clock: number, length: number];

/** What a reader chose, as the browser sends it. */
export interface ChosenPassage {
  /** Yjs relative positions as base64: the first character and the last one. */
  start: string;
  end: string;
  /** The words between them as the reader saw them. */
  quote: string;
}

/** Kept with the thread when it is opened, and never changed: where the words are now is found at every reading. */
export interface PassageAnchor extends ChosenPassage {
  /** What stood before and after the quote, at most CONTEXT_CHARACTERS_MAX each; blocks are parted by a line break. */
  before: string;
  after: string;
  /** The characters of the quote: words typed among them later are not there, nor is what had been deleted. */
  runs: CharacterRun[];
  /**
   * Other places had the same words: the most characters, spaces left out, that one of them shares with `before` and
   * with `after`. Null when the words were the only ones of their kind (rule A3).
   */
  twins: { before: number; after: number } | null;
}

/** Indexes into the plain words of the text; `to` is after the last character. */
export interface Passage {
  from: number;
  to: number;
}

/** Limits, in characters. */
export const QUOTE_CHARACTERS_MAX = 1000;
export const CONTEXT_CHARACTERS_MAX = 64;
/** Of a relative position as base64: two numbers and a few bytes. */
export const POSITION_CHARACTERS_MAX = 64;

/** An edited passage stands while this share of its letters is there (rule A1) … */
export const KEPT_SHARE_MIN = 1 / 3;
/** … or while so many of them stand one after another. Letters. */
export const KEPT_STRETCH_MIN = 24;
/** With less than this left, the whole quote found elsewhere is believed rather than the rest of it (rule A2). */
const KEPT_SURE = 3 / 4;

const WORD = /[\p{L}\p{N}]+/gu;
const NOT_SPACE = /\S+/gu;
const letters = (words: string) => {
  const count = words.match(WORD)?.reduce((sum, word) => sum + word.length, 0) ?? 0;
  return count > 0
    ? { count, pattern: WORD }
    : { count: words.replace(/\s/g, "").length, pattern: NOT_SPACE };
};

/** The anchor's parts that the text itself tells: the quote without spaces around it, its context, its twins. */
export function describePassage(
  text: string,
  { from, to }: Passage,
): Pick<PassageAnchor, "quote" | "before" | "after" | "twins"> {
  const quote = text.slice(from, to);
  const context = contextOf(text, { from, to }, CONTEXT_CHARACTERS_MAX);
  const others = findQuote(searchable(text), { quote, ...context }).filter((found) => found.from !== from);
  const most = (side: "before" | "after") => Math.max(...others.map((found) => found[side]));
  return {
    quote,
    ...context,
    twins: others.length > 0 ? { before: most("before"), after: most("after") } : null,
  };
}

/** Somebody may write inside a passage while another comments on it: words that differ in so little are the same. */
export const NEARLY_CHARACTERS_MAX = 40;

/** Whether the words are the same but for one place of a few characters, or of a third of them where they are short. */
export function isNearly(now: string, seen: string): boolean {
  const [a, b] = [now.trim(), seen.trim()];
  const most = Math.min(NEARLY_CHARACTERS_MAX, Math.ceil(Math.max(a.length, b.length) / 3));
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= most;
}

/** A text in which many passages are looked for. */
export interface AnchorText {
  text: string;
  /** Where characters of these runs stand now, in order. */
  placesOf: (runs: readonly CharacterRun[]) => Passage[];
}

/** Where the anchor's words are now; null when they are gone (rule A4). */
export function locatePassage(
  { text, placesOf }: AnchorText,
  anchor: Pick<PassageAnchor, "quote" | "before" | "after" | "runs" | "twins">,
  searchText: () => ReturnType<typeof searchable>,
): Passage | null {
  const kept = keptWords(text, placesOf(anchor.runs), anchor.quote);
  if (kept) {
    const whole = wholeAround(text, kept.passage, anchor.quote);
    if (whole || kept.share >= KEPT_SURE) return whole ?? kept.passage;
  }
  return recognise(searchText(), anchor) ?? kept?.passage ?? null;
}

/**
 * What is left of the quote's own characters (rule A1): from the first word that comes from the quote to the last. A
 * word comes from it when at least half of its letters do. Null when too little is left to be the passage.
 */
function keptWords(
  text: string,
  own: readonly Passage[],
  quote: string,
): { passage: Passage; share: number } | null {
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return null;
  const { count, pattern } = letters(quote);
  let [from, to] = [first.from, last.to];
  while (from > 0 && !/\s/.test(text[from - 1]!)) from--;
  while (to < text.length && !/\s/.test(text[to]!)) to++;
  let [kept, stretch, longest] = [0, 0, 0];
  const passage = { from: -1, to: -1 };
  let piece = 0;
  for (const match of text.slice(from, to).matchAll(pattern)) {
    const length = match[0].length;
    const word = { from: from + match.index, to: from + match.index + length };
    while (piece < own.length && own[piece]!.to <= word.from) piece++;
    const inner = own.slice(piece, firstFrom(own, piece, word.to)).map((o) => within(o, word));
    const count = inner.reduce((sum, one) => sum + one.to - one.from, 0);
    stretch = count === length ? stretch + count : 0;
    if (count * 2 < length) continue;
    longest = Math.max(longest, stretch);
    kept += count;
    if (passage.from < 0) passage.from = inner[0]!.from;
    passage.to = inner.at(-1)!.to;
  }
  if (kept === 0 || (kept < count * KEPT_SHARE_MIN && longest < KEPT_STRETCH_MIN)) return null;
  return { passage: withMarks(text, passage, own), share: kept / count };
}

const within = (a: Passage, b: Passage) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) });

/** Index of the first that begins at `end` or later. */
function firstFrom(own: readonly Passage[], start: number, end: number): number {
  let index = start;
  while (index < own.length && own[index]!.from < end) index++;
  return index;
}

/** With the quote's own marks beside the words: a full stop, brackets. */
function withMarks(text: string, { from, to }: Passage, own: readonly Passage[]): Passage {
  const isOwnMark = (index: number) =>
    /[^\s\p{L}\p{N}]/u.test(text[index] ?? " ") &&
    own.some((piece) => piece.from <= index && index < piece.to);
  let [start, end] = [from, to];
  while (isOwnMark(start - 1)) start--;
  while (isOwnMark(end)) end++;
  return { from: start, to: end };
}

/** The whole quote where a part of it was found: a paragraph that was split writes its second half anew. */
function wholeAround(text: string, { from, to }: Passage, quote: string): Passage | null {
  const reach = quote.length * 2 + 100;
  const start = Math.max(0, from - reach);
  const near = findQuote(searchable(text.slice(start, to + reach)), { quote, before: "", after: "" });
  const found = near.find((place) => start + place.from < to && start + place.to > from);
  return found ? { from: start + found.from, to: start + found.to } : null;
}

/** A quote so long is known by its words alone; a shorter one also needs a neighbour (rule A3). Letters. */
export const QUOTE_ALONE_MIN = 20;

/** The quote where its characters were written anew: moved, joined, brought back (rule A3). One place, or none. */
function recognise(
  text: ReturnType<typeof searchable>,
  { quote, before, after, twins }: Pick<PassageAnchor, "quote" | "before" | "after" | "twins">,
): Passage | null {
  const places = findQuote(text, { quote, before, after });
  const isKnown = letters(quote).count >= QUOTE_ALONE_MIN;
  const possible = places.filter(
    (place) =>
      (isKnown || place.nextTo.before || place.nextTo.after) &&
      (!twins || (place.before > twins.before && place.after > twins.after)),
  );
  const found = possible.length === 1 ? possible[0] : possible.find((place, _, all) => isBest(place, all));
  return found ? { from: found.from, to: found.to } : null;
}

/** Shares more than any other on both sides. */
function isBest<P extends { before: number; after: number }>(place: P, all: readonly P[]): boolean {
  return all.every((other) => other === place || (place.before > other.before && place.after > other.after));
}
