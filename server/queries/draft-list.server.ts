import { countContent, type DraftCounts } from "../../app/domain/draft-content";
import type { DraftKind } from "../../app/domain/drafts";
import type { Localized } from "../../app/domain/languages";
import type { DraftState } from "../../app/domain/policy";
import type { Services } from "../services";
import { liveContent } from "./live-content.server";

/** A draft as lists show it. */
export interface DraftListItem {
  tableId: string;
  slug: string;
  kind: DraftKind;
  title: Localized;
  state: DraftState;
  /** Null when the live document cannot be read now, and for archived drafts. */
  counts: DraftCounts | null;
  lastVersion: { number: number; label: string; meetingDate: string | null } | null;
  /** ISO time of the last committed change. */
  changedAt: string;
}

/** The drafts of these tables, last changed first. The caller has authorized the reader for each table. */
export async function draftsOfTables(services: Services, tableIds: string[]): Promise<DraftListItem[]> {
  if (tableIds.length === 0) return [];
  const rows = await services.db
    .selectFrom("drafts")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("versions")
          .select(["number", "label", "meeting_date"])
          .whereRef("versions.draft_id", "=", "drafts.id")
          .orderBy("number", "desc")
          .limit(1)
          .as("version"),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("document_updates")
          .select("created_at as changed_at")
          .whereRef("document_updates.document_id", "=", "drafts.document_id")
          .orderBy("seq", "desc")
          .limit(1)
          .as("last"),
      (join) => join.onTrue(),
    )
    .select([
      "drafts.table_id",
      "drafts.slug",
      "drafts.kind",
      "drafts.title",
      "drafts.state",
      "drafts.document_id",
      "drafts.created_at",
      "version.number",
      "version.label",
      "version.meeting_date",
      "last.changed_at",
    ])
    .where("drafts.table_id", "in", tableIds)
    .execute();

  const items = await Promise.all(
    rows.map(async (row) => ({
      tableId: row.table_id,
      slug: row.slug,
      kind: row.kind,
      title: row.title,
      state: row.state,
      counts:
        row.state === "archived"
          ? null
          : await countsOf(services, { documentId: row.document_id, kind: row.kind }),
      lastVersion:
        row.number === null
          ? null
          : { number: row.number, label: row.label ?? "", meetingDate: row.meeting_date },
      changedAt: (row.changed_at ?? row.created_at).toISOString(),
    })),
  );
  const before = (a: DraftListItem, b: DraftListItem) =>
    a.changedAt === b.changedAt ? a.slug < b.slug : a.changedAt > b.changedAt;
  return items.sort((a, b) => (before(a, b) ? -1 : 1));
}

/** A list must not fall with one document that cannot be read: its own page tells what is wrong. */
async function countsOf(
  services: Services,
  draft: { documentId: string; kind: DraftKind },
): Promise<DraftListItem["counts"]> {
  try {
    return countContent((await liveContent(services, draft)).content);
  } catch (error) {
    services.log.warn(
      { err: error, documentId: draft.documentId },
      "a draft could not be counted for a list",
    );
    return null;
  }
}
