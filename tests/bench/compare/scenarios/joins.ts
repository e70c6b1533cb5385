/** B5: everybody comes within a second, each at a moment of their own, as at the beginning of a meeting. */

import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../../latency";
import { numbers } from "../author";
import type { Measured } from "../catalog";
import { Clock } from "./clock";
import { type Opened, open, writeHistory } from "./history";
import type { Setting } from "./index";

const JOINS = 200;

export async function joins({ driver, start, documentId }: Setting): Promise<Measured> {
  const id = documentId("joined");
  const server = await start();
  const first = await driver.connect(server.port, id, 0, { updates: () => undefined });
  const history = await writeHistory(driver, server.port, id, { authors: 10, edits: 100 });
  await sleep(1000);
  const clock = new Clock(server);
  const random = numbers(1); // the same moments for every server
  let opened: Opened[] = [];
  const began = performance.now();
  const spent = await clock.measured(async () => {
    opened = await Promise.all(
      Array.from({ length: JOINS }, async (_, n) => {
        await sleep(random() * 1000);
        return open(driver, server.port, id, 20 + n, history);
      }),
    );
  });
  const seconds = (performance.now() - began) / 1000;
  const times = opened.map(({ milliseconds }) => milliseconds);
  for (const { client } of opened) client.close();
  first.close();
  await server.stop();
  return {
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    cpu: spent.cpu * seconds,
    ownCpu: spent.ownCpu * seconds,
    loadCpu: spent.loadCpu,
  };
}
