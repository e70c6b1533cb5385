/** npm start and npm run dev: looks whether anything is missing or stale, builds it in a process of its own, starts. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, watch } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { sourceStamp } from "./stamp.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** @param {string} line */
function giveUp(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  giveUp(`Node 20.19 or newer is needed; this is ${process.version}.`);
if (!existsSync(path.join(root, "node_modules/.package-lock.json")))
  giveUp("Run npm ci first: the packages are not installed.");

if (process.argv.includes("--dev")) develop();
else {
  if (isStale()) buildNow();
  process.env.NODE_ENV = "production";
  await import(pathToFileURL(path.join(root, "build/entry/index.js")).href);
}

function isStale() {
  const stamp = path.join(root, "build/stamp");
  return !existsSync(stamp) || readFileSync(stamp, "utf8") !== sourceStamp(root);
}

/** In a child: what a build needs in memory, the server would carry for ever. */
function buildNow() {
  process.stdout.write("Building …\n");
  const built = spawnSync(process.execPath, [path.join(root, "server/build.js")], {
    cwd: root,
    encoding: "utf8",
  });
  if (built.status === 0) return;
  if (built.signal) process.exit(1);
  giveUp(`The build failed.\n${built.stdout}${built.stderr}`.trimEnd());
}

/**
 * Vite reloads pages by itself; a change in what the server is made of starts the server again.
 * (node --watch would also see the file that Vite writes and removes when it reads its configuration.)
 */
function develop() {
  // tsx is looked up from the product's folder, while DATA_DIR is relative to where the person stands.
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NODE_ENV: "development" };
  if (env.DATA_DIR) env.DATA_DIR = path.resolve(env.DATA_DIR);
  const args = ["--import", "tsx", path.join(root, "server/index.ts")];
  let stopping = false;
  let changed = false;
  /** @type {import("node:child_process").ChildProcess} */
  let child;
  const run = () => {
    changed = false;
    child = spawn(process.execPath, args, { cwd: root, env, stdio: "inherit" });
    child.once("exit", (code) => {
      if (stopping) process.exit(code ?? 1);
      if (changed) run();
      else process.stdout.write("Stopped; waiting for a change …\n");
    });
  };
  run();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const restart = () => {
    changed = true;
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    else run();
  };
  for (const folder of ["server", "db", "app/domain", "app/collab", "app/protocol", "app/messages"])
    watch(path.join(root, folder), { recursive: true }, (_event, name) => {
      if (!name || !/\.[jt]s$/.test(name) || name.includes(".test.")) return;
      clearTimeout(timer);
      timer = setTimeout(restart, 200);
    });
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"]))
    process.on(signal, () => {
      if (!stopping) child.kill(signal);
      stopping = true;
      if (child.exitCode !== null) process.exit(0);
    });
}
