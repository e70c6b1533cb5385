import type { MentionChoice } from "../../protocol/discussion-data";

/** Choices shown at once. */
export const CHOICES_MAX = 8;
/** Characters after "@" that are looked at. */
const QUERY_CHARACTERS_MAX = 40;

/** Where the "@" of the mention being typed stands, and what follows it; null when none is being typed. */
export function mentionBefore(text: string, caret: number): { at: number; query: string } | null {
  const before = text.slice(Math.max(0, caret - QUERY_CHARACTERS_MAX - 1), caret);
  const match = /(?:^|[^\p{L}\p{N}_.@/])@([^\n@]*)$/u.exec(before);
  if (!match) return null;
  const query = match[1]!;
  return { at: caret - query.length - 1, query };
}

/** Names with a word that begins so, parties first; none once the whole name and a space stand there. */
export function choicesFor(choices: readonly MentionChoice[], query: string): MentionChoice[] {
  const wanted = query.toLowerCase();
  const begins = ({ name }: MentionChoice) => {
    const lower = name.toLowerCase();
    return (
      lower.startsWith(wanted) || lower.split(/[\s-]+/).some((word) => wanted && word.startsWith(wanted))
    );
  };
  return choices.filter(begins).slice(0, CHOICES_MAX);
}
