/** What of the bench is to be run. */
import { parseArgs } from "node:util";
import { SCENARIO_NAMES, type ScenarioName, SERVER_NAMES, type ServerName } from "./compare/catalog";

export interface Wanted {
  /** Starts, memory, pages and edits of the product. */
  product: boolean;
  /** What documents, people and history cost. */
  growth: boolean;
  /** Typing in a long text, in a browser. */
  typing: boolean;
  scenarios: ScenarioName[];
  servers: ServerName[];
  rounds: number;
  /** 1 for whole measurements. */
  scale: number;
  quick: boolean;
}

export const USAGE = `npm run bench -- [options]
  --quick           nearly everything, shorter, in less than three minutes: for relations, not for numbers to keep
  --only NAMES      some of: product, growth, text-typing, ${SCENARIO_NAMES.join(", ")}
  --peers NAMES     some of: ${SERVER_NAMES.join(", ")}
  --rounds N        times that each is measured (3; quick 1)
Goals are judged on a quiet machine. Numbers go to stdout and to build/bench/result.json.
`;

/** Throws an Error with one clear line for what it does not know. */
export function readArgs(argv: string[]): Wanted {
  const { values } = parseArgs({
    args: argv,
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string" },
      peers: { type: "string" },
      rounds: { type: "string" },
    },
  });
  const only = values.only?.split(",") ?? null;
  const known = ["product", "growth", "text-typing", ...SCENARIO_NAMES];
  const servers = values.peers?.split(",") ?? (values.quick ? QUICK : SERVER_NAMES);
  for (const [name, names] of [
    ...(only ?? []).map((one) => [one, known] as const),
    ...servers.map((one) => [one, SERVER_NAMES] as const),
  ])
    if (!(names as string[]).includes(name)) throw new Error(`${name} is not one of ${names.join(", ")}`);
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds takes a whole number from 1");
  return {
    product: only ? only.includes("product") : true,
    growth: only ? only.includes("growth") : true,
    typing: only ? only.includes("text-typing") : !values.quick,
    scenarios: SCENARIO_NAMES.filter((name) =>
      only ? only.includes(name) : !values.quick || !LEFT_OUT.includes(name),
    ),
    servers: servers as ServerName[],
    rounds,
    scale: values.quick ? 0.25 : 1,
    quick: values.quick,
  };
}

/** Not in a quick run, unless asked for. */
const LEFT_OUT: ScenarioName[] = ["B1s", "B2m", "B7m"];
/** In a quick run: ours and the yardstick. */
const QUICK: ServerName[] = ["hocuspocus", "ours-memory", "ours"];
