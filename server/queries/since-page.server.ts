/** What others changed in a draft after a log position: by category, the newest change first. */
import type { Localized } from "../../app/domain/languages";
import type { HistoryLine } from "../../app/protocol/history-line";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { type DraftFrame, draftFrame } from "./draft-frame.server";
import { liveContent } from "./live-content.server";
import { readableDraft } from "./readable-draft.server";

/** Changes of one page. */
export const SINCE_LINES_MAX = 300;

export interface SincePage {
  frame: DraftFrame;
  groups: { categoryId: string; label: Localized | null; lines: HistoryLine[] }[];
  count: number;
  isCut: boolean;
}

/** 404 for a draft that the viewer may not read. */
export async function sincePage(
  services: Services,
  viewer: Viewer,
  slug: string,
  seq: number,
): Promise<SincePage> {
  const { draft, actor } = await readableDraft(services, viewer, slug);
  const { content, split } = await liveContent(services, draft);
  const rows = await services.db
    .selectFrom("change_events as e")
    .innerJoin("persons", "persons.id", "e.person_id")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("memberships as m")
          .innerJoin("parties", "parties.id", "m.party_id")
          .select("parties.short_name as party")
          .where("m.table_id", "=", draft.tableId)
          .whereRef("m.person_id", "=", "e.person_id")
          .orderBy("m.starts_at", "desc")
          .limit(1)
          .as("seat"),
      (join) => join.onTrue(),
    )
    .select(["e.id", "e.category_id", "e.field", "e.before", "e.after", "e.started_at", "e.ended_at"])
    .select(["persons.name", "seat.party"])
    .where("e.document_id", "=", draft.documentId)
    .where("e.last_seq", ">", seq)
    .where("e.person_id", "!=", viewer.personId)
    .orderBy("e.last_seq", "desc")
    .limit(SINCE_LINES_MAX + 1)
    .execute();
  const groups = new Map<string, HistoryLine[]>();
  for (const row of rows.slice(0, SINCE_LINES_MAX))
    groups.set(row.category_id, [
      ...(groups.get(row.category_id) ?? []),
      {
        id: row.id,
        person: row.name,
        party: row.party,
        startedAt: row.started_at.toISOString(),
        endedAt: row.ended_at.toISOString(),
        change: { kind: "field", field: row.field, before: row.before, after: row.after },
      },
    ]);
  return {
    frame: await draftFrame(services, draft, actor, content),
    groups: [...groups].map(([categoryId, lines]) => ({
      categoryId,
      label: split.categories.find(({ id }) => id === categoryId)?.label ?? null,
      lines,
    })),
    count: Math.min(rows.length, SINCE_LINES_MAX),
    isCut: rows.length > SINCE_LINES_MAX,
  };
}
