/** Minimum, median and maximum over the rounds, ratios to the yardstick of the same round, and the goals. */
import { percentile } from "../latency";
import { SCENARIOS, type ScenarioName, SERVERS, type ServerName } from "./catalog";
import { boundOf, GOALS, type Goal, isMet, YARDSTICK } from "./goals";
import type { Measurement } from "./run-all";

/** Processor milliseconds a second of a load generator that is the limit itself. */
const LOAD_FULL = 930;

export interface Spread {
  min: number;
  median: number;
  max: number;
}

export interface SummaryRow {
  scenario: ScenarioName;
  key: string;
  title: string;
  unit: string;
  servers: Partial<Record<ServerName, Spread & { ratio: Spread | null }>>;
}

export interface Verdict {
  goal: Goal;
  value: number;
  met: boolean;
}

const spread = (values: number[]): Spread => ({
  min: Math.min(...values),
  median: percentile(values, 0.5),
  max: Math.max(...values),
});

export function summarize(all: Measurement[]): SummaryRow[] {
  const scenarios = [...new Set(all.map(({ scenario }) => scenario))];
  const servers = [...new Set(all.map(({ server }) => server))];
  return scenarios.flatMap((scenario) =>
    SCENARIOS[scenario].shown.map(({ key, title, unit }) => {
      const row: SummaryRow = { scenario, key, title, unit, servers: {} };
      const values = (server: ServerName) => valuesOf(all, scenario, server, key);
      const yard = values(YARDSTICK);
      for (const server of servers) {
        const own = values(server);
        if (own.size === 0) continue;
        const ratios = [...own].flatMap(([round, value]) => {
          const against = yard.get(round);
          return against ? [value / against] : [];
        });
        row.servers[server] = { ...spread([...own.values()]), ratio: ratios.length ? spread(ratios) : null };
      }
      return row;
    }),
  );
}

function valuesOf(all: Measurement[], scenario: ScenarioName, server: ServerName, key: string) {
  const values = new Map<number, number>();
  for (const one of all) {
    const value = one.measured?.[key];
    if (one.scenario === scenario && one.server === server && typeof value === "number")
      values.set(one.round, value);
  }
  return values;
}

export function judge(rows: SummaryRow[]): Verdict[] {
  return GOALS.flatMap((goal) => {
    const found = rows.find(({ scenario, key }) => scenario === goal.scenario && key === goal.key);
    const cell = found?.servers[goal.server];
    const value = goal.of === "ratio" ? cell?.ratio?.median : cell?.max;
    return value === undefined ? [] : [{ goal, value, met: isMet(goal, value) }];
  });
}

const short = (value: number): string =>
  value >= 1e6
    ? `${(value / 1e6).toFixed(2)} M`
    : value >= 10_000
      ? `${(value / 1000).toFixed(0)} k`
      : value >= 100
        ? value.toFixed(0)
        : value.toFixed(value >= 10 ? 1 : 2);

/** The comparison as Markdown. */
export function markdown(rows: SummaryRow[], verdicts: Verdict[], servers: ServerName[]): string {
  const head = ["Scenario", ...servers.map((server) => SERVERS[server].title)];
  const lines = rows.map((row, n) => {
    const isFirst = rows[n - 1]?.scenario !== row.scenario;
    const name = isFirst ? `**${row.scenario}** ${SCENARIOS[row.scenario].title}: ` : `${row.scenario} `;
    const cells = servers.map((server) => {
      const cell = row.servers[server];
      if (!cell) return "–";
      const range = cell.min === cell.max ? "" : ` (${short(cell.min)}–${short(cell.max)})`;
      const ratio = cell.ratio && server !== YARDSTICK ? ` **×${cell.ratio.median.toFixed(2)}**` : "";
      return `${short(cell.median)}${range}${ratio}`;
    });
    return `| ${[`${name}${row.title}, ${row.unit}`, ...cells].join(" | ")} |`;
  });
  const judged = verdicts.map(({ goal, value, met }) => {
    const { scenario, key, server, of } = goal;
    const sign = of === "ratio" ? "×" : "";
    return `| ${scenario} ${key} | ${SERVERS[server].title} | ${sign}${value.toFixed(2)} | ${boundOf(goal)} | ${met ? "✓" : "missed"} |`;
  });
  return [
    `| ${head.join(" | ")} |`,
    `|${head.map(() => "---").join("|")}|`,
    ...lines,
    ...(judged.length
      ? ["", "| Goal | Server | Result | Wanted | |", "|---|---|---|---|---|", ...judged]
      : []),
  ].join("\n");
}

/** What a reader must know of single measurements: failures, refusals, and where the generator was the limit. */
export function remarks(all: Measurement[]): string[] {
  return all.flatMap(({ scenario, server, round, measured, trouble }) => {
    const at = `${scenario} ${server}, round ${round + 1}`;
    if (!measured) return [`${at} failed: ${trouble.join("; ")}`];
    const full =
      (measured.loadCpu ?? 0) > LOAD_FULL && (measured.cpu ?? 0) < LOAD_FULL
        ? [`${at}: the load generator was the limit`]
        : [];
    return [...[...new Set(trouble)].map((what) => `${at}: ${what}`), ...full];
  });
}
