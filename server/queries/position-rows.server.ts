/** Rows of positions as pages show them. */
import type { Kysely } from "kysely";
import type { PastPosition, PositionView } from "../../app/protocol/positions-data";
import type { Database } from "../../db/schema/tables";
import type { DraftSubjects, Subject } from "./draft-subjects.server";

/** Every position of the draft with its giver; nothing is run yet. */
function positionRows(db: Kysely<Database>, draftId: string) {
  return db
    .selectFrom("positions")
    .innerJoin("persons", "persons.id", "positions.given_by")
    .select(["positions.id", "positions.n", "positions.category_id as categoryId"])
    .select(["positions.party_id as partyId", "positions.value", "positions.reason"])
    .select("positions.content_hash as contentHash")
    .select(["positions.organ", "positions.section", "positions.organ_date as organDate"])
    .select(["positions.told_by as toldBy", "positions.told_at as toldAt"])
    .select(["positions.given_by as giverId", "persons.name as givenBy", "positions.given_at as givenAt"])
    .select("positions.is_example as isExample")
    .where("positions.draft_id", "=", draftId);
}
export type PositionRow = Awaited<ReturnType<ReturnType<typeof positionRows>["execute"]>>[number];

/** With the text that it was given on: long where there are many. */
export type PositionRowWithText = PositionRow & { content: string };

/** The latest row of each party on each subject, those that take a position back included (rule P1): one statement. */
export async function latestPositions(db: Kysely<Database>, draftId: string): Promise<PositionRow[]> {
  return latestOf(positionRows(db, draftId)).execute();
}

/** The same of one party, with texts. */
export async function latestOfParty(
  db: Kysely<Database>,
  draftId: string,
  partyId: string,
): Promise<PositionRowWithText[]> {
  const rows = positionRows(db, draftId).where("positions.party_id", "=", partyId);
  return latestOf(rows).select("positions.content").execute();
}

function latestOf(rows: ReturnType<typeof positionRows>) {
  return rows
    .distinctOn(["positions.category_id", "positions.party_id"])
    .orderBy("positions.category_id")
    .orderBy("positions.party_id")
    .orderBy("positions.n", "desc");
}

/** One row of the draft, current or not. */
export async function positionById(
  db: Kysely<Database>,
  draftId: string,
  id: string,
): Promise<PositionRowWithText | undefined> {
  return positionRows(db, draftId)
    .select("positions.content")
    .where("positions.id", "=", id)
    .executeTakeFirst();
}

/** Every row on one subject with texts, the newest first. */
export async function positionsOn(
  db: Kysely<Database>,
  draftId: string,
  subject: Subject,
): Promise<PositionRowWithText[]> {
  return positionRows(db, draftId)
    .select("positions.content")
    .where("positions.category_id", subject === null ? "is" : "=", subject)
    .orderBy("positions.n", "desc")
    .execute();
}

/** The row as pages show it, against the present text's hash; null when there is no such text any more. */
export function pastView(row: PositionRow, present: string | null): PastPosition {
  return {
    id: row.id,
    value: row.value,
    reason: row.reason,
    stale: row.contentHash !== present,
    preliminary: row.organ === null,
    organ: row.organ,
    section: row.section,
    organDate: row.organDate,
    told: row.toldBy === null ? null : { by: row.toldBy, at: row.toldAt!.toISOString() },
    givenBy: row.givenBy,
    givenAt: row.givenAt.toISOString(),
    isExample: row.isExample,
  };
}

/** The same for a current position; null where the party took it back. */
export function positionView(row: PositionRow, present: string | null): PositionView | null {
  const { value, ...view } = pastView(row, present);
  return value && { ...view, value };
}

/** Current positions of the parties: by subject (empty for the draft as a whole), then by party slug. */
export function cellsOf(
  rows: PositionRow[],
  parties: { id: string; slug: string }[],
  { text }: DraftSubjects,
): (subject: Subject) => Record<string, PositionView> {
  const slugs = new Map(parties.map(({ id, slug }) => [id, slug]));
  const cells = new Map<Subject, Record<string, PositionView>>();
  for (const row of rows) {
    const slug = slugs.get(row.partyId);
    const view = slug !== undefined && positionView(row, text(row.categoryId)?.hash ?? null);
    if (!view) continue;
    const of = cells.get(row.categoryId) ?? {};
    of[slug] = view;
    cells.set(row.categoryId, of);
  }
  return (subject) => cells.get(subject) ?? {};
}
