/** Gives a document a history through the server's own protocol, and reads it back. */
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import { scribble } from "../author";
import type { Driver, LightClient } from "../driver";

/** Edits of one writer that may be unseen, where nothing else says how many. */
const WINDOW = 20;

/**
 * `authors` people write `edits` each, together, every edit an update of its own. Resolves when all is acknowledged or, by servers that never say,
 * has reached a reader. The answer is the clock each writer ends with.
 */
export async function writeHistory(
  driver: Driver,
  port: number,
  documentId: string,
  { authors, edits }: { authors: number; edits: number },
): Promise<Map<number, number>> {
  const reached = new Map<number, number>();
  const reader = await driver.connect(port, documentId, 500, {
    updates: (updates) => collect(reached, updates),
  });
  const expected = new Map<number, number>();
  const clients = await Promise.all(
    Array.from({ length: authors }, async (_, person) => {
      let acked = 0;
      const client = await (driver.unmerged ?? driver).connect(port, documentId, person, {
        updates: () => undefined,
        acked: (edits) => {
          acked += edits;
        },
      });
      const updates = scribble(client.clientId, edits, person + 1);
      const clocks = updates.map((update) => Y.parseUpdateMeta(update).to.get(client.clientId) ?? 0);
      expected.set(client.clientId, Math.max(...clocks));
      for (let n = 0; n < updates.length; n++) {
        client.send(updates[n]!);
        if (n >= WINDOW)
          await until(
            () => (driver.acknowledges ? acked : countOf(clocks, reached.get(client.clientId))) >= n - WINDOW,
            "an edit of a history was not taken",
          );
      }
      await until(() => !driver.acknowledges || acked >= edits, "an edit of a history was not acknowledged");
      return client;
    }),
  );
  await until(() => isReached(reached, expected), "a history did not reach its reader");
  for (const client of [...clients, reader]) client.close();
  return expected;
}

const countOf = (clocks: number[], reached = 0): number => clocks.filter((clock) => clock <= reached).length;

/** Waits for something, and throws when it does not come. */
export async function until(isSo: () => boolean, otherwise: string, patience = 60_000): Promise<void> {
  const deadline = performance.now() + patience;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(otherwise);
    await sleep(1);
  }
}

export function collect(reached: Map<number, number>, updates: readonly Uint8Array[]): void {
  for (const update of updates)
    for (const [clientId, clock] of Y.parseUpdateMeta(update).to)
      reached.set(clientId, Math.max(clock, reached.get(clientId) ?? 0));
}

export const isReached = (reached: Map<number, number>, expected: Map<number, number>): boolean =>
  [...expected].every(([clientId, clock]) => (reached.get(clientId) ?? 0) >= clock);

/** As a browser does, in one transaction. */
function apply(
  doc: Y.Doc,
  updates: readonly Uint8Array[],
  expected: Map<number, number>,
  reached: Map<number, number>,
): void {
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  for (const clientId of expected.keys()) reached.set(clientId, Y.getState(doc.store, clientId));
}

export interface Opened {
  client: LightClient;
  /** Milliseconds from the first packet until everything had come. */
  milliseconds: number;
  /** Until the last bytes came, before they were applied. */
  arrived: number;
}

/** Opens a document and waits for all of it. With `doc`, it is applied there too, as a browser does. */
export async function open(
  driver: Driver,
  port: number,
  documentId: string,
  person: number,
  expected: Map<number, number>,
  doc?: Y.Doc,
): Promise<Opened> {
  const reached = new Map<number, number>();
  const start = performance.now();
  let done = 0;
  let arrived = 0;
  let hasArrived = () => undefined as unknown;
  const whole = new Promise<unknown>((resolve) => {
    hasArrived = () => resolve(undefined);
  });
  const connecting = driver.connect(port, documentId, person, {
    updates: (updates) => {
      if (done) return;
      const now = performance.now();
      if (doc) apply(doc, updates, expected, reached);
      else collect(reached, updates);
      if (!isReached(reached, expected)) return;
      done = performance.now();
      arrived = now;
      hasArrived();
    },
  });
  const client = await connecting;
  const late = setTimeout(() => hasArrived(), 60_000);
  await whole;
  clearTimeout(late);
  if (!done) throw new Error("a document did not open whole");
  return { client, milliseconds: done - start, arrived: arrived - start };
}
