/**
 * Goal: long work lets everything else have its turn.
 * Method: count the turns that others get meanwhile.
 */
import { expect, it } from "vitest";
import { inSlices } from "./turns";

/** How many turns of the event loop others had while `work` ran. */
async function turnsDuring(work: Promise<void>): Promise<number> {
  let turns = 0;
  let working = true;
  const count = (): void => {
    turns += 1;
    if (working) setImmediate(count);
  };
  setImmediate(count);
  await work;
  working = false;
  return turns;
}
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

it("takes each step once and in order, 200 at most in a turn", async () => {
  const done: number[] = [];
  const slices: number[] = [];
  const turns = await turnsDuring(
    inSlices(
      numbers(1001),
      (n) => done.push(n),
      (slice) => {
        const before = done.length;
        slice();
        slices.push(done.length - before);
      },
    ),
  );
  expect(done).toEqual(numbers(1001));
  expect(Math.max(...slices)).toBeLessThanOrEqual(200);
  expect(turns).toBeGreaterThanOrEqual(5);
});

it("takes fewer steps in a turn when they are slow", async () => {
  const slow = () => {
    const end = performance.now() + 5;
    while (performance.now() < end);
  };
  expect(await turnsDuring(inSlices(numbers(10), slow))).toBeGreaterThanOrEqual(4);
});

it("ends with the error of a step, and with nothing to do at once", async () => {
  const work = inSlices(numbers(5), (n) => {
    if (n === 3) throw new Error("step 3");
  });
  await expect(work).rejects.toThrow("step 3");
  await inSlices([], () => undefined);
});
