/** The servers that are compared and what is measured of them: names and titles only, nothing that runs. */

export const SERVERS = {
  hocuspocus: { title: "Hocuspocus", keeps: true },
  "y-websocket": { title: "y-websocket", keeps: true },
  "y-socket-io": { title: "y-socket.io", keeps: true },
  relay: { title: "bare ws relay", keeps: false },
  /** The gateway with its gate, on the log in memory. It keeps nothing beyond its process. */
  "ours-memory": { title: "ours, memory", keeps: false },
  /** The real thing: Postgres with fsync, relay and acknowledgement after the commit. */
  ours: { title: "ours, durable", keeps: true },
} satisfies Record<string, { title: string; keeps: boolean }>;

export type ServerName = keyof typeof SERVERS;
export const SERVER_NAMES = Object.keys(SERVERS) as ServerName[];

/** Numbers of one run by what they are. */
export type Measured = Record<string, number>;

export interface Scenario {
  title: string;
  /** Which numbers are shown, with their units. */
  shown: { key: string; title: string; unit: string }[];
  /** Needs a server that keeps documents beyond its process. */
  needsKept?: boolean;
  /** Needs a server that hands a document's state to those who come. */
  needsState?: boolean;
  /** Only these servers. */
  only?: ServerName[];
}

const number = (key: string, title: string, unit: string) => ({ key, title, unit });

const SEEN = [
  number("p50", "edit seen p50", "ms"),
  number("p99", "edit seen p99", "ms"),
  number("cpu", "server CPU", "ms/s"),
];
const OURS: ServerName[] = ["ours-memory", "ours"];
/** The yardstick and those whose clients merge what waits. */
const MERGING: ServerName[] = ["hocuspocus", ...OURS];
const FULL = [number("deliveries", "deliveries", "/s"), number("p50", "edit seen p50", "ms")];

export const SCENARIOS = {
  B1: { title: "fan-out: 100 clients on one document, 50 edits/s", shown: SEEN },
  B1s: {
    title: "the same on a split, whose schema the server checks",
    shown: SEEN,
    only: OURS,
  },
  B2: { title: "saturation: one document, 100 clients", shown: FULL },
  B2m: { title: "the same, each edit a message of its own", shown: FULL, only: MERGING },
  B3: { title: "50 documents × 10 clients, 200 edits/s", shown: SEEN },
  B4: {
    title: "cold open with 10,000 updates of history",
    shown: [
      number("first", "first open, applied", "ms"),
      number("arrived", "first open, all bytes there", "ms"),
      number("further", "further opens, applied", "ms"),
      number("furtherArrived", "further opens, all bytes there", "ms"),
    ],
    needsKept: true,
  },
  B5: {
    title: "200 joins in a second, 1,000 updates of history",
    shown: [
      number("p50", "join p50", "ms"),
      number("p99", "join p99", "ms"),
      number("cpu", "server CPU", "ms"),
    ],
    needsState: true,
  },
  B6: {
    title: "kill -9 a quarter second after 200 acknowledged edits",
    shown: [number("lost", "lost", "edits"), number("back", "back after", "ms")],
    needsKept: true,
  },
  B7: { title: "saturation: 50 documents × 10 clients", shown: FULL },
  B7m: { title: "the same, each edit a message of its own", shown: FULL, only: MERGING },
  B8: {
    title: "presence: 1,000 moves/s among 100 clients",
    shown: [number("cpu", "server CPU", "ms/s"), number("told", "states told", "/s")],
  },
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;
export const SCENARIO_NAMES = Object.keys(SCENARIOS) as ScenarioName[];

/** Can this server do that scenario? */
export function applies(scenario: ScenarioName, server: ServerName): boolean {
  const { needsKept, needsState, only }: Scenario = SCENARIOS[scenario];
  if (only && !only.includes(server)) return false;
  if (needsKept && !SERVERS[server].keeps) return false;
  return !(needsState && server === "relay");
}
