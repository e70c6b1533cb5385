/** The process: starts the server, says one clear line when it cannot, and stops it in order on a signal. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { StartProblem } from "../db/start-problem";
import { start } from "./compose";
import type { Phase } from "./http/health";

/** Everything must have stopped by then; what has not is left to the operating system. Milliseconds. */
const STOP_TIMEOUT = 9_500;
/** A stop while starting waits this long for the step that is under way. Milliseconds. */
const STEP_TIMEOUT = 4_000;
/** What has not stopped by then is left behind, so that the next can: a database that is away ends nothing. Milliseconds. */
const UNDO_TIMEOUT = 5_000;

/** The nearest folder above this file with the product's package.json: the same in source and in the build. */
function findRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "package.json"))) folder = path.dirname(folder);
  return folder;
}

const root = findRoot();
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
const undo: (() => Promise<unknown>)[] = [];
const say = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);
const phase: Phase = { now: "starting" };
let stopping = false;

/** Undoes what was done, newest first, and ends the process. */
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  phase.now = "draining";
  setTimeout(() => process.exit(code || 1), STOP_TIMEOUT).unref();
  await Promise.race([started, sleep(STEP_TIMEOUT, undefined, { ref: false })]);
  for (const one of undo.reverse())
    try {
      await Promise.race([one(), sleep(UNDO_TIMEOUT, undefined, { ref: false })]);
    } catch (error) {
      complain(`While stopping: ${error instanceof Error ? error.message : String(error)}`);
    }
  process.exit(code);
}

const started = start({
  root,
  version,
  env: process.env,
  development: process.env.NODE_ENV !== "production",
  phase,
  say: (line) => {
    if (!stopping) say(line);
  },
  onStop: (one) => undo.push(one),
  onFatal: (error) => {
    complain(error.message);
    void stop(1);
  },
}).catch((error: unknown) => {
  if (error instanceof StartProblem) complain(error.message);
  else
    complain(
      `The server could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  setImmediate(() => void stop(1));
});

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(0));
