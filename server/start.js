/** npm start and npm run dev: looks whether anything is missing or stale, builds it in a process of its own, starts. */
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { checkMachine, ensureBuilt, root } from "./built.js";

if (process.argv.includes("--dev")) {
  checkMachine();
  develop();
} else {
  ensureBuilt();
  process.env.NODE_ENV = "production";
  await import(pathToFileURL(path.join(root, "build/entry/index.js")).href);
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
