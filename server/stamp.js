/** Says whether a build is of these sources: by what the files hold, so that a clone or a copy is no change. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FOLDERS = ["app", "server", "db", "public"];
const FILES = ["package.json", "package-lock.json", "remix.config.js", "vite.config.ts", "tsconfig.json"];

/**
 * A hash over every source that a build is made of.
 * @param {string} root the product's own folder
 */
export function sourceStamp(root) {
  const names = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(test\.tsx?|md)$/.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name))),
  );
  const hash = createHash("sha256").update(process.version);
  for (const name of [...names.sort(), ...FILES]) {
    const file = path.join(root, name);
    if (existsSync(file)) hash.update(`${name}\n`).update(readFileSync(file)).update("\n");
  }
  return hash.digest("hex");
}
