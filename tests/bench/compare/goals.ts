/** What is wanted of ours, as a ratio to Hocuspocus measured in the same run. */
import type { ScenarioName, ServerName } from "./catalog";

/** Ratios are compared with. */
export const YARDSTICK: ServerName = "hocuspocus";

export interface Goal {
  scenario: ScenarioName;
  key: string;
  server: ServerName;
  /** "ratio" to Hocuspocus, or the number itself. */
  of: "ratio" | "number";
  atMost?: number;
  atLeast?: number;
}

const ratio = (
  scenario: ScenarioName,
  key: string,
  server: ServerName,
  bound: Pick<Goal, "atMost" | "atLeast">,
): Goal => ({ scenario, key, server, of: "ratio", ...bound });

export const GOALS: Goal[] = [
  ratio("B1", "p50", "ours-memory", { atMost: 0.8 }),
  ratio("B1", "p99", "ours-memory", { atMost: 0.8 }),
  ratio("B1", "p50", "ours", { atMost: 1.5 }),
  ratio("B1", "p99", "ours", { atMost: 1.5 }),
  ratio("B2", "deliveries", "ours-memory", { atLeast: 3 }),
  ratio("B2", "deliveries", "ours", { atLeast: 2 }),
  ratio("B3", "p50", "ours-memory", { atMost: 0.8 }),
  ratio("B3", "cpu", "ours-memory", { atMost: 0.9 }),
  ratio("B3", "p50", "ours", { atMost: 2 }),
  ratio("B3", "cpu", "ours", { atMost: 1.5 }),
  ratio("B4", "first", "ours", { atMost: 0.2 }),
  ratio("B4", "further", "ours", { atMost: 0.2 }),
  ratio("B5", "p50", "ours", { atMost: 0.2 }),
  ratio("B5", "cpu", "ours", { atMost: 0.5 }),
  { scenario: "B6", key: "lost", server: "ours", of: "number", atMost: 0 },
  ratio("B7", "deliveries", "ours-memory", { atLeast: 3 }),
  ratio("B7", "deliveries", "ours", { atLeast: 1.5 }),
  ratio("B8", "cpu", "ours", { atMost: 0.6 }),
];

export const boundOf = ({ atMost, atLeast }: Goal): string =>
  atMost !== undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;

export const isMet = ({ atMost, atLeast }: Goal, value: number): boolean =>
  atMost !== undefined ? value <= atMost : value >= (atLeast ?? 0);
