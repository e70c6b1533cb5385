import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// One seed for all files of a run.
process.env.FAULT_SEED ??= String(Math.floor(Math.random() * 2 ** 31));

/** Faults against real processes, and the simulation. `npm run faults` runs them at full strength. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["tests/{faults,simulation}/**/*.test.ts"],
    setupFiles: ["tests/simulation/determinism.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
