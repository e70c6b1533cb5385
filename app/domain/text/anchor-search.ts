/** Finding a quote among the words of a text. Spaces and line breaks do not count: splitting or joining paragraphs changes no words. */

/** A text without its spaces, and where each of its characters stands in the text. */
export interface Searchable {
  text: string;
  bare: string;
  /** Index in `text` of each character of `bare`. */
  at: Uint32Array;
}

/** A place where the quote stands. */
export interface FoundQuote {
  from: number;
  to: number;
  /** Characters, spaces left out, that the text shares with the context on each side, nearest first. */
  before: number;
  after: number;
  /** Whether the nearest word, or the edge of a block, is the same on each side. */
  nextTo: { before: boolean; after: boolean };
}

export function searchable(text: string): Searchable {
  const at = new Uint32Array(text.length);
  let count = 0;
  const words: string[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    words.push(word);
    for (let n = 0; n < word.length; n++) at[count++] = index + n;
  }
  return { text, bare: words.join(""), at: at.subarray(0, count) };
}

/** Characters beside a quote in which its nearest word is looked for. */
const NEAR = 64;

const bareOf = (text: string) => text.replace(/\s+/g, "");

/** Every place of the quote, in order, with how far the context agrees. */
export function findQuote(
  { text, bare, at }: Searchable,
  { quote, before, after }: { quote: string; before: string; after: string },
): FoundQuote[] {
  const wanted = bareOf(quote);
  if (!wanted) return [];
  const [bareBefore, bareAfter] = [bareOf(before), bareOf(after)];
  const found: FoundQuote[] = [];
  for (let start = bare.indexOf(wanted); start >= 0; start = bare.indexOf(wanted, start + 1)) {
    const end = start + wanted.length;
    const [from, to] = [at[start]!, at[end - 1]! + 1];
    found.push({
      ...{ from, to },
      before: shared(bareBefore.length, (n) => bareBefore.at(-1 - n) === bare[start - 1 - n]),
      after: shared(bareAfter.length, (n) => bareAfter[n] === bare[end + n]),
      nextTo: {
        before: wordBefore(before) === wordBefore(text.slice(Math.max(0, from - NEAR), from)),
        after: wordAfter(after) === wordAfter(text.slice(to, to + NEAR)),
      },
    });
  }
  return found;
}

function shared(most: number, isSame: (n: number) => boolean): number {
  let count = 0;
  while (count < most && isSame(count)) count++;
  return count;
}

/** The last word, or a line break where a block begins. */
const wordBefore = (text: string) => /\S+[^\S\n]*$/.exec(text)?.[0].trim() ?? "\n";
const wordAfter = (text: string) => /^[^\S\n]*\S+/.exec(text)?.[0].trim() ?? "\n";

/** What stands beside a passage, at most `max` characters, never half a character. */
export function contextOf(
  text: string,
  { from, to }: { from: number; to: number },
  max: number,
): { before: string; after: string } {
  const whole = (piece: string) => piece.replace(/^\p{Surrogate}|\p{Surrogate}$/gu, "");
  return { before: whole(text.slice(Math.max(0, from - max), from)), after: whole(text.slice(to, to + max)) };
}
