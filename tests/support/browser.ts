/**
 * Finds a Chromium on any machine: the one that E2E_CHROMIUM names, Playwright's own download, the system's, the
 * one that the system's packages give (as root on Debian), or the one packed in the development dependency
 * @sparticuz/chromium. The packed one comes last: it has one typeface, and aborts on some web fonts.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { chromium, type LaunchOptions } from "@playwright/test";

export interface BrowserChoice {
  /** Where it was found, in a word. */
  from: "environment" | "playwright" | "system" | "package";
  launchOptions: LaunchOptions;
  /** Playwright's own browser is asked for by its channel. */
  channel?: "chromium";
}

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
// Chromium's sandbox refuses to run as root.
const ARGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The first browser found. Throws, with what to do, when there is none. */
export async function resolveBrowser(env: NodeJS.ProcessEnv = process.env): Promise<BrowserChoice> {
  const named = env.E2E_CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`E2E_CHROMIUM names no file: ${named}`);
    return { from: "environment", launchOptions: { executablePath: named, args: ARGS } };
  }
  if (existsSync(chromium.executablePath()))
    return { from: "playwright", launchOptions: { args: ARGS }, channel: "chromium" };
  const inSystem = () => (env.E2E_SKIP_SYSTEM ? undefined : SYSTEM.find((file) => existsSync(file)));
  const system = inSystem() ?? (installFromSystem(env) ? inSystem() : undefined);
  if (system) return { from: "system", launchOptions: { executablePath: system, args: ARGS } };
  return { from: "package", launchOptions: await packedChromium() };
}

/** Asks the system's own packages for a Chromium, where that needs nobody's password. */
function installFromSystem(env: NodeJS.ProcessEnv): boolean {
  if (env.E2E_SKIP_SYSTEM || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const run = (...args: string[]) =>
    spawnSync("apt-get", args, {
      stdio: "ignore",
      timeout: 240_000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  return run("update") && run("install", "-y", "--no-install-recommends", "chromium");
}

/**
 * The packed Chromium unpacks itself under the temporary folder, and brings the libraries it needs only where
 * it believes itself on AWS; both are told by variables, which are put back.
 */
async function packedChromium(): Promise<LaunchOptions> {
  const home = path.resolve(import.meta.dirname, "../../node_modules/.cache/chromium");
  mkdirSync(home, { recursive: true });
  const before = { TMPDIR: process.env.TMPDIR, AWS_LAMBDA_JS_RUNTIME: process.env.AWS_LAMBDA_JS_RUNTIME };
  Object.assign(process.env, { TMPDIR: home, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" });
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    const executablePath = await packed.executablePath();
    const libraries = process.env.LD_LIBRARY_PATH;
    return {
      executablePath,
      args: [...ARGS, "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
      ...(libraries ? { env: { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string> } : {}),
    };
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
