/** npm run backup and npm run restore as child processes, as npm runs them. */
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { type Ended, ROOT } from "./server";

export interface RunningCommand {
  child: ChildProcess;
  /** What it has said so far. */
  said: { stdout: string; stderr: string };
  ended: Promise<Ended>;
}

/** Starts a command with these arguments. `env` is added to the environment. */
export function startCommand(args: string[], env: Record<string, string>, cwd = ROOT): RunningCommand {
  const all: NodeJS.ProcessEnv = { ...process.env };
  for (const name of [
    "DATABASE_URL",
    "MIGRATION_DATABASE_URL",
    "HOST",
    "PUBLIC_ORIGIN",
    "npm_lifecycle_event",
  ])
    delete all[name];
  const child = spawn(process.execPath, [path.join(ROOT, "server/backup.js"), ...args], {
    env: { ...all, ...env },
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said.stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said.stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, ...said })));
  return { child, said, ended };
}

/** Runs a command to its end. */
export function runCommand(args: string[], env: Record<string, string>, cwd?: string): Promise<Ended> {
  return startCommand(args, env, cwd).ended;
}
