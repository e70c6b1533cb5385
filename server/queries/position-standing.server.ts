/** Where every party stands on every category: what the matrix, the finder, cards and proposals are made of. */
import type { Kysely } from "kysely";
import { type FinderGroup, finderGroup, finderOf } from "../../app/domain/positions/finder";
import { categoriesOn, SIDES, type Split } from "../../app/domain/split/split";
import type { Database } from "../../db/schema/tables";
import { partiesAt } from "./party-people.server";
import { cellsOf, latestPositions } from "./position-rows.server";

/** The categories on the board, lane by lane as they stand there. */
export function onBoard(split: Split) {
  return SIDES.flatMap((sides) => categoriesOn(split, sides));
}

/** Two statements, however many parties and categories there are. Every party at the table is asked (rule P6). */
export async function standing(db: Kysely<Database>, draft: { id: string; tableId: string }, split: Split) {
  const [parties, rows] = [await partiesAt(db, draft.tableId), await latestPositions(db, draft.id)];
  const cells = cellsOf(rows, parties, split);
  const categories = onBoard(split);
  const standsOn = (categoryId: string) => {
    const of = cells(categoryId);
    return parties.map(({ slug }) => of[slug]);
  };
  const groups = new Map<string, FinderGroup>(categories.map(({ id }) => [id, finderGroup(standsOn(id))]));
  return {
    parties,
    categories,
    cells,
    standsOn,
    groupOf: (categoryId: string) => groups.get(categoryId)!,
    finder: finderOf(groups),
    /** Parties with an answer to every category that is not stale. */
    answered: parties.filter(({ slug }) =>
      categories.every(({ id }) => {
        const cell = cells(id)[slug];
        return cell && !cell.stale;
      }),
    ).length,
  };
}
export type Standing = Awaited<ReturnType<typeof standing>>;

/** The latest request for positions with how many have answered, or null. */
export async function latestRequest(db: Kysely<Database>, draftId: string, { parties, answered }: Standing) {
  const row = await db
    .selectFrom("position_requests")
    .select(["due_on as dueOn", "message"])
    .where("draft_id", "=", draftId)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, answered, asked: parties.length } : null;
}
