import { defineConfig } from "@playwright/test";
import { resolveBrowser } from "../support/browser";

const browser = await resolveBrowser();

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  // Each worker has a server and a database of its own (fixtures.ts); two cores carry two of them.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // Once more, with a server of its own; the run's end names who needed it.
  retries: 1,
  // Long enough for a machine of half the speed: a test that fails says so later, and one that passes costs nothing.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  outputDir: "../../test-results",
  use: {
    locale: "fi-FI",
    timezoneId: "Europe/Helsinki",
    viewport: { width: 1440, height: 900 },
    launchOptions: browser.launchOptions,
    // A trace pictures every step of every test: asked for when a failure needs one.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    ...(browser.channel ? { channel: browser.channel } : {}),
  },
});
