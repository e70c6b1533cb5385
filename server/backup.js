/** npm run backup and npm run restore: builds what is missing or stale, and runs the command. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt, root } from "./built.js";

ensureBuilt();
process.env.NODE_ENV = "production";
const { run } = await import(pathToFileURL(path.join(root, "build/entry/backup.js")).href);

const cancelling = new AbortController();
for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"]))
  process.on(signal, () => cancelling.abort(new Error("cancelled")));

const { env } = process;
const code = await run({
  args: process.argv.slice(2),
  env,
  root,
  version: JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).version,
  // npm itself moves to the product's folder.
  folder: env.npm_lifecycle_event === process.argv[2] && env.INIT_CWD ? env.INIT_CWD : process.cwd(),
  say: (/** @type {string} */ line) => void process.stdout.write(`${line}\n`),
  complain: (/** @type {string} */ line) => void process.stderr.write(`${line}\n`),
  signal: cancelling.signal,
});
process.exit(code);
