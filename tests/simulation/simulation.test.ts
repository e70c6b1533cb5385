/**
 * Goal: whatever happens to servers, disk and network, nothing acknowledged is lost, nothing is there twice, nobody
 * is told what is not in the log, and all converge (I1, I2, I6, I7, I8, I9).
 * Method: the real engine and the real provider in virtual time on a simulated disk and network; each seed is a run
 * of its own, and the same seed is the same run. `SIM_SEED=<seed>` runs one and tells what happened in it;
 * `SIM_SEEDS=<count>` runs so many.
 */
import { expect, it } from "vitest";
import { FAULT_SEED, scaled } from "../support/checker-seeds";
import { run } from "./world";

const ONE = process.env.SIM_SEED;
/** Seeds that found something once: run every time. */
const FOUND = [1788871495, 1644408434, 1331520616];
const COUNT = Number(process.env.SIM_SEEDS ?? scaled(500, 5_000));
const say = (line: string) => process.stdout.write(`${line}\n`);

it(`${ONE ? "one run" : `${COUNT} runs`} break no promise`, async () => {
  const first = ONE ? Number(ONE) : FAULT_SEED;
  const seeds = ONE ? [first] : [...FOUND, ...Array.from({ length: COUNT }, (_, n) => first + n)];
  const sums = { sent: 0, acked: 0, faults: 0 };
  const began = Date.now();
  for (const seed of seeds) {
    const { broken, sent, acked, faults, trace } = await run(seed, { loud: Boolean(ONE) });
    sums.sent += sent;
    sums.acked += acked;
    sums.faults += faults;
    if (ONE || broken.length > 0) say(trace.join("\n"));
    if (broken.length > 0)
      say(
        `again: SIM_SEED=${seed} npx vitest run --config tests/faults/vitest.config.ts tests/simulation/simulation.test.ts`,
      );
    expect(broken).toEqual([]);
  }
  const seconds = (Date.now() - began) / 1000;
  say(
    `simulation: seeds from ${first}: ${sums.sent} edits tried, ${sums.acked} acknowledged, ${sums.faults} faults, lost 0, duplicated 0, ${seconds.toFixed(1)} s`,
  );
}, 3_600_000);
