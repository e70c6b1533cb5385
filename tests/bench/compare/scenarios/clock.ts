/** Steady rates, and what a stretch of time costs the server and the load generator. */
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { ServerProcess } from "../server-process";

export interface Spent {
  /** Processor time of the server and its children, in milliseconds a second: 1000 is a whole core. */
  cpu: number;
  /** Of the server's process alone. */
  ownCpu: number;
  /** Of the load generator. Near 1000 it was the limit, not the server. */
  loadCpu: number;
  /** Memory of the server afterwards, in MB. */
  memory: number;
}

export class Clock {
  constructor(private readonly server: ServerProcess) {}

  /** Calls `act` so many times a second. A late turn catches up. */
  async steadily(rate: number, seconds: number, act: () => void): Promise<void> {
    const start = performance.now();
    const total = Math.round(rate * seconds);
    for (let n = 0; n < total; ) {
      const due = Math.min(total, Math.floor(((performance.now() - start) * rate) / 1000) + 1);
      for (; n < due; n++) act();
      await sleep(Math.max(0, start + (n * 1000) / rate - performance.now()));
    }
  }

  /** Runs something and tells what it cost. */
  async measured(run: () => Promise<unknown>): Promise<Spent> {
    const before = { at: performance.now(), cpu: this.server.cpu(), own: this.server.ownCpu(), load: load() };
    await run();
    const seconds = (performance.now() - before.at) / 1000;
    return {
      cpu: (this.server.cpu() - before.cpu) / seconds,
      ownCpu: (this.server.ownCpu() - before.own) / seconds,
      loadCpu: (load() - before.load) / seconds,
      memory: this.server.memory(),
    };
  }
}

const load = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
