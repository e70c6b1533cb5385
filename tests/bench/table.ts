/** The table that the bench prints. */
import os from "node:os";

export interface Row {
  what: string;
  /** Null where this system does not tell it. */
  result: number | null;
  /** The most it may be; null for what only explains another row. */
  goal: number | null;
  unit: string;
}

const isMissed = ({ result, goal }: Row) => result !== null && goal !== null && !(result <= goal);

/** The rows as a Markdown table, with what they were measured on. */
export function tableOf(rows: Row[]): string {
  const load = os.loadavg()[0]!.toFixed(1);
  const lines = rows.map((row) => {
    const { what, result, goal, unit } = row;
    const told = result === null ? "not told by this system" : `${result.toFixed(1)} ${unit}`;
    const verdict = result === null || goal === null ? "" : isMissed(row) ? "missed" : "✓";
    return `| ${what} | ${told} | ${goal === null ? "" : `≤ ${goal} ${unit}`} | ${verdict} |`;
  });
  return [
    `${os.cpus().length} cores, load ${load}, Node ${process.version}`,
    "",
    "| What | Result | Goal | |",
    "|---|---|---|---|",
    ...lines,
  ].join("\n");
}

/** Was any goal missed? */
export const anyMissed = (rows: Row[]): boolean => rows.some(isMissed);
