/** What is found inside living texts. */
import { sql } from "kysely";
import { inLanguage } from "../../app/domain/languages";
import { asMarked, FINDS_PER_KIND_MAX } from "../../app/domain/search";
import { type Finds, firstOf, type TextFind, type Where } from "./search-page.server";
import { isFound, markedIn, rankOf } from "./search-words.server";

/** The best first, each with the words around what was found. */
export async function findTexts({ services, tableIds, words, language }: Where): Promise<Finds<TextFind>> {
  const ranked = services.db
    .selectFrom("draft_texts as dt")
    .innerJoin("drafts", "drafts.document_id", "dt.document_id")
    .innerJoin("tables", "tables.id", "drafts.table_id")
    .select(["drafts.slug", "drafts.title", "drafts.state", "tables.name as table", "dt.text"])
    .select(rankOf(sql.ref("dt.words"), words).as("rank"))
    .where("drafts.table_id", "=", (is) => is.fn.any(is.val(tableIds)))
    .where(isFound(sql.ref("dt.words"), words))
    .orderBy("rank", "desc")
    .orderBy("drafts.slug")
    .limit(FINDS_PER_KIND_MAX + 1);
  // Marked after the limit: it reads the whole text.
  const rows = await services.db
    .selectFrom(ranked.as("ranked"))
    .select(["slug", "title", "state", "table"])
    .select(markedIn("fi", sql.ref("text"), words, "excerpt").as("excerpt"))
    .orderBy("rank", "desc")
    .orderBy("slug")
    .execute();
  return firstOf(rows, (row) => ({
    slug: row.slug,
    title: inLanguage(row.title, language),
    table: inLanguage(row.table, language),
    state: row.state,
    excerpt: asMarked(row.excerpt),
  }));
}
