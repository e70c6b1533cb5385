/**
 * Finds mentions in a comment's text: "@" and a name. Plain text is the only truth of them; the picker only
 * writes it. The longest known name counts, upper and lower case are the same, and a name ends where a word does.
 */

/** Somebody or some party that a mention may name, with every name it goes by. */
export interface Mentionable {
  kind: "person" | "party";
  id: string;
  /** Short name, whole name, genitive … */
  names: string[];
}

/** One mention in a text. */
export interface Mention {
  /** Index of the "@" in the text, and the index after the name. */
  start: number;
  end: number;
  /** The name as it was written, without the "@". */
  name: string;
  /** Whom it names: several when they share a name, none when nobody here is called so. */
  targets: Mentionable[];
}

/** A word's characters: a name goes on over them, and "@" after one is an address and not a mention. */
const WORD = /[\p{L}\p{N}_]/u;
/** A name that nobody here has: up to where its word ends. */
const WRITTEN_NAME = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?/u;

/** Every mention of the text in order. Names that are not known come with no targets. */
export function findMentions(text: string, known: readonly Mentionable[]): Mention[] {
  const byName = namesOf(known);
  const found: Mention[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    if (at > 0 && /[\p{L}\p{N}_.@/]/u.test(text[at - 1]!)) continue;
    const rest = text.slice(at + 1);
    const match = byName.find(([name]) => startsWithName(rest, name));
    const length = match ? match[0].length : (WRITTEN_NAME.exec(rest)?.[0].length ?? 0);
    if (length === 0) continue;
    const end = at + 1 + length;
    found.push({ start: at, end, name: text.slice(at + 1, end), targets: match?.[1] ?? [] });
    at = end - 1;
  }
  return found;
}

/** Names with whom they mean, the longest first. */
function namesOf(known: readonly Mentionable[]): [string, Mentionable[]][] {
  const byName = new Map<string, Mentionable[]>();
  for (const one of known)
    for (const name of new Set(one.names.map((n) => n.trim().toLowerCase())))
      if (name) byName.set(name, [...(byName.get(name) ?? []), one]);
  return [...byName].sort(([a], [b]) => b.length - a.length);
}

function startsWithName(text: string, lowerName: string): boolean {
  const written = text.slice(0, lowerName.length);
  if (written.toLowerCase() !== lowerName) return false;
  const next = text[lowerName.length];
  return next === undefined || !WORD.test(next);
}
