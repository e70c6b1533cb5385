/**
 * Goal: what live editing tells is there to be read, each server's own, and failing appends are noticed and forgotten.
 * Method: tell, and read the text as Prometheus would; a clock of our own.
 */
import { describe, expect, test } from "vitest";
import { createMetrics } from "./metrics";

const GAUGES = { sockets: 7, seats: 9, rooms: 2, quarantined: 1, waiting: 3, oldestWaiting: 1.5, logLag: 4 };

describe("the metrics", () => {
  test("tell every kind of news of live editing, and the process's own state", async () => {
    const { collab, text, contentType } = createMetrics();
    collab.saved(0.004);
    collab.saved(0.6);
    collab.appended(12, 0.003);
    collab.refused("gap");
    collab.refused("gap");
    collab.failed("load");
    collab.healed(5);
    collab.snapshot("made");
    collab.cut("slow");
    collab.watch(() => GAUGES);
    const written = await text();
    for (const line of [
      'kp_ack_seconds_bucket{le="0.005"} 1',
      "kp_ack_seconds_count 2",
      "kp_append_seconds_count 1",
      "kp_append_updates_sum 12",
      'kp_refusals_total{reason="gap"} 2',
      'kp_log_failures_total{what="load"} 1',
      'kp_log_failures_total{what="append"} 0',
      "kp_updates_healed_total 5",
      'kp_snapshots_total{outcome="made"} 1',
      'kp_connections_cut_total{why="slow"} 1',
      "kp_sockets 7",
      "kp_seats 9",
      "kp_rooms 2",
      "kp_rooms_quarantined 1",
      "kp_updates_waiting 3",
      "kp_updates_waiting_oldest_seconds 1.5",
      "kp_log_lag_updates 4",
    ])
      expect(written.split("\n")).toContain(line);
    expect(written).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
    expect(written).toMatch(/^process_resident_memory_bytes \d/m);
    expect(contentType).toContain("text/plain");
  });

  test("belong to one server: another one's are its own", async () => {
    const [one, two] = [createMetrics(), createMetrics()];
    one.collab.saved(1);
    expect(await two.text()).toContain("kp_ack_seconds_count 0");
    expect(await two.text()).toContain("kp_rooms 0");
  });
});

test("appends fail after three failures in a row, until one succeeds or nothing is tried for ten seconds", () => {
  let time = 0;
  const { collab, appendsFail } = createMetrics(() => time);
  const fail = (times: number) => {
    for (let n = 0; n < times; n++) collab.failed("append");
  };
  fail(2);
  expect(appendsFail()).toBe(false);
  collab.appended(1, 0.001);
  fail(2);
  collab.failed("load");
  expect(appendsFail()).toBe(false);
  fail(1);
  expect(appendsFail()).toBe(true);
  time += 9_999;
  expect(appendsFail()).toBe(true);
  time += 1;
  expect(appendsFail()).toBe(false);
  fail(1);
  expect(appendsFail()).toBe(true);
  collab.appended(1, 0.001);
  expect(appendsFail()).toBe(false);
});
