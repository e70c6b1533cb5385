/** Where every party stands on every category: what the matrix, the finder, cards and proposals are made of. */
import type { Kysely } from "kysely";
import { type FinderGroup, finderGroup, finderOf } from "../../app/domain/positions/finder";
import { categoriesOn, SIDES, type Split } from "../../app/domain/split/split";
import type { Database } from "../../db/schema/tables";
import type { DraftSubjects, Subject } from "./draft-subjects.server";
import { partiesAt } from "./party-people.server";
import { cellsOf, latestPositions } from "./position-rows.server";

/** The categories on the board, lane by lane as they stand there. */
export function onBoard(split: Split) {
  return SIDES.flatMap((sides) => categoriesOn(split, sides));
}

/** Two statements, however many parties and categories there are. Every party at the table is asked (rule P6). */
export async function standing(
  db: Kysely<Database>,
  draft: { id: string; tableId: string },
  subjects: DraftSubjects,
) {
  const [parties, rows] = [await partiesAt(db, draft.tableId), await latestPositions(db, draft.id)];
  const cells = cellsOf(rows, parties, subjects);
  const categories = onBoard(subjects.split);
  const standsOn = (subject: Subject) => {
    const of = cells(subject);
    return parties.map(({ slug }) => of[slug]);
  };
  const groups = new Map<string, FinderGroup>(categories.map(({ id }) => [id, finderGroup(standsOn(id))]));
  const asked: Subject[] = subjects.asked === "whole" ? [null] : categories.map(({ id }) => id);
  return {
    parties,
    categories,
    subjects,
    asked,
    cells,
    standsOn,
    groupOf: (categoryId: string) => groups.get(categoryId)!,
    finder: finderOf(groups),
    wholeGroup: finderGroup(standsOn(null)),
    /** Parties with an answer to all they are asked that is not stale. */
    answered: parties.filter(({ slug }) =>
      asked.every((subject) => {
        const cell = cells(subject)[slug];
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
