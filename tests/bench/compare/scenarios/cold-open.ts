/** B4: a server that was started again opens a document with a long history. */

import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import { percentile } from "../../latency";
import { scribble } from "../author";
import type { Measured } from "../catalog";
import type { LightClient } from "../driver";
import { open, writeHistory } from "./history";
import type { Setting } from "./index";

const AUTHORS = 10;
const EDITS = 10_000;
/** In a quick run. */
const EDITS_QUICK = 2_000;
const FURTHER = 9;

/** Reads a document of the same size a few times. */
function warmUp(): void {
  const doc = new Y.Doc();
  for (const update of scribble(1, EDITS, 1)) Y.applyUpdate(doc, update);
  const state = Y.encodeStateAsUpdate(doc);
  for (let n = 0; n < 5; n++) Y.applyUpdate(new Y.Doc(), state);
}

export async function coldOpen({ driver, start, documentId, scale }: Setting): Promise<Measured> {
  const id = documentId("history");
  const before = await start(true);
  const history = await writeHistory(driver, before.port, id, {
    authors: AUTHORS,
    edits: (scale < 0.5 ? EDITS_QUICK : EDITS) / AUTHORS,
  });
  await sleep(3000 * Math.max(scale, 0.7)); // what a server keeps a moment later is kept by now
  await before.stop();
  const server = await start(true);
  await sleep(500);
  // The load generator's own code has run before: what is measured is the server and the document.
  warmUp();
  const other = await driver.connect(server.port, documentId("other"), 20, { updates: () => undefined });
  const times: number[] = [];
  const arrivals: number[] = [];
  const clients: LightClient[] = [];
  for (let n = 0; n <= FURTHER; n++) {
    const opened = await open(driver, server.port, id, 21 + n, history, new Y.Doc());
    times.push(opened.milliseconds);
    arrivals.push(opened.arrived);
    clients.push(opened.client);
  }
  const memory = server.memory();
  for (const client of [...clients, other]) client.close();
  await server.stop();
  const [first, ...further] = times;
  return {
    first: first!,
    further: percentile(further, 0.5),
    arrived: arrivals[0]!,
    furtherArrived: percentile(arrivals.slice(1), 0.5),
    memory,
  };
}
