/** Limits of one paste or drop. What is larger is refused before it is looked at; the clipboard keeps it. */

/** Characters of words: some sixty pages. More is brought in as a file. */
export const PASTE_CHARACTERS_MAX = 200_000;
/** Characters of markup: Word writes ten times the words. */
export const PASTE_MARKUP_MAX = 4_000_000;
/** Paragraphs, cells and runs of words: what one update can carry beside the words. */
export const PASTE_NODES_MAX = 4_000;
/** Cells of one pasted table side by side or one above the other. */
export const PASTE_SPAN_MAX = 100;
