/** Words that are looked for, as the database takes them, and texts with the found words marked. */
import { type Expression, type Kysely, type RawBuilder, sql } from "kysely";
import type { Language } from "../../app/domain/languages";
import { insideWords, MARK_BEGIN, MARK_END, withBeginnings } from "../../app/domain/search";
import type { Database } from "../../db/schema/tables";

/** How Postgres stems each language's words. */
export const STEMMERS: Record<Language, "finnish" | "swedish" | "english"> = {
  fi: "finnish",
  sv: "swedish",
  en: "english",
};

/** The same words twice, as text of a tsquery. */
export interface SearchWords {
  /** The words in any of their forms. */
  exact: string;
  /** Longer words with the same beginning too. */
  wide: string;
  /** Letters that are looked for inside longer words of names, or null. */
  inside: string | null;
}

/** What was typed as words in any of the three languages; null when nothing of it can be looked for. */
export async function searchWords(db: Kysely<Database>, typed: string): Promise<SearchWords | null> {
  // A dash would mean "without": stemmed in three languages it would leave out what was meant to be found.
  const words = typed.replace(/(^|\s)-+/g, " ");
  const { rows } = await sql<{ exact: string; size: number; finnish: string }>`
    select q::text as exact, numnode(q) as size, websearch_to_tsquery('finnish', ${words})::text as finnish from (
      select websearch_to_tsquery('finnish', ${words}) || websearch_to_tsquery('swedish', ${words})
        || websearch_to_tsquery('english', ${words}) as q) as queries`.execute(db);
  const [row] = rows;
  if (!row || row.size === 0) return null;
  return { exact: row.exact, wide: withBeginnings(row.exact), inside: insideWords(row.finnish) };
}

/** Whether these words (a tsvector) are among those looked for. */
export const isFound = (words: Expression<unknown>, { wide }: SearchWords): RawBuilder<boolean> =>
  sql<boolean>`(${words}) @@ ${wide}::tsquery`;

/** The same, or the letters stand inside a word of the name. */
export const isFoundIn = (
  words: Expression<unknown>,
  name: Expression<unknown>,
  looked: SearchWords,
): RawBuilder<boolean> =>
  looked.inside
    ? sql<boolean>`(${isFound(words, looked)} or strpos(lower(${name}), ${looked.inside}) > 0)`
    : isFound(words, looked);

/** How well: a word itself goes before one that only begins like it. */
export const rankOf = (words: Expression<unknown>, { exact, wide }: SearchWords): RawBuilder<number> =>
  sql<number>`2 * ts_rank(${words}, ${exact}::tsquery) + ts_rank(${words}, ${wide}::tsquery)`;

/** Words of a text of which nobody knows the language. The indexes of the migrations have this very expression. */
export const wordsOf = (text: Expression<unknown>): RawBuilder<unknown> =>
  sql`to_tsvector('finnish', ${text}) || to_tsvector('swedish', ${text})`;

/** Pieces of one excerpt, and words of a piece. */
const PIECES_MAX = 2;
const PIECE_WORDS_MAX = 24;
const EXCERPT = `MaxFragments=${PIECES_MAX}, MaxWords=${PIECE_WORDS_MAX}, MinWords=8, FragmentDelimiter=" … "`;
const WHOLE = "HighlightAll=true";

/** The text with the found words between private-use characters; those that somebody typed are taken out first. */
export function markedIn(
  language: Language,
  text: Expression<unknown>,
  { wide }: SearchWords,
  part: "excerpt" | "whole",
): RawBuilder<string> {
  const options = `StartSel=${MARK_BEGIN}, StopSel=${MARK_END}, ${part === "whole" ? WHOLE : EXCERPT}`;
  const clean = sql`translate(coalesce(${text}, ''), ${MARK_BEGIN + MARK_END}, '')`;
  return sql<string>`ts_headline(${sql.lit(STEMMERS[language])}::regconfig, ${clean}, ${wide}::tsquery, ${options})`;
}
