import type { Marked } from "../../domain/search";

/** A text with the found words marked. Whatever stands in it is text. */
export function MarkedText({ text }: { text: Marked }) {
  return text.map((part, n) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name than their place
    return part.found ? <mark key={n}>{part.text}</mark> : <span key={n}>{part.text}</span>;
  });
}
