/** Counts of positions on the board's cards. */
import { countsOf } from "../../app/domain/positions/finder";
import type { Split } from "../../app/domain/split/split";
import type { PositionCounts } from "../../app/protocol/positions-data";
import type { Services } from "../services";
import { subjectsOfSplit } from "./draft-subjects.server";
import { latestRequest, standing } from "./position-standing.server";

/**
 * By category on the board, of all parties at the table; null before anybody was asked or gave a position. For a draft that
 * the viewer may read.
 */
export async function positionCounts(
  { db }: Pick<Services, "db">,
  draft: { id: string; tableId: string },
  split: Split,
): Promise<Record<string, PositionCounts> | null> {
  const now = await standing(db, draft, subjectsOfSplit(split));
  const counts = Object.fromEntries(now.categories.map(({ id }) => [id, countsOf(now.standsOn(id))]));
  const isAnyGiven = now.categories.some(({ id }) => now.standsOn(id).some(Boolean));
  return isAnyGiven || (await latestRequest(db, draft.id, now)) ? counts : null;
}
