/** Prometheus metrics: what live editing tells, and the process's own. A registry for each server, none for the module. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { CollabGauges, CollabMetrics } from "./collab/collab-metrics";

export interface Metrics {
  /** For the gateway. */
  collab: CollabMetrics;
  /** Is told where mails are counted; they are asked for with every reading. */
  watchMails(count: () => Promise<{ waiting: number; failed: number }>): void;
  contentType: string;
  /** Everything in Prometheus' text format. */
  text(): Promise<string>;
  /**
   * Are appends to the log failing now? True after three failures in a row, until one succeeds or ten seconds
   * have passed without another: then nobody is trying, and the past says nothing any more.
   */
  appendsFail(): boolean;
}

/** Seconds, from a fast local disk to what nobody waits for. */
const LATENCY_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Updates in one append. */
const BATCH_BUCKETS = [1, 2, 5, 10, 25, 50, 100, 250, 500];
/** One failure may be one document's own; so many in a row are the log's. */
const FAILURES_IN_A_ROW = 3;
/** How long failures count when nothing is tried after them. Milliseconds. */
const FAILURES_COUNT_FOR = 10_000;

const NOTHING: CollabGauges = {
  ...{ sockets: 0, seats: 0, rooms: 0, quarantined: 0 },
  ...{ waiting: 0, oldestWaiting: 0, logLag: 0 },
};

const GAUGES: { [Key in keyof CollabGauges]: [name: string, help: string] } = {
  sockets: ["kp_sockets", "Open connections of browsers"],
  seats: ["kp_seats", "Connections on a document"],
  rooms: ["kp_rooms", "Documents in memory"],
  quarantined: ["kp_rooms_quarantined", "Documents that cannot follow their log"],
  waiting: ["kp_updates_waiting", "Updates that wait for their commit"],
  oldestWaiting: ["kp_updates_waiting_oldest_seconds", "How long the oldest of them has waited"],
  logLag: ["kp_log_lag_updates", "How far a room was behind its log at its last look"],
};

/** Makes the metrics of one server. `now` in milliseconds. */
export function createMetrics(now: () => number = Date.now): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name, help, labelNames, registers });
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name, help, buckets, registers });

  const ack = histogram("kp_ack_seconds", "From an update's arrival to its acknowledgement", LATENCY_BUCKETS);
  const append = histogram("kp_append_seconds", "One append to the log, commit included", LATENCY_BUCKETS);
  const batch = histogram("kp_append_updates", "Updates in one append", BATCH_BUCKETS);
  const refusals = counter("kp_refusals_total", "Messages that were not taken", ["reason"]);
  const failures = counter("kp_log_failures_total", "Appends, loads and snapshots that failed", ["what"]);
  const healed = counter("kp_updates_healed_total", "Updates read from the log that nobody had told of");
  const snapshots = counter("kp_snapshots_total", "Snapshots made, and found bad", ["outcome"]);
  const cuts = counter("kp_connections_cut_total", "Connections that the server closed", ["why"]);
  // What has not happened yet is told as zero, so that the first time is seen as a change.
  for (const what of ["append", "load", "snapshot"]) failures.inc({ what }, 0);
  for (const outcome of ["made", "bad"]) snapshots.inc({ outcome }, 0);
  for (const why of ["slow", "refusals"]) cuts.inc({ why }, 0);

  let read: () => CollabGauges = () => NOTHING;
  for (const [key, [name, help]] of Object.entries(GAUGES) as [keyof CollabGauges, [string, string]][])
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read()[key]);
      },
    });

  let countMails = async () => ({ waiting: 0, failed: 0 });
  const mails = new Gauge({
    name: "kp_mails",
    help: "Mails that wait to be sent, and mails that were given up",
    labelNames: ["state"],
    registers,
    async collect() {
      const counts = await countMails().catch(() => ({})); // the database is away: the other metrics stand
      for (const [state, count] of Object.entries(counts)) mails.set({ state }, count);
    },
  });

  let failed = { inARow: 0, at: 0 };
  return {
    collab: {
      saved: (seconds) => ack.observe(seconds),
      refused: (reason) => refusals.inc({ reason }),
      appended: (updates, seconds) => {
        failed.inARow = 0;
        append.observe(seconds);
        batch.observe(updates);
      },
      failed: (what) => {
        failures.inc({ what });
        if (what === "append") failed = { inARow: failed.inARow + 1, at: now() };
      },
      healed: (updates) => healed.inc(updates),
      snapshot: (outcome) => snapshots.inc({ outcome }),
      cut: (why) => cuts.inc({ why }),
      watch: (given) => {
        read = given;
      },
    },
    watchMails: (count) => {
      countMails = count;
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
    appendsFail: () => failed.inARow >= FAILURES_IN_A_ROW && now() - failed.at < FAILURES_COUNT_FOR,
  };
}
