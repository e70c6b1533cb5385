/** Two sequences side by side: what belongs together, in order. Bounded: the work grows with the length, not its square. */

export interface Pair {
  before: number | null;
  after: number | null;
}

export interface Items {
  /** Equal keys are equal items. */
  keys: string[];
}

/** Likeness of two items from 0 to 1; 0 is never a pair. */
export type Likeness = (before: number, after: number) => number;

/** Unlike items less alike than this are a removal and an addition. */
export const LIKENESS_MIN = 0.5;
/** In long gaps only items that stand about as far along are compared: so many places either way. */
const BAND = 24;

/** Pairs in reading order: removals of a place come before its additions. */
export function align(before: Items, after: Items, likeness: Likeness): Pair[] {
  const pairs: Pair[] = [];
  between(0, before.keys.length, 0, after.keys.length);
  return pairs;

  function between(from: number, to: number, start: number, end: number): void {
    while (from < to && start < end && before.keys[from] === after.keys[start])
      pairs.push({ before: from++, after: start++ });
    let same = 0;
    while (from < to - same && start < end - same && isSame(to - 1 - same, end - 1 - same)) same++;
    inside(from, to - same, start, end - same);
    for (let n = same; n > 0; n--) pairs.push({ before: to - n, after: end - n });
  }

  function isSame(one: number, other: number): boolean {
    return before.keys[one] === after.keys[other];
  }

  function inside(from: number, to: number, start: number, end: number): void {
    const anchors = from < to && start < end ? anchorsOf(from, to, start, end) : [];
    if (anchors.length === 0) {
      gap(from, to, start, end);
      return;
    }
    let [at, there] = [from, start];
    for (const [one, other] of anchors) {
      between(at, one, there, other);
      pairs.push({ before: one, after: other });
      [at, there] = [one + 1, other + 1];
    }
    between(at, to, there, end);
  }

  /** Items that occur once on each side, the longest run of them that keeps its order. */
  function anchorsOf(from: number, to: number, start: number, end: number): [number, number][] {
    const places = new Map<string, { before: number[]; after: number[] }>();
    const note = (key: string, side: "before" | "after", index: number) => {
      const known = places.get(key) ?? { before: [], after: [] };
      known[side].push(index);
      places.set(key, known);
    };
    for (let n = from; n < to; n++) note(before.keys[n]!, "before", n);
    for (let n = start; n < end; n++) note(after.keys[n]!, "after", n);
    const once = [...places.values()]
      .filter((place) => place.before.length === 1 && place.after.length === 1)
      .map((place): [number, number] => [place.before[0]!, place.after[0]!]);
    return rising(once.sort((a, b) => a[0] - b[0]));
  }

  /** No equal item is left that stands once: like ones are paired so that the likeness in all is greatest. */
  function gap(from: number, to: number, start: number, end: number): void {
    const [height, width] = [to - from, end - start];
    const loose = (one: number, other: number, until: number, last: number) => {
      for (let n = one; n < until; n++) pairs.push({ before: n, after: null });
      for (let n = other; n < last; n++) pairs.push({ before: null, after: n });
    };
    if (height === 0 || width === 0) {
      loose(from, start, to, end);
      return;
    }
    const slope = width / height;
    const reach = BAND + Math.ceil(slope);
    const columns = 2 * reach + 1;
    const first = (row: number) => Math.round(row * slope) - reach;
    // Best sums of likeness by row and column of the band.
    const best = new Float64Array((height + 1) * columns);
    const taken = new Uint8Array((height + 1) * columns);
    const at = (row: number, column: number) => {
      const place = column - first(row);
      return place < 0 || place >= columns ? -1 : row * columns + place;
    };
    const valueAt = (row: number, column: number) => {
      const index = at(row, column);
      return index < 0 ? 0 : best[index]!;
    };
    for (let row = 1; row <= height; row++)
      for (
        let column = Math.max(1, first(row));
        column <= Math.min(width, first(row) + columns - 1);
        column++
      ) {
        const index = at(row, column);
        const [one, other] = [from + row - 1, start + column - 1];
        const like = isSame(one, other) ? 1.5 : likeness(one, other);
        const paired = like >= LIKENESS_MIN ? valueAt(row - 1, column - 1) + like : -1;
        const [up, left] = [valueAt(row - 1, column), valueAt(row, column - 1)];
        best[index] = Math.max(paired, up, left);
        taken[index] = paired > up && paired > left ? 1 : up >= left ? 2 : 3;
      }
    const found: [number, number][] = [];
    let [row, column] = [height, width];
    while (row > 0 && column > 0) {
      const index = at(row, column);
      const way = index < 0 ? (column > first(row) ? 3 : 2) : taken[index];
      if (way === 1) found.push([from + --row, start + --column]);
      else if (way === 3) column--;
      else row--;
    }
    let [one, other] = [from, start];
    for (const [left, right] of found.reverse()) {
      loose(one, other, left, right);
      pairs.push({ before: left, after: right });
      [one, other] = [left + 1, right + 1];
    }
    loose(one, other, to, end);
  }
}

/** The longest part of the list whose second numbers rise. */
function rising(list: [number, number][]): [number, number][] {
  const ends: number[] = [];
  const earlier: number[] = [];
  for (const [index, [, value]] of list.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[ends[middle]!]![1] < value) low = middle + 1;
      else high = middle;
    }
    earlier[index] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = index;
  }
  const found: [number, number][] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = earlier[index]!) found.push(list[index]!);
  return found.reverse();
}
