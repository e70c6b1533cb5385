/** What live editing tells about its health. server/metrics.ts makes Prometheus metrics of it. */
import type { Refusal } from "../../app/protocol/collab";

export interface CollabGauges {
  sockets: number;
  seats: number;
  rooms: number;
  quarantined: number;
  /** Updates that wait for their commit, and for how long the oldest has. Seconds. */
  waiting: number;
  oldestWaiting: number;
  /** The furthest that a room was behind its log when it last looked. Updates. */
  logLag: number;
}

export interface CollabMetrics {
  /** An update was acknowledged so many seconds after it came. */
  saved(seconds: number): void;
  refused(refusal: Refusal): void;
  /** One append to the log: updates and seconds. */
  appended(updates: number, seconds: number): void;
  /** An append or a load failed. */
  failed(what: "append" | "load" | "snapshot"): void;
  /** A room read from the log what a hint should have told it. */
  healed(updates: number): void;
  snapshot(outcome: "made" | "bad"): void;
  /** A connection was closed by us. */
  cut(why: "slow" | "refusals"): void;
  /** Asks for the gauges whenever somebody looks. */
  watch(read: () => CollabGauges): void;
}

export const NO_METRICS: CollabMetrics = {
  saved: () => undefined,
  refused: () => undefined,
  appended: () => undefined,
  failed: () => undefined,
  healed: () => undefined,
  snapshot: () => undefined,
  cut: () => undefined,
  watch: () => undefined,
};
