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
