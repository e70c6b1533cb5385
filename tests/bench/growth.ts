/** How cost grows, as rows of the bench's table. */
import { measureOnce } from "./compare/run-all";
import { AT_REST } from "./compare/scenarios/sizes";
import type { Row } from "./table";

const [KB, CPU] = ["KB", "ms CPU/s"] as const;

/** What is told, in the order of the table: the number's key, what it is, its goal and unit. */
const TOLD: [string, string, number | null, string][] = [
  ["restMemoryPerDocument", `a document at rest (of ${AT_REST}): memory`, 0.1, KB],
  ["restCpu", `all ${AT_REST} documents at rest: CPU, the database's too`, 20, CPU],
  ["restMemory", "the server with them at rest: resident memory", 180, "MB"],
  ["documentKilobytes", "an open document: memory", null, KB],
  ["documentCpu", "a thousand open documents, idle: CPU", null, CPU],
  ["clientKilobytes", "a connected person: memory", null, KB],
  ["clientCpu", "a thousand connected people, idle: CPU", null, CPU],
  ["historyKilobytes", "1,000 updates of history, in an open document: memory", null, KB],
  ["reopen", "an unloaded document with 1,000 updates comes back: p50", 50, "ms"],
];

/** Measures the durable form in a process of its own. */
export async function measureGrowth(quick: boolean): Promise<Row[]> {
  const { measured, trouble } = await measureOnce("growth", "ours", 0, quick ? 0.25 : 1);
  if (!measured) throw new Error(`growth could not be measured: ${trouble.join("; ")}`);
  return TOLD.map(([key, what, goal, unit]) => ({ what, result: measured[key] ?? null, goal, unit }));
}
