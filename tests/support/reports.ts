/** What the runners' JSON reports say: how many tests held, and which did not and why, in a few lines each. */
import { stripVTControlCharacters } from "node:util";

/** `said` names what did not hold at once: its place, its title and the first lines of its message. */
export interface Counts {
  passed: number;
  failed: number;
  said: string[];
}

/** Lines of a message that are kept: enough to tell what was expected and what came. */
const LINES = 8;

export const failure = (title: string, message = "", what = "failed") =>
  [`${what}: ${title}`, ...stripVTControlCharacters(message).trim().split("\n").slice(0, LINES)].join(
    "\n    ",
  );

export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

/** A file that fails before its tests counts as one failure. */
export function ofVitest(report: VitestReport): Counts {
  const said = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0) return status === "failed" ? [failure(name, message)] : [];
    return failed.map((test) => failure(`${name}: ${test.fullName}`, test.failureMessages[0]));
  });
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests || report.numFailedTestSuites,
    said,
  };
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    file: string;
    line: number;
    ok: boolean;
    tests: { status: string; results: { error?: { message?: string } }[] }[];
  }[];
}
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
}

/** A test that passed at its second try counts as passed, and is named: a busy machine and a rare defect look alike. */
export function ofPlaywright({ stats, errors, suites }: PlaywrightReport): Counts {
  const specsOf = (suite: PlaywrightSuite): PlaywrightSuite["specs"] => [
    ...suite.specs,
    ...(suite.suites ?? []).flatMap(specsOf),
  ];
  const notAtOnce = suites
    .flatMap(specsOf)
    .filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === "flaky"));
  const messages = notAtOnce.map(({ title, file, line, ok, tests }) =>
    failure(
      `${file}:${line}: ${title}`,
      tests.flatMap((test) => test.results).find((result) => result.error)?.error?.message,
      ok ? "passed at the second try" : "failed",
    ),
  );
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    said: [...messages, ...errors.map(({ message }) => failure("playwright", message))],
  };
}
