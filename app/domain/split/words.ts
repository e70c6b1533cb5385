import { diffWordsWithSpace } from "diff";

/** A run of text in a word-by-word comparison. */
export interface TextSegment {
  text: string;
  kind: "same" | "added" | "removed";
}

/** The two texts word by word: what stayed, what was added, what was removed, in reading order. */
export function compareWords(before: string, after: string): TextSegment[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? "added" : removed ? "removed" : "same",
  }));
}

/** Two labels word by word, where a capital letter alone does not make a word another, unless that is all that changed. */
export function compareLabels(before: string, after: string): TextSegment[] {
  const [from, to] = [before.toLowerCase(), after.toLowerCase()];
  const isSafe = from.length === before.length && to.length === after.length;
  if (!isSafe || from === to) return compareWords(before, after);
  let read = 0;
  let cut = 0;
  return compareWords(from, to).map(({ text, kind }) => {
    const source =
      kind === "removed" ? before.slice(cut, cut + text.length) : after.slice(read, read + text.length);
    if (kind !== "removed") read += text.length;
    if (kind !== "added") cut += text.length;
    return { text: source, kind };
  });
}

/** A segment without the spaces around it: red lines go under words, not under the space beside them. */
export function apartFromSpace(segment: TextSegment): TextSegment[] {
  if (segment.kind === "same") return [segment];
  const [, before = "", text = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(segment.text) ?? [];
  // A space that was taken away is not shown at all.
  const space = (blank: string): TextSegment[] =>
    blank && segment.kind === "added" ? [{ text: blank, kind: "same" }] : [];
  return [...space(before), ...(text ? [{ text, kind: segment.kind }] : []), ...space(after)];
}
