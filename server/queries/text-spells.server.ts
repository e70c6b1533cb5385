/** How much others have edited texts since somebody saw them. A text has no change events: spells of editing are counted. */
import { type Kysely, sql } from "kysely";
import type { Localized } from "../../app/domain/languages";
import type { Database } from "../../db/schema/tables";

/** What one person does to a text within this time is one change. Seconds. */
export const SPELL_SECONDS = 600;

export interface EditedText {
  draftId: string;
  tableId: string;
  slug: string;
  title: Localized;
  sinceSeq: number;
  changes: number;
  last: Date;
}

/** Texts of the tables that the person has visited and that others have edited since. */
export async function textsEditedSinceVisit(
  db: Kysely<Database>,
  personId: string,
  of: { tableIds: string[] } | { draftId: string },
): Promise<EditedText[]> {
  let query = db
    .selectFrom("draft_visits as v")
    .innerJoin("drafts as d", "d.id", "v.draft_id")
    .innerJoin("document_updates as u", (on) =>
      on.onRef("u.document_id", "=", "d.document_id").onRef("u.seq", ">", "v.seq"),
    )
    .select(["d.id as draftId", "d.table_id as tableId", "d.slug", "d.title", "v.seq as sinceSeq"])
    .select((s) => s.fn.max("u.created_at").as("last"))
    .select(
      sql<number>`count(distinct (u.person_id, floor(extract(epoch from u.created_at) / ${SPELL_SECONDS})))`.as(
        "changes",
      ),
    )
    .where("v.person_id", "=", personId)
    .where("d.kind", "=", "text")
    .where("d.state", "!=", "archived")
    .where("u.person_id", "!=", personId)
    .groupBy(["d.id", "v.seq"]);
  query =
    "draftId" in of ? query.where("d.id", "=", of.draftId) : query.where("d.table_id", "in", of.tableIds);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, sinceSeq: Number(row.sinceSeq), changes: Number(row.changes) }));
}
