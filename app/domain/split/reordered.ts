import { categoriesOn, SIDES, type Split } from "./split";

/**
 * The fewest categories that must be taken from their place to get from one order to the other, lane by
 * lane: all but the longest run that kept its order. Of equally short answers, the one that blames those
 * whose order key changed, because they are what a person moved.
 */
export function reorderedIds(from: Split, to: Split): string[] {
  return SIDES.flatMap((sides) => {
    const places = new Map(
      categoriesOn(from, sides).map((category, place) => [category.id, { category, place }]),
    );
    const kept = categoriesOn(to, sides).flatMap((category) => {
      const was = places.get(category.id);
      return was
        ? [{ id: category.id, place: was.place, untouched: was.category.order === category.order }]
        : [];
    });
    const stayed = longestIncreasing(kept);
    return kept.filter(({ id }) => !stayed.has(id)).map(({ id }) => id);
  });
}

interface Place {
  id: string;
  place: number;
  untouched: boolean;
}

/** Longest increasing subsequence by place; ties go to the one with more untouched order keys. O(n²), n ≤ CATEGORIES_MAX. */
function longestIncreasing(items: Place[]): Set<string> {
  const best: { length: number; untouched: number; previous: number }[] = [];
  let last = -1;
  const better = (a: number, b: number) => {
    const [x, y] = [best[a], best[b]];
    if (!x || !y) return x !== undefined;
    return x.length > y.length || (x.length === y.length && x.untouched > y.untouched);
  };
  items.forEach((item, i) => {
    let previous = -1;
    for (let j = 0; j < i; j++) if ((items[j]?.place ?? 0) < item.place && better(j, previous)) previous = j;
    const chain = best[previous];
    best.push({
      length: (chain?.length ?? 0) + 1,
      untouched: (chain?.untouched ?? 0) + (item.untouched ? 1 : 0),
      previous,
    });
    if (better(i, last)) last = i;
  });
  const stayed = new Set<string>();
  for (let i = last; i >= 0; i = best[i]?.previous ?? -1) {
    const item = items[i];
    if (item) stayed.add(item.id);
  }
  return stayed;
}
