/** What one text says that another does not. */

/**
 * The lines of `copy` that `live` lacks, in their order. A line that stands in the copy more often than in the live
 * text is missing as many times as it lacks; space at the ends and empty lines say nothing.
 */
export function missingLines(live: readonly string[], copy: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of live) left.set(line.trim(), (left.get(line.trim()) ?? 0) + 1);
  return copy.filter((line) => {
    const words = line.trim();
    const count = left.get(words) ?? 0;
    if (count > 0) left.set(words, count - 1);
    return words !== "" && count === 0;
  });
}
