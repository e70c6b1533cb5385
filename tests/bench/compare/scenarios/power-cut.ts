/** B6: the process is killed a moment after it said that all is well. How much of that was true? */

import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import { Author, TOKEN } from "../author";
import type { Measured } from "../catalog";
import { trouble } from "../driver";
import { until } from "./history";
import type { Setting } from "./index";

const EDITS = 200;

export async function powerCut({ driver, start, documentId }: Setting): Promise<Measured> {
  const id = documentId("power");
  const before = await start(true);
  let reached = 0;
  let writerId = 0;
  const reader = await driver.connect(before.port, id, 1, {
    updates: (updates) => {
      for (const update of updates)
        reached = Math.max(reached, Y.parseUpdateMeta(update).to.get(writerId) ?? 0);
    },
  });
  let acked = 0;
  const writer = await driver.connect(before.port, id, 0, {
    updates: () => undefined,
    acked: (edits) => {
      acked += edits;
    },
  });
  writerId = writer.clientId;
  const author = new Author(writer.clientId);
  for (let n = 1; n <= EDITS; n++) {
    writer.send(n === 1 ? author.first : author.next());
    const clock = author.base + n * TOKEN.length;
    // A server that never acknowledges is believed when another person has the edit.
    await until(() => (driver.acknowledges ? acked >= n : reached >= clock), "an edit was not taken");
  }
  await sleep(250);
  const troubles = trouble.length;
  await before.kill9();
  await sleep(50);
  trouble.length = troubles; // the lost connections were meant
  const began = performance.now();
  const server = await start(true);
  let kept = 0;
  const fresh = await driver.connect(server.port, id, 2, {
    updates: (updates) => {
      for (const update of updates)
        kept = Math.max(kept, Y.parseUpdateMeta(update).to.get(writer.clientId) ?? 0);
    },
  });
  const back = performance.now() - began;
  await sleep(1000); // some hand the state over a moment after they say it is there
  reader.close();
  fresh.close();
  await server.stop();
  return { lost: EDITS - Math.max(0, Math.floor((kept - author.base) / TOKEN.length)), back };
}
