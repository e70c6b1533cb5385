/**
 * `npm test`: format and lint, types, build, then Vitest and Playwright, each to its end, so that one run tells
 * everything. The last line is the sum over all of them: `N passed, N failed`.
 * `npm test -- unit` or `-- e2e` runs a part; what follows is handed to that runner.
 */
import { type StdioOptions, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Counts, failure, ofPlaywright, ofVitest } from "./support/reports";

const ROOT = path.resolve(import.meta.dirname, "..");
const bin = (name: string) => path.join(ROOT, "node_modules/.bin", name);
const scratch = mkdtempSync(path.join(os.tmpdir(), "kumppanuuspoyta-test-"));

interface Outcome extends Counts {
  name: string;
  seconds: number;
}

/** `beside` says it at the end in one piece: two runners at once would mix their lines. */
function run(
  command: string,
  args: string[],
  { env = {}, beside = false }: { env?: Record<string, string>; beside?: boolean } = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const out = beside ? "pipe" : "inherit";
    const stdio: StdioOptions = [beside ? "ignore" : "inherit", out, out];
    const child = spawn(command, args, { cwd: ROOT, stdio, env: { ...process.env, ...env } });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (bytes: Buffer) => said.push(bytes));
    child.once("error", reject);
    child.once("close", (code, signal) => {
      process.stdout.write(Buffer.concat(said));
      resolve(signal ? 1 : (code ?? 1));
    });
  });
}

/** A step that either holds or does not: one test. */
async function check(name: string, command: string, args: string[]): Promise<Outcome> {
  const started = Date.now();
  const code = await run(command, args);
  return {
    name,
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    said: code === 0 ? [] : [failure(name)],
    seconds: (Date.now() - started) / 1000,
  };
}

/** A runner that writes its counts into a JSON file; a runner that dies without one has failed. */
async function runner<Report>(
  name: string,
  command: string,
  args: string[],
  report: string,
  count: (json: Report) => Counts,
  how: Parameters<typeof run>[2] = {},
): Promise<Outcome> {
  const started = Date.now();
  const code = await run(command, args, how);
  const seconds = (Date.now() - started) / 1000;
  if (!existsSync(report))
    return { name, passed: 0, failed: 1, said: [failure(`${name} ended without a report`)], seconds };
  const { passed, failed, said } = count(JSON.parse(readFileSync(report, "utf8")));
  if (code === 0 || failed > 0) return { name, passed, failed, said, seconds };
  return {
    name,
    passed,
    failed: 1,
    said: [...said, failure(`${name} ended with ${code} although its tests passed`)],
    seconds,
  };
}

const [only, ...rest] = process.argv.slice(2);
const wants = (part: string) => !only || only === part;
const outcomes: Outcome[] = [];

// Types take one core, and the others the other.
const [types, ...others] = await Promise.all([
  wants("check") ? check("types", bin("tsc"), ["--noEmit"]) : null,
  wants("check") ? check("format and lint", bin("biome"), ["check", "--error-on-warnings", "."]) : null,
  check("build", process.execPath, ["server/build.js", "--if-stale"]),
]);
for (const outcome of [...others, types]) if (outcome) outcomes.push(outcome);
const UNIT = "tests/vitest.config.ts";
const FAULTS = "tests/faults/vitest.config.ts";
/** Faults that mostly wait for servers, databases and clocks: they leave the cores to the unit tests beside them. */
const WAITING = ["processes", "documents", "full-disk"].map((name) => `tests/faults/${name}.test.ts`);
/** Unit tests that hold a time on the clock (I16 and the like): they have the cores for themselves. */
const TIMED = [
  ...["cluster", "draining", "http-hardening", "imports", "redis-bus", "rights-live", "transport"].map(
    (name) => `tests/integration/${name}.test.ts`,
  ),
  "app/collab/connection.test.ts",
  "server/collab/gate/gate-poison.test.ts",
];
const without = (files: string[]) => files.flatMap((file) => ["--exclude", file]);

/** One Vitest configuration. */
async function vitest(name: string, config: string, args: string[], beside = false): Promise<void> {
  const report = path.join(scratch, `${name.replaceAll(" ", "-")}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  outcomes.push(
    await runner(name, bin("vitest"), ["run", "--config", config, ...reporters, ...args], report, ofVitest, {
      beside,
    }),
  );
}
if (only) {
  if (wants("unit")) await vitest("vitest", UNIT, rest);
  if (wants("faults")) await vitest("faults", FAULTS, rest);
} else {
  await Promise.all([
    vitest("vitest", UNIT, without(TIMED)),
    vitest("faults", FAULTS, ["--maxWorkers=1", ...WAITING], true),
  ]);
  await vitest("vitest timed", UNIT, ["--maxWorkers=2", ...TIMED]);
  await vitest("faults timed", FAULTS, without(WAITING));
}
if (wants("e2e")) {
  const report = path.join(scratch, "playwright.json");
  outcomes.push(
    await runner(
      "playwright",
      bin("playwright"),
      ["test", "--config", "tests/e2e/playwright.config.ts", "--reporter=list,json", ...rest],
      report,
      ofPlaywright,
      { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
    ),
  );
}
rmSync(scratch, { recursive: true, force: true });

const out = (line: string) => process.stdout.write(`${line}\n`);
out("");
// What failed stands once more at the end: a log that is cut keeps it.
for (const line of outcomes.flatMap(({ said }) => said)) out(line);
for (const o of outcomes)
  out(`${o.name.padEnd(16)} ${o.passed} passed, ${o.failed} failed, ${o.seconds.toFixed(1)} s`);
const sum = (key: "passed" | "failed") => outcomes.reduce((n, o) => n + o[key], 0);
out(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
