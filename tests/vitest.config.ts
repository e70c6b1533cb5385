import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take half a minute and more begin first: none of them is waited for at the end. */
const LONGEST = [
  "start",
  "backup-meanwhile",
  "rights",
  "servers",
  "backup-commands",
  "mail",
  "backup",
  "sabotage",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/tests/integration/${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: [
      "app/**/*.test.{ts,tsx}",
      "server/**/*.test.ts",
      "db/**/*.test.ts",
      "tests/{integration,contract}/**/*.test.{ts,tsx}",
      "tests/*.test.ts",
    ],
    globalSetup: ["tests/support/global-setup.ts"],
    // Patience for a machine of a third of the speed, with all of this beside; what passes waits no longer than it must.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
    // Two cores: a third worker fills the time in which servers start and databases flush; more make clocks late.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
  },
});
