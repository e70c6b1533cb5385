import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { createClock } from "./clock";

const folder = mkdtempSync(path.join(os.tmpdir(), "kp-clock-"));
const clockFile = path.join(folder, "now");
afterAll(() => rmSync(folder, { recursive: true }));

test("the clock is the machine's where no file tells another time", () => {
  expect(Math.abs(createClock({ clockFile: null })().getTime() - Date.now())).toBeLessThan(1000);
});

test("a file's time goes on from when it was written, and follows the file", () => {
  writeFileSync(clockFile, "2022-05-20T10:00:00Z\n");
  const written = new Date(Date.now() - 30_000);
  utimesSync(clockFile, written, written);
  const clock = createClock({ clockFile });
  const told = clock().getTime() - Date.parse("2022-05-20T10:00:30Z");
  expect(told).toBeGreaterThanOrEqual(-5);
  expect(told).toBeLessThan(5000);
  writeFileSync(clockFile, "2022-05-20T10:40:00Z");
  expect(clock().toISOString()).toMatch(/^2022-05-20T10:40:0/);
});

test("a file that is gone or half written changes nothing, and one that was never right stops the start", () => {
  const clock = createClock({ clockFile });
  writeFileSync(clockFile, "");
  expect(clock().toISOString()).toMatch(/^2022-05-20T10:40:/);
  rmSync(clockFile);
  expect(clock().toISOString()).toMatch(/^2022-05-20T10:40:/);
  expect(() => createClock({ clockFile })).toThrow(/CLOCK_FILE/);
});
