/** One category's history, by the server's word: change events derived from the log, and wishes. */
import type { HistoryLine } from "../../app/protocol/history-line";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { readableDraft } from "./readable-draft.server";

/** The newest lines of a history that one answer holds. */
export const HISTORY_LINES_MAX = 200;

/** Newest first, at most HISTORY_LINES_MAX. 404 for a draft the viewer may not read; empty for an unknown category. */
export async function categoryHistory(
  services: Services,
  viewer: Viewer,
  slug: string,
  categoryId: string,
): Promise<HistoryLine[]> {
  const { draft } = await readableDraft(services, viewer, slug);
  const { db } = services;
  const [events, remarks] = await Promise.all([
    db
      .selectFrom("change_events as e")
      .innerJoin("persons", "persons.id", "e.person_id")
      .select([
        "e.id",
        "e.field",
        "e.before",
        "e.after",
        "e.started_at as startedAt",
        "e.ended_at as endedAt",
        "e.person_id as personId",
        "persons.name",
      ])
      .where("e.document_id", "=", draft.documentId)
      .where("e.category_id", "=", categoryId)
      .orderBy("e.last_seq", "desc")
      .limit(HISTORY_LINES_MAX)
      .execute(),
    db
      .selectFrom("change_remarks as r")
      .innerJoin("persons", "persons.id", "r.author_id")
      .select(["r.id", "r.wish", "r.created_at as createdAt", "r.author_id as personId", "persons.name"])
      .select("r.suggestion_id as suggestionId")
      .where("r.document_id", "=", draft.documentId)
      .where("r.category_id", "=", categoryId)
      .orderBy("r.created_at", "desc")
      .limit(HISTORY_LINES_MAX)
      .execute(),
  ]);
  const persons = [...new Set([...events, ...remarks].map(({ personId }) => personId))];
  const parties = await partiesOf(services, draft.tableId, persons);
  const lines: HistoryLine[] = [
    ...events.map((e) => ({
      id: e.id,
      person: e.name,
      party: parties.get(e.personId) ?? null,
      startedAt: e.startedAt.toISOString(),
      endedAt: e.endedAt.toISOString(),
      change: { kind: "field" as const, field: e.field, before: e.before, after: e.after },
    })),
    ...remarks.map((r) => ({
      id: r.id,
      person: r.name,
      party: parties.get(r.personId) ?? null,
      startedAt: r.createdAt.toISOString(),
      endedAt: r.createdAt.toISOString(),
      change: {
        ...{ kind: "wish" as const, wish: r.wish },
        ...(r.suggestionId && { suggestionId: r.suggestionId }),
      },
    })),
  ];
  return lines.sort((a, b) => b.endedAt.localeCompare(a.endedAt)).slice(0, HISTORY_LINES_MAX);
}

async function partiesOf(
  { db }: Services,
  tableId: string,
  personIds: string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("memberships")
    .innerJoin("parties", "parties.id", "memberships.party_id")
    .select(["memberships.person_id as personId", "parties.short_name as party"])
    .where("memberships.table_id", "=", tableId)
    .where("memberships.person_id", "in", personIds)
    .orderBy("memberships.starts_at")
    .execute();
  return new Map(rows.map(({ personId, party }) => [personId, party]));
}
