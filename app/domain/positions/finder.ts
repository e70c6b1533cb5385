/** The consensus finder: where a category stands among the parties (rules P6, P4). */
import type { PositionValue } from "./position";

/** Groups of the consensus finder, in the order in which they are asked for. */
export const FINDER_GROUPS = ["contested", "oneReservation", "missing", "ready"] as const;
export type FinderGroup = (typeof FINDER_GROUPS)[number];
/** Category ids by group, each category in one. */
export type Finder = Record<FinderGroup, string[]>;

/** A party's current position, as far as the finder and the counts look at it. */
export interface Stand {
  value: PositionValue;
  stale: boolean;
}

/** How many parties stand where. */
export type Counts = Partial<Record<PositionValue | "missing", number>>;

/** Counts of the parties' positions, one entry a party, absent where it has none; a stale one is missing. */
export function countsOf(stands: (Stand | undefined)[]): Counts {
  const counts: Counts = {};
  for (const stand of stands) {
    const key = stand && !stand.stale ? stand.value : "missing";
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/**
 * The group of one category (rule P6): the first that fits of contested, one reservation, answers missing, ready.
 * Where nobody is asked nobody has answered.
 */
export function finderGroup(stands: (Stand | undefined)[]): FinderGroup {
  const { object = 0, reservation = 0, missing = 0 } = countsOf(stands);
  if (object > 0 || reservation > 1) return "contested";
  if (reservation === 1) return "oneReservation";
  return missing > 0 || stands.length === 0 ? "missing" : "ready";
}

/** Sorts ids into groups, keeping their order within each. */
export function finderOf(groups: Iterable<readonly [id: string, group: FinderGroup]>): Finder {
  const finder: Finder = { contested: [], oneReservation: [], missing: [], ready: [] };
  for (const [id, group] of groups) finder[group].push(id);
  return finder;
}
