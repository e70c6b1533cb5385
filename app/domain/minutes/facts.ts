/** Facts that people's polishing has altered (rule Y2): a derived sentence that no longer stands in the text word for word. Pure. */

export interface EditedFact {
  /** The sentence by the records. */
  derived: string;
  /** What in the text is most like it, or null where nothing is. */
  stands: string | null;
}

/** Of two words in three at least the same, a paragraph is told as what became of a sentence. */
const LIKENESS_MIN = 0.4;

/** Each derived sentence that is not in any paragraph of the text, with what stands there instead. White space does not count. */
export function editedFacts(derived: readonly string[], paragraphs: readonly string[]): EditedFact[] {
  const texts = paragraphs.map(oneSpace);
  const known = new Set(texts);
  return derived.flatMap((sentence) => {
    const words = oneSpace(sentence);
    if (!words || known.has(words) || texts.some((text) => text.includes(words))) return [];
    return [{ derived: sentence, stands: mostLike(words, texts) }];
  });
}

const oneSpace = (text: string) => text.replace(/\s+/g, " ").trim();
const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function mostLike(sentence: string, texts: readonly string[]): string | null {
  const wanted = wordsOf(sentence);
  let best: { text: string; likeness: number } | null = null;
  for (const text of texts) {
    const words = wordsOf(text);
    const shared = [...wanted].filter((word) => words.has(word)).length;
    const likeness = shared / Math.max(1, wanted.size + words.size - shared);
    if (likeness >= LIKENESS_MIN && likeness > (best?.likeness ?? 0)) best = { text, likeness };
  }
  return best?.text ?? null;
}
