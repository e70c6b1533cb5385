/** Seeded randomness: what a run did can be done again with its seed. */

/** mulberry32: numbers from 0 up to 1, small and good enough to shuffle faults. */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** FAULT_SEED, or a new one. */
export const FAULT_SEED = process.env.FAULT_SEED
  ? Number(process.env.FAULT_SEED)
  : Math.floor(Math.random() * 2 ** 31);

/** The full set (FAULTS=full, `npm run faults`) repeats more, and keeps faults for longer. */
export const FULL = process.env.FAULTS === "full";

/** So many in the quick set, so many in the full one. */
export const scaled = (quick: number, full: number): number => (FULL ? full : quick);
