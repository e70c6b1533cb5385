/** Finds in what people said: comments by their latest words, and statements that were sent. */
import { sql } from "kysely";
import { inLanguage, type Language, type Localized } from "../../app/domain/languages";
import { asMarked, FINDS_PER_KIND_MAX, type Marked, mostFound } from "../../app/domain/search";
import { type Finds, firstOf, type Where } from "./search-page.server";
import { isFound, markedIn, rankOf, type SearchWords, wordsOf } from "./search-words.server";

export interface CommentFind {
  commentId: string;
  excerpt: Marked;
  author: string;
  party: string | null;
  at: string;
  isExample: boolean;
  /** What is talked about: a draft or one of its categories, or a statement round. */
  draftSlug: string | null;
  draft: string | null;
  category: string | null;
  roundSlug: string | null;
  round: string | null;
}
export interface StatementFind {
  roundSlug: string;
  round: string;
  partySlug: string;
  party: string;
  excerpt: Marked;
  at: string;
  isExample: boolean;
}

/** The languages in which words are said without anybody naming the language. */
const SPOKEN = ["fi", "sv"] as const;
const excerptOf = (row: Record<(typeof SPOKEN)[number], string>, language: Language): Marked =>
  mostFound([...SPOKEN].sort((l) => (l === language ? -1 : 1)).map((l) => asMarked(row[l])));

interface CommentRow extends Record<(typeof SPOKEN)[number], string> {
  commentId: string;
  author: string;
  party: string | null;
  at: Date;
  isExample: boolean;
  draftSlug: string | null;
  draft: Localized | null;
  category: Localized | null;
  roundSlug: string | null;
  round: string | null;
}

/** One find a thread: its best comment, by the words that stand there now. */
export async function findComments({
  services,
  tableIds,
  words,
  language,
}: Where): Promise<Finds<CommentFind>> {
  const body = sql.ref("body");
  const { rows } = await sql<CommentRow>`
    with candidates as (
      select id from comments where ${isFound(wordsOf(body), words)}
      union select comment_id from comment_edits where ${isFound(wordsOf(body), words)}
    ), latest as (
      select c.*, coalesce(e.body, c.body) as words from candidates
        join comments c on c.id = candidates.id
        left join lateral (select body from comment_edits where comment_id = c.id order by n desc limit 1) e on true
    ), found as (
      select distinct on (t.id) l.*, t.draft_id, t.category_id, t.subject_kind, t.subject_id, ${rankOf(wordsOf(sql.ref("l.words")), words)} as rank
        from latest l join threads t on t.id = l.thread_id
        where t.table_id = any(${tableIds}) and ${isFound(wordsOf(sql.ref("l.words")), words)}
        order by t.id, rank desc, l.n desc
    ), best as (
      select * from found order by rank desc, n desc limit ${FINDS_PER_KIND_MAX + 1}
    )
    select best.id as "commentId", persons.name as author, parties.short_name as party, best.created_at as at,
      best.is_example as "isExample", drafts.slug as "draftSlug", drafts.title as draft, ct.label as category,
      r.slug as "roundSlug", r.title as round, ${marked(sql.ref("best.words"), words)}
    from best
      join persons on persons.id = best.author_id
      left join parties on parties.id = best.party_id
      left join drafts on drafts.id = best.draft_id
      left join category_texts ct on ct.document_id = drafts.document_id and ct.category_id = best.category_id
      left join statement_rounds r on best.subject_kind = 'round' and r.id = best.subject_id
    order by best.rank desc, best.n desc`.execute(services.db);
  return firstOf(rows, (row) => ({
    ...{ commentId: row.commentId, author: row.author, party: row.party, isExample: row.isExample },
    ...{ draftSlug: row.draftSlug, roundSlug: row.roundSlug, round: row.round },
    excerpt: excerptOf(row, language),
    at: row.at.toISOString(),
    draft: row.draft && inLanguage(row.draft, language),
    category: row.category && inLanguage(row.category, language),
  }));
}

interface StatementRow extends Record<(typeof SPOKEN)[number], string> {
  roundSlug: string;
  round: string;
  partySlug: string;
  party: Localized;
  at: Date;
  isExample: boolean;
}

/** What was sent, and of several that one party sent, the one that counts now. A draft of a statement is no row here. */
export async function findStatements({
  services,
  tableIds,
  words,
  language,
}: Where): Promise<Finds<StatementFind>> {
  const parts = wordsOf(sql`(s.content::jsonb -> 'parts')`);
  const { rows } = await sql<StatementRow>`
    with best as (
      select s.*, r.slug as round_slug, r.title as round_title, ${rankOf(parts, words)} as rank
        from statements s join statement_rounds r on r.id = s.round_id
        where r.table_id = any(${tableIds}) and ${isFound(parts, words)}
          and not exists (select 1 from statements later
            where later.round_id = s.round_id and later.party_id = s.party_id and later.n > s.n)
        order by rank desc, s.n desc limit ${FINDS_PER_KIND_MAX + 1}
    )
    select round_slug as "roundSlug", round_title as round, parties.slug as "partySlug", parties.name as party,
      sent_at as at, is_example as "isExample", ${marked(sql.ref("said.words"), words)}
    from best join parties on parties.id = best.party_id
      cross join lateral (select string_agg(value, ' · ' order by key desc) as words
        from jsonb_each_text(best.content::jsonb -> 'parts')) said
    order by best.rank desc, best.n desc`.execute(services.db);
  return firstOf(rows, (row) => ({
    ...{ roundSlug: row.roundSlug, round: row.round, partySlug: row.partySlug, isExample: row.isExample },
    party: inLanguage(row.party, language),
    excerpt: excerptOf(row, language),
    at: row.at.toISOString(),
  }));
}

/** The text marked in each language that it may be said in. */
const marked = (text: ReturnType<typeof sql.ref>, words: SearchWords) =>
  sql.join(SPOKEN.map((l) => sql`${markedIn(l, text, words, "excerpt")} as ${sql.ref(l)}`));
