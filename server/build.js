/**
 * Builds the product into build/: pages by Remix and Vite, the server by esbuild, browser files compressed.
 * Made aside and moved into place, with the stamp written last: a build that was interrupted has no stamp,
 * and so is never taken for a finished one.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build as esbuild } from "esbuild";
import { sourceStamp } from "./stamp.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const home = path.join(root, "build");
const stampFile = path.join(home, "stamp");
const lockFile = path.join(home, "lock");
const PARTS = ["client", "server", "entry"];
/** Browser files of these kinds are worth compressing; fonts and pictures are compressed already. */
const COMPRESSED = /\.(js|css|svg|json|webmanifest|ico|txt)$/;
const COMPRESSED_BYTES_MIN = 500;

/** Rollup lists every file it has seen; what went wrong stands on top. */
const FAILURE_LINES_MAX = 15;
/** The sources do not build; the message is the tools' own. */
class BuildFailure extends Error {}

const stamp = sourceStamp(root);
mkdirSync(home, { recursive: true });
await takeLock();
try {
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) process.exit(0); // another start built it meanwhile
  await make();
} catch (cause) {
  if (!(cause instanceof BuildFailure)) throw cause;
  const lines = cause.message.split("\n");
  const from = Math.max(
    0,
    lines.findIndex((line) => /^(✗|error)/i.test(line)),
  ); // warnings stand before it
  process.stderr.write(lines.slice(from, from + FAILURE_LINES_MAX).join("\n"));
  process.exitCode = 1;
} finally {
  rmSync(lockFile, { force: true });
}

async function make() {
  for (const name of readdirSync(home))
    if (name.startsWith("new-")) rmSync(path.join(home, name), { recursive: true });
  const fresh = path.join(home, `new-${process.pid}`);
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NODE_ENV: "production", BUILD_DIRECTORY: path.relative(root, fresh) };
  const cli = path.join(root, "node_modules/@remix-run/dev/dist/cli.js");
  const pages = spawnSync(process.execPath, [cli, "vite:build"], { cwd: root, env, encoding: "utf8" });
  if (pages.status !== 0) throw new BuildFailure(pages.stderr.trim() || pages.stdout);
  await bundleServer(fresh);
  await compress(path.join(fresh, "client"));
  rmSync(stampFile, { force: true });
  for (const part of PARTS) {
    rmSync(path.join(home, part), { recursive: true, force: true });
    renameSync(path.join(fresh, part), path.join(home, part));
  }
  rmSync(fresh, { recursive: true, force: true });
  writeFileSync(`${stampFile}.new`, stamp);
  renameSync(`${stampFile}.new`, stampFile);
}

/** @param {string} fresh */
async function bundleServer(fresh) {
  await esbuild({
    absWorkingDir: root,
    entryPoints: {
      index: "server/index.ts",
      backup: "server/backup/index.ts",
      verify: "server/verify/index.ts",
      "import-worker": "server/import/worker.ts",
    },
    outdir: path.join(fresh, "entry"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"' },
  }).catch((cause) => {
    throw new BuildFailure(cause.message);
  });
}

/** @param {string} folder */
async function compress(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    COMPRESSED.test(name),
  );
  const brotli = promisify(brotliCompress);
  const zip = promisify(gzip);
  await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const bytes = readFileSync(file);
      if (bytes.length < COMPRESSED_BYTES_MIN) return;
      writeFileSync(`${file}.br`, await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      writeFileSync(`${file}.gz`, await zip(bytes, { level: 9 }));
    }),
  );
}

/** One build at a time; a lock whose holder is gone is taken over. */
async function takeLock() {
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: "wx" });
      return;
    } catch (cause) {
      if (/** @type {NodeJS.ErrnoException} */ (cause).code !== "EEXIST") throw cause;
    }
    if (!holderIsAlive()) rmSync(lockFile, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function holderIsAlive() {
  try {
    process.kill(Number(readFileSync(lockFile, "utf8")), 0);
    return true;
  } catch (cause) {
    return /** @type {NodeJS.ErrnoException} */ (cause).code === "EPERM";
  }
}
