/** A sentence in three parts, the middle one being the word that tells what was done; never a word of what people wrote. */
export function markedVerb(
  sentence: string,
  verbs: readonly string[],
): { before: string; verb: string; after: string } {
  // What stands in quotation marks is people's own.
  const plain = sentence
    .replace(/[”“"][^”“"]*[”“"]/g, (quoted) => "\u0000".repeat(quoted.length))
    .toLowerCase();
  const found = verbs
    .map((verb) => ({ at: plain.indexOf(verb), length: verb.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.length - a.length)[0];
  if (!found) return { before: sentence, verb: "", after: "" };
  const end = found.at + found.length;
  return {
    before: sentence.slice(0, found.at),
    verb: sentence.slice(found.at, end),
    after: sentence.slice(end),
  };
}
