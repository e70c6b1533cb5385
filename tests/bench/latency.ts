/** Edit to the other screens and edit to acknowledgement, with many clients on one draft. */
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { categoriesMap, categoryText, readSplit } from "../../app/collab/documents/split-document";
import { LOCAL } from "../../app/collab/origins";
import type { HeadlessDocument } from "../support/headless";

export interface Latency {
  /** Milliseconds: from an edit to when each other client has it. */
  seen: number[];
  /** Milliseconds: from an edit to its acknowledgement, which comes after the commit. */
  saved: number[];
}

export interface LatencyOptions {
  /** Edits a second by all clients together. */
  rate: number;
  seconds: number;
  /** Edits before this many seconds are not measured. */
  warmUp: number;
}

/** Each edit writes a token of its own; the other clients tell when they see it. */
export async function measureLatency(
  clients: HeadlessDocument[],
  { rate, seconds, warmUp }: LatencyOptions,
): Promise<Latency> {
  const latency: Latency = { seen: [], saved: [] };
  const began = new Map<string, number>();
  for (const { doc } of clients)
    categoriesMap(doc).observeDeep((events, transaction) => {
      if (transaction.local) return;
      const now = performance.now();
      for (const event of events)
        for (const part of event.delta) {
          const at = typeof part.insert === "string" ? began.get(part.insert) : undefined;
          if (at !== undefined) latency.seen.push(now - at);
        }
    });
  const ids = readSplit(clients[0]!.doc).categories.map((category) => category.id);
  const start = performance.now();
  const edits = rate * seconds;
  for (let n = 0; n < edits; n++) {
    await sleep(Math.max(0, start + (n * 1000) / rate - performance.now()));
    const client = clients[n % clients.length]!;
    const text = categoryText(client.doc, ids[(n * 7) % ids.length]!, "rationale", "en")!;
    const token = `[${n}]`;
    const at = performance.now();
    const measured = at - start > warmUp * 1000;
    if (measured) began.set(token, at);
    client.doc.transact(() => {
      // Short texts, as people write: long ones would only measure the limit.
      if (text.length > 500) text.delete(0, text.length);
      text.insert(0, token);
    }, LOCAL);
    void client.whenSaved().then(() => {
      if (measured) latency.saved.push(performance.now() - at);
    });
  }
  await Promise.all(clients.map((client) => client.whenSaved()));
  await sleep(200);
  return latency;
}

/** The value below which this share of the values lies. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
