/** Makes sure, before anything of the product is run, that it can be: Node, packages, and a build of these sources. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { sourceStamp } from "./stamp.js";

/** The product's own folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** @param {string} line */
function giveUp(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Ends the process with one clear line when Node is too old or the packages are missing. */
export function checkMachine() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    giveUp(`Node 20.19 or newer is needed; this is ${process.version}.`);
  if (!existsSync(path.join(root, "node_modules/.package-lock.json")))
    giveUp("Run npm ci first: the packages are not installed.");
}

/** Builds what is missing or stale. Ends the process with the reason when that fails. */
export function ensureBuilt() {
  checkMachine();
  const stamp = path.join(root, "build/stamp");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sourceStamp(root)) return;
  process.stdout.write("Building …\n");
  // In a child: what a build needs in memory, this process would carry for ever.
  const built = spawnSync(process.execPath, [path.join(root, "server/build.js")], {
    cwd: root,
    encoding: "utf8",
  });
  if (built.status === 0) return;
  if (built.signal) process.exit(1);
  giveUp(`The build failed.\n${built.stdout}${built.stderr}`.trimEnd());
}
