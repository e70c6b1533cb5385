/** Long work in slices, so that people's edits never wait for it. */

/** No slice is longer than this, when its steps are short. Milliseconds. */
const SLICE_MILLISECONDS = 8;
/** Steps of one slice at most. */
const SLICE_STEPS = 200;

/** Lets the event loop turn once: what has come meanwhile is done first. */
export const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Calls `step` for each, in order, with a turn of the event loop after every slice. `around` runs a slice, for what
 * is cheaper done together. Throws what `step` throws.
 */
export async function inSlices<T>(
  all: readonly T[],
  step: (one: T) => void,
  around: (slice: () => void) => void = (slice) => slice(),
): Promise<void> {
  for (let n = 0; n < all.length; ) {
    const end = Math.min(n + SLICE_STEPS, all.length);
    const until = performance.now() + SLICE_MILLISECONDS;
    around(() => {
      do step(all[n++]!);
      while (n < end && performance.now() < until);
    });
    await nextTurn();
  }
}
