/**
 * `npm run faults`: every fault at full strength, and thousands of simulated runs. Takes about an hour on two cores.
 * The quick set is a part of `npm test`. `FAULT_SEED=<seed>` does a run again; what follows is handed to Vitest.
 */
import { spawn } from "node:child_process";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

function run(command: string, args: string[]): Promise<number> {
  const env = { ...process.env, FAULTS: "full" };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: "inherit", env });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

const built = await run(process.execPath, ["server/build.js", "--if-stale"]);
process.exitCode =
  built ||
  (await run(path.join(ROOT, "node_modules/.bin/vitest"), [
    ...["run", "--config", "tests/faults/vitest.config.ts", "--reporter=verbose"],
    ...process.argv.slice(2),
  ]));
