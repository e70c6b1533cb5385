/** The load generator: measures one scenario against one server, prints the numbers as the last line of JSON. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { provesItself } from "./author";
import type { ScenarioName, ServerName } from "./catalog";
import { trouble } from "./driver";
import { RUNS } from "./scenarios/index";
import { endAll } from "./server-process";
import { DRIVERS, startCompared } from "./servers";

const [scenario, name, scale, run] = process.argv.slice(2) as [
  ScenarioName | "growth",
  ServerName,
  string,
  string,
];

/** A UUID that is the same for the same name in one run. */
const documentId = (what: string, kind: "note" | "split" = "note"): string => {
  const hex = createHash("sha256").update(`${run}/${what}`).digest("hex");
  // The bench's own server knows the kind by the first letter.
  return `${kind === "split" ? "5" : "0"}${hex.slice(1, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

provesItself();
const folder = mkdtempSync(path.join(os.tmpdir(), "kp-bench-"));
chmodSync(folder, 0o755); // a database run by root belongs to another account
const template = process.env.BENCH_TEMPLATE;
if (name === "ours" && template) execFileSync("cp", ["-a", `${template}/.`, folder]);
try {
  const measured = await RUNS[scenario]({
    driver: DRIVERS[name],
    start: (kept = false, env) => startCompared(name, folder, kept, env),
    documentId,
    scale: Number(scale),
  });
  process.stdout.write(`${JSON.stringify({ measured, trouble })}\n`);
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  process.stdout.write(`${JSON.stringify({ measured: null, trouble: [why, ...trouble] })}\n`);
} finally {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
