/** The register: stated decisions of the tables that the viewer may read, the latest first. */
import { sql } from "kysely";
import { type DecisionOutcome, OUTCOMES } from "../../app/domain/decisions/decision";
import type { Localized } from "../../app/domain/languages";
import { loadActor } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import type { OtherDecision } from "./decision-page.server";

/** Decisions on one page. */
export const REGISTER_PAGE_MAX = 25;
/** Decisions in one file. */
export const REGISTER_CSV_MAX = 5000;
export const SEARCH_CHARACTERS_MAX = 200;

export const REGISTER_STATES = [...OUTCOMES, "corrected"] as const;
export type RegisterState = (typeof REGISTER_STATES)[number];

/** As the address says it; empty for all. */
export interface RegisterChoice {
  table: string;
  region: string;
  year: string;
  state: string;
  q: string;
}
export interface RegisterLine {
  id: string;
  number: number;
  year: number;
  outcome: DecisionOutcome;
  text: string;
  statedAt: string;
  isExample: boolean;
  table: { slug: string; name: Localized };
  region: Localized;
  draft: { slug: string; title: Localized; version: number };
  meeting: { slug: string; number: number; year: number } | null;
  seal: string;
  corrects: OtherDecision | null;
  correctedBy: OtherDecision | null;
}
export interface RegisterPage {
  lines: RegisterLine[];
  count: number;
  page: number;
  pages: number;
  choice: RegisterChoice;
  /** What can be chosen: the viewer's tables, their regions, the years that have decisions. */
  tables: { slug: string; name: Localized; region: string }[];
  regions: { slug: string; name: Localized }[];
  years: number[];
}

/** The choice that an address holds. */
export function registerChoice(asked: URLSearchParams): RegisterChoice & { page: number } {
  const text = (name: string) =>
    (asked.get(name) ?? "").replaceAll("\u0000", "").trim().slice(0, SEARCH_CHARACTERS_MAX);
  const page = /^[1-9]\d{0,4}$/.test(text("page")) ? Number(text("page")) : 1;
  return {
    ...{ table: text("table"), region: text("region"), year: text("year"), state: text("state") },
    ...{ q: text("q"), page },
  };
}

/** A table or region that the viewer may not read is as one without decisions. */
export async function decisionRegister(
  services: Services,
  viewer: Viewer,
  { page: wanted, ...choice }: RegisterChoice & { page: number },
): Promise<RegisterPage> {
  const tables = await readableTables(services, viewer);
  const ids = tables.map(({ id }) => id);
  const found = chosen(services, ids, choice);
  const [{ count }, years] = await Promise.all([
    found.select((of) => of.fn.countAll<number>().as("count")).executeTakeFirstOrThrow(),
    yearsOf(services, ids),
  ]);
  const pages = Math.max(1, Math.ceil(Number(count) / REGISTER_PAGE_MAX));
  const page = Math.min(wanted, pages);
  return {
    lines: await linesOf(found, REGISTER_PAGE_MAX, (page - 1) * REGISTER_PAGE_MAX),
    ...{ count: Number(count), page, pages, choice, years },
    tables: tables.map(({ slug, name, regionSlug }) => ({ slug, name, region: regionSlug })),
    regions: [...new Map(tables.map((t) => [t.regionSlug, { slug: t.regionSlug, name: t.region }])).values()],
  };
}

/** The same for a file: at most REGISTER_CSV_MAX lines. */
export async function registerLines(
  services: Services,
  viewer: Viewer,
  choice: RegisterChoice,
): Promise<{ lines: RegisterLine[]; count: number }> {
  const ids = (await readableTables(services, viewer)).map(({ id }) => id);
  const found = chosen(services, ids, choice);
  const { count } = await found
    .select((of) => of.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return { lines: await linesOf(found, REGISTER_CSV_MAX, 0), count: Number(count) };
}

/** How many decisions a table has. */
export async function countDecisions({ db }: Pick<Services, "db">, tableId: string): Promise<number> {
  const { count } = await db
    .selectFrom("decisions")
    .select((of) => of.fn.countAll<number>().as("count"))
    .where("table_id", "=", tableId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function readableTables(services: Services, viewer: Viewer) {
  const actor = await loadActor(services, viewer.personId);
  const seats = actor.seats.map(({ tableId }) => tableId);
  return services.db
    .selectFrom("tables as t")
    .innerJoin("regions as r", "r.id", "t.region_id")
    .select(["t.id", "t.slug", "t.name", "r.slug as regionSlug", "r.name as region"])
    .$if(!actor.isAdministrator, (q) => q.where("t.id", "=", (is) => is.fn.any(is.val(seats))))
    .orderBy("r.slug")
    .orderBy("t.slug")
    .execute();
}

async function yearsOf({ db }: Services, tableIds: string[]): Promise<number[]> {
  const rows = await db
    .selectFrom("decisions")
    .select("year")
    .distinct()
    .where("table_id", "=", (is) => is.fn.any(is.val(tableIds)))
    .orderBy("year", "desc")
    .execute();
  return rows.map(({ year }) => year);
}

const escapeLike = (words: string) => words.replace(/[\\%_]/g, "\\$&");

/** The decisions of these tables that the choice leaves. Every word of the search must occur in the decision or its draft's title. */
function chosen({ db }: Services, tableIds: string[], { table, region, year, state, q }: RegisterChoice) {
  let found = db
    .selectFrom("decisions as d")
    .innerJoin("proposed_decisions as p", "p.id", "d.proposed_decision_id")
    .innerJoin("drafts", "drafts.id", "p.draft_id")
    .innerJoin("tables as t", "t.id", "d.table_id")
    .innerJoin("regions as r", "r.id", "t.region_id")
    .where("d.table_id", "=", (is) => is.fn.any(is.val(tableIds)));
  if (table) found = found.where("t.slug", "=", table);
  if (region) found = found.where("r.slug", "=", region);
  if (year) found = found.where(sql<string>`d.year::text`, "=", year);
  if (state === "corrected")
    found = found.where((w) =>
      w.exists(w.selectFrom("decisions as c").select("c.id").whereRef("c.corrects_id", "=", "d.id")),
    );
  else if (state) found = found.where(sql<string>`d.outcome`, "=", state);
  for (const word of q.split(/\s+/).filter(Boolean))
    found = found.where(
      sql<string>`concat_ws(' ', p.text, drafts.title->>'fi', drafts.title->>'sv', drafts.title->>'en')`,
      "ilike",
      `%${escapeLike(word)}%`,
    );
  return found;
}

async function linesOf(
  found: ReturnType<typeof chosen>,
  limit: number,
  offset: number,
): Promise<RegisterLine[]> {
  const rows = await found
    .innerJoin("versions as v", "v.id", "p.version_id")
    .innerJoin("seals", "seals.id", "d.seal_id")
    .leftJoin("meetings as m", "m.id", "p.meeting_id")
    .leftJoin("decisions as o", "o.id", "d.corrects_id")
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom("decisions")
          .select(["id", "number", "year"])
          .whereRef("corrects_id", "=", "d.id")
          .orderBy("n", "desc")
          .limit(1)
          .as("c"),
      (join) => join.onTrue(),
    )
    .select(["d.id", "d.number", "d.year", "d.outcome", "d.stated_at as statedAt", "p.text"])
    .select(["p.is_example as isExample", "t.slug as tableSlug", "t.name as tableName", "r.name as region"])
    .select(["drafts.slug as draftSlug", "drafts.title as draftTitle", "v.number as version"])
    .select(["m.slug as meetingSlug", "m.number as meetingNumber", "m.year as meetingYear"])
    .select(["seals.sha256 as seal", "o.id as correctsId", "o.number as correctsNumber"])
    .select(["o.year as correctsYear", "c.id as byId", "c.number as byNumber", "c.year as byYear"])
    .orderBy("d.stated_at", "desc")
    .orderBy("d.n", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, year: row.year, outcome: row.outcome, text: row.text },
    ...{ statedAt: row.statedAt.toISOString(), isExample: row.isExample, region: row.region, seal: row.seal },
    table: { slug: row.tableSlug, name: row.tableName },
    draft: { slug: row.draftSlug, title: row.draftTitle, version: row.version },
    meeting: row.meetingSlug
      ? { slug: row.meetingSlug, number: row.meetingNumber ?? 0, year: row.meetingYear ?? 0 }
      : null,
    corrects: row.correctsId
      ? { id: row.correctsId, number: `${row.correctsNumber}/${row.correctsYear}` }
      : null,
    correctedBy: row.byId ? { id: row.byId, number: `${row.byNumber}/${row.byYear}` } : null,
  }));
}
