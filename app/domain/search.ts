/** Limits of the search, and what it answers with. */

/** Characters of a search that are looked at. */
export const SEARCH_CHARACTERS_MAX = 200;
/** Finds of one kind that a page shows. */
export const FINDS_PER_KIND_MAX = 20;
/** A word's beginning finds longer words ("järjestö" finds "järjestöavustukset") from this many characters on. */
export const BEGINNING_CHARACTERS_MIN = 3;
/** A single word is looked for inside longer words from this many characters of its stem on. */
const INSIDE_CHARACTERS_MIN = 5;
/** In stems this long an end that changes in Finnish is left out. */
const CHANGING_END_CHARACTERS_MIN = 6;

/** What was typed, as it is looked for: cut between characters, without what a database cannot keep. */
export function asSearch(typed: string): string {
  return [...typed.replaceAll("\u0000", "")].slice(0, SEARCH_CHARACTERS_MAX).join("").trim();
}

/** Words of a text, those that were looked for marked. */
export type Marked = { text: string; found: boolean }[];

/** What the database puts around the words it found: characters that no text of ours keeps (private use). */
export const MARK_BEGIN = "\uE000";
export const MARK_END = "\uE001";

/** The parts of a text between the marks. Marks that do not pair are left out; what is marked stays text. */
export function asMarked(text: string): Marked {
  const parts: Marked = [];
  let found = false;
  for (const piece of text.split(/([\uE000\uE001])/)) {
    if (piece === MARK_BEGIN || piece === MARK_END) found = piece === MARK_BEGIN;
    else if (piece) parts.push({ text: piece, found });
  }
  return parts;
}

/** Of the same text marked in several ways, the one in which the most was found; the first of equals. */
export function mostFound(candidates: Marked[]): Marked {
  const count = (marked: Marked) => marked.filter((part) => part.found).length;
  return candidates.reduce((best, next) => (count(next) > count(best) ? next : best), candidates[0] ?? []);
}

/**
 * A query of words (as Postgres writes a tsquery) that also finds longer words with the same beginning. What is not
 * wanted (after "!") and what is shorter than three characters stays as it is.
 */
export function withBeginnings(tsquery: string): string {
  return tsquery.replace(/(!?)'((?:[^']|'')*)'/g, (whole, not: string, word: string) =>
    not || [...word].length < BEGINNING_CHARACTERS_MIN ? whole : `'${withoutChangingEnd(word)}':*`,
  );
}

/** Finnish stems that the stemmer leaves apart: avustus and avustuks(en), vapaus and vapaud(en). */
function withoutChangingEnd(stem: string): string {
  return stem.length < CHANGING_END_CHARACTERS_MIN ? stem : stem.replace(/(ks|[sd])$/, "");
}

/**
 * What is looked for inside longer words too: the Finnish stem of a single word, from five characters on. Compounds
 * end in what people look for ("järjestö" in "eläkeläisjärjestöt"), and stems know only their beginnings.
 */
export function insideWords(finnishQuery: string): string | null {
  const stem = /^'([^']+)'$/.exec(finnishQuery)?.[1] ?? "";
  return [...stem].length < INSIDE_CHARACTERS_MIN ? null : withoutChangingEnd(stem).toLowerCase();
}

/** The text with every place marked where these letters stand. */
export function markedInside(text: string, inside: string): Marked {
  const lower = text.toLowerCase();
  // Letters that change their length with their case would move the marks.
  if (lower.length !== text.length) return [{ text, found: false }];
  const parts: Marked = [];
  let from = 0;
  for (let at = lower.indexOf(inside); at >= 0; at = lower.indexOf(inside, from)) {
    if (at > from) parts.push({ text: text.slice(from, at), found: false });
    from = at + inside.length;
    parts.push({ text: text.slice(at, from), found: true });
  }
  if (from < text.length) parts.push({ text: text.slice(from), found: false });
  return parts;
}
