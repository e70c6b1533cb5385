/** What somebody looks for, in everything that they may see and in nothing else. */
import { sql } from "kysely";
import { inLanguage, LANGUAGES, type Language, type Localized } from "../../app/domain/languages";
import type { DraftState } from "../../app/domain/policy";
import { asMarked, FINDS_PER_KIND_MAX, type Marked, markedInside, mostFound } from "../../app/domain/search";
import type { CategoryStatus } from "../../app/domain/split/split";
import { loadActor, mayDo } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { findComments, findStatements } from "./search-speech.server";
import { findTexts } from "./search-texts.server";
import { isFoundIn, markedIn, rankOf, type SearchWords, searchWords } from "./search-words.server";

/** Finds of one kind, the best first. */
export interface Finds<T> {
  finds: T[];
  /** There is more than a page shows. */
  more: boolean;
}
export interface DraftFind {
  slug: string;
  title: Marked;
  table: string;
  state: DraftState;
}
export interface CategoryFind {
  draftSlug: string;
  draft: string;
  categoryId: string;
  label: Marked;
  /** Of the rationale and the question; empty when nothing was found there. */
  excerpt: Marked;
  status: CategoryStatus;
}

export interface TextFind {
  slug: string;
  title: string;
  table: string;
  excerpt: Marked;
  state: DraftState;
}

/** What a search looks in. */
export interface Where {
  services: Services;
  /** Of the tables that the viewer may read. */
  tableIds: string[];
  words: SearchWords;
  language: Language;
}

/** `typed` comes from asSearch. `state` "nothingTyped" and "noWords" teach; "found" has five lists, any of them empty. */
export async function searchPage(services: Services, viewer: Viewer, typed: string, language: Language) {
  if (!typed) return { state: "nothingTyped" as const };
  const [words, tableIds] = await Promise.all([
    searchWords(services.db, typed),
    readableTables(services, viewer),
  ]);
  if (!words) return { state: "noWords" as const };
  const where = { services, tableIds, words, language };
  const [drafts, texts, categories, comments, statements] = await Promise.all([
    findDrafts(where),
    findTexts(where),
    findCategories(where),
    findComments(where),
    findStatements(where),
  ]);
  return { state: "found" as const, drafts, texts, categories, comments, statements };
}

async function readableTables(services: Services, { personId }: Viewer): Promise<string[]> {
  const actor = await loadActor(services, personId);
  const tables = await services.db
    .selectFrom("tables")
    .select(["id as tableId", "region_id as regionId"])
    .execute();
  return tables.filter((table) => mayDo(actor, "table.read", table)).map(({ tableId }) => tableId);
}

/** The reader's own language first: of equal finds it is the one that is shown. */
export const inOrder = (language: Language): Language[] => [
  language,
  ...LANGUAGES.filter((l) => l !== language),
];

/** The first finds of a list that was asked for one more. */
export const firstOf = <Row, T>(rows: Row[], find: (row: Row) => T): Finds<T> => ({
  finds: rows.slice(0, FINDS_PER_KIND_MAX).map(find),
  more: rows.length > FINDS_PER_KIND_MAX,
});

async function findDrafts({ services, tableIds, words, language }: Where): Promise<Finds<DraftFind>> {
  const of = (l: Language) => sql`title ->> ${sql.lit(l)}`;
  const titleWords = sql`to_tsvector('finnish', coalesce(${of("fi")}, '')) ||
    to_tsvector('swedish', coalesce(${of("sv")}, '')) || to_tsvector('english', coalesce(${of("en")}, ''))`;
  const rows = await services.db
    .selectFrom("drafts")
    .innerJoin("tables", "tables.id", "drafts.table_id")
    .select(["drafts.slug", "drafts.title", "drafts.state", "tables.name as table"])
    .select(LANGUAGES.map((l) => markedIn(l, of(l), words, "whole").as(l)))
    .where("drafts.table_id", "=", (is) => is.fn.any(is.val(tableIds)))
    .where(isFoundIn(titleWords, of("fi"), words))
    .orderBy(rankOf(titleWords, words), "desc")
    .orderBy("drafts.slug")
    .limit(FINDS_PER_KIND_MAX + 1)
    .execute();
  return firstOf(rows, (row) => ({
    slug: row.slug,
    title: chosen(row, language, row.title, words),
    table: inLanguage(row.table, language),
    state: row.state,
  }));
}

async function findCategories({ services, tableIds, words, language }: Where) {
  const order = inOrder(language);
  const ranked = services.db
    .selectFrom("category_texts as ct")
    .innerJoin("drafts", "drafts.document_id", "ct.document_id")
    .select(["ct.category_id as categoryId", "ct.label", "ct.rationale", "ct.question", "ct.status"])
    .select(["drafts.slug as draftSlug", "drafts.title as draft"])
    .select((e) => rankOf(e.ref("ct.words"), words).as("rank"))
    .where("drafts.table_id", "=", (is) => is.fn.any(is.val(tableIds)))
    .where((e) => isFoundIn(e.ref("ct.words"), sql`ct.label ->> 'fi'`, words))
    .orderBy("rank", "desc")
    .orderBy("ct.category_id")
    .orderBy("drafts.slug")
    .limit(FINDS_PER_KIND_MAX + 1);
  const body = (l: Language) =>
    l === "fi"
      ? sql`concat_ws(' · ', nullif(rationale ->> 'fi', ''), question)`
      : sql`rationale ->> ${sql.lit(l)}`;
  const rows = await services.db
    .selectFrom(ranked.as("ranked"))
    .select(["categoryId", "label", "status", "draftSlug", "draft"])
    .select(LANGUAGES.map((l) => markedIn(l, sql`label ->> ${sql.lit(l)}`, words, "whole").as(l)))
    .select(LANGUAGES.map((l) => markedIn(l, body(l), words, "excerpt").as(`body_${l}` as const)))
    .orderBy("rank", "desc")
    .orderBy("categoryId")
    .orderBy("draftSlug")
    .execute();
  return firstOf(rows, (row): CategoryFind => {
    const excerpt = mostFound(order.map((l) => asMarked(row[`body_${l}`])));
    return {
      draftSlug: row.draftSlug,
      draft: inLanguage(row.draft, language),
      categoryId: row.categoryId,
      label: chosen(row, language, row.label, words),
      excerpt: excerpt.some(({ found }) => found) ? excerpt : [],
      status: row.status as CategoryStatus,
    };
  });
}

/** A name in the language in which most was found; where nothing was, the Finnish one with what stands inside its words. */
function chosen(
  row: Record<Language, string>,
  language: Language,
  name: Localized,
  { inside }: SearchWords,
): Marked {
  const isMarked = (marked: Marked) => marked.some(({ found }) => found);
  const best = mostFound(inOrder(language).map((l) => asMarked(row[l])));
  if (isMarked(best)) return best;
  const within = inside ? markedInside(name.fi, inside) : [];
  return isMarked(within) ? within : [{ text: inLanguage(name, language), found: false }];
}
