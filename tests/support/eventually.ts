import { setTimeout as sleep } from "node:timers/promises";

/** Patience of a machine that is busy with other tests; one that passes waits no longer than it must. Milliseconds. */
const PATIENCE = 15_000;

/** Waits until the condition holds; throws with `what` when the patience ends. The answer is the milliseconds it took. */
export async function eventually(
  condition: () => boolean | Promise<boolean>,
  what: string,
  milliseconds = PATIENCE,
): Promise<number> {
  const began = performance.now();
  while (!(await condition())) {
    if (performance.now() - began > milliseconds) throw new Error(`not in ${milliseconds} ms: ${what}`);
    await sleep(5);
  }
  return performance.now() - began;
}
