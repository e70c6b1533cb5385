/**
 * Goal: the simulation can fail: an engine or a browser that breaks a promise is caught, and by its name.
 * Method: the same runs with one thing broken on purpose; and without, as the measure.
 */
import { describe, expect, it } from "vitest";
import { promisesOf } from "../support/checker";
import { SABOTAGES, writeAsAnother } from "./sabotage";
import { run } from "./world";

/** Not every run gives a broken engine the occasion. */
const SEEDS = Array.from({ length: 12 }, (_, n) => 4_000 + n);

describe("the simulation", () => {
  it("finds nothing in the engine as it is", async () => {
    for (const seed of SEEDS) expect((await run(seed)).broken).toEqual([]);
  });

  it("finds nothing when a browser writes with another person's client id and is refused", async () => {
    for (const seed of SEEDS.slice(0, 4))
      expect((await run(seed, { during: writeAsAnother })).broken).toEqual([]);
  });

  it("is the same for the same seed", async () => {
    const [once, again] = [await run(7, { loud: true }), await run(7, { loud: true })];
    expect(once.trace.length).toBeGreaterThan(50);
    expect(again.trace).toEqual(once.trace);
  });

  it.each(SABOTAGES)("catches one that $name", async ({ sabotage, breaks }) => {
    const found = new Set<string>();
    for (const seed of SEEDS) {
      for (const promise of promisesOf((await run(seed, sabotage)).broken)) found.add(promise);
      if (breaks.some((promise) => found.has(promise))) break;
    }
    expect([...found].filter((promise) => breaks.some((name) => name === promise))).not.toEqual([]);
  });
});
