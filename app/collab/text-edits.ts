/** Where a place in a text goes when the text changes under it. */

/** One change of a text: `remove` UTF-16 units at `at`, then `insert` there. */
export interface Splice {
  at: number;
  remove: number;
  insert: string;
}

/** A Y.Text delta as splices, each in the text as it is after the ones before it. */
export function splicesOf(
  delta: { retain?: number; delete?: number; insert?: string | object | unknown[] }[],
): Splice[] {
  const splices: Splice[] = [];
  let at = 0;
  for (const { retain = 0, delete: remove = 0, insert } of delta) {
    at += retain;
    const put = typeof insert === "string" ? insert : "";
    if (remove > 0 || put) splices.push({ at, remove, insert: put });
    at += put.length;
  }
  return splices;
}

/** The place after a splice. What is written exactly at the place goes after it, so that a caret stays before it. */
export function moveIndex(index: number, { at, remove, insert }: Splice): number {
  if (index <= at) return index;
  return Math.max(at, index - remove) + insert.length;
}

/** The one splice that makes `after` of `before`. */
export function spliceBetween(before: string, after: string): Splice {
  let at = 0;
  const shorter = Math.min(before.length, after.length);
  while (at < shorter && before[at] === after[at]) at++;
  let end = 0;
  while (end < shorter - at && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { at, remove: before.length - at - end, insert: after.slice(at, after.length - end) };
}

/** The text after a splice. */
export function applySplice(text: string, { at, remove, insert }: Splice): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}

/** What a field may hold: no control characters (a paste can bring them), and no more than the limit. */
export function cleanText(text: string, maxLength: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be stored
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "").slice(0, maxLength);
}
