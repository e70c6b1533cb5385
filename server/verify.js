/** npm run verify -- bundle.zip: builds what is missing or stale, and looks at the bundle. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt, root } from "./built.js";

ensureBuilt();
const { run } = await import(pathToFileURL(path.join(root, "build/entry/verify.js")).href);
const { env } = process;
process.exitCode = run({
  args: process.argv.slice(2),
  // npm itself moves to the product's folder.
  folder: env.npm_lifecycle_event === "verify" && env.INIT_CWD ? env.INIT_CWD : process.cwd(),
  say: (/** @type {string} */ line) => void process.stdout.write(`${line}\n`),
  complain: (/** @type {string} */ line) => void process.stderr.write(`${line}\n`),
});
