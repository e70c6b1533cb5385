/** B2 and B7: every client sends as fast as it may; how many edits reach others a second. */

import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../../latency";
import type { Measured } from "../catalog";
import { Crowd } from "../crowd";
import { Clock } from "./clock";
import type { Setting } from "./index";

/**
 * Edits of one client on their way at once: the next is sent when its neighbour has seen one. The same for all
 * servers, whether they acknowledge or not.
 */
const WINDOW = 8;

interface Load {
  documents: number;
  /** On each document. */
  clients: number;
}

export async function saturation(setting: Setting, { documents, clients }: Load): Promise<Measured> {
  const server = await setting.start();
  const crowds: Crowd[] = [];
  for (let n = 0; n < documents; n++)
    crowds.push(
      await Crowd.gather(setting.driver, server.port, setting.documentId(`full-${n}`), clients, {
        person: n * clients,
      }),
    );
  let running = true;
  const times: number[] = [];
  for (const crowd of crowds) {
    const sentAt = crowd.members.map((): number[] => []);
    const edit = (member: number) => {
      sentAt[member]!.push(performance.now());
      crowd.edit(member);
    };
    crowd.seen = (member, author, from, to) => {
      if (member !== (author + 1) % clients) return;
      const now = performance.now();
      const own = sentAt[author]!;
      for (let n = from; n < to; n++) {
        if (running) edit(author);
        const at = own[n - 1]; // the first edit made the place and is not one of these
        if (at !== undefined) times.push(now - at);
      }
    };
    for (let member = 0; member < clients; member++) for (let n = 0; n < WINDOW; n++) edit(member);
  }
  await sleep(1500);
  const clock = new Clock(server);
  const deliveries = () => crowds.reduce((sum, crowd) => sum + crowd.deliveries, 0);
  const before = deliveries();
  times.length = 0;
  const start = performance.now();
  const spent = await clock.measured(() => sleep(4000 * setting.scale));
  const perSecond = ((deliveries() - before) * 1000) / (performance.now() - start);
  const p50 = percentile(times, 0.5);
  running = false;
  for (const crowd of crowds) await crowd.settled("an edit did not reach everyone", 60_000);
  for (const crowd of crowds) crowd.close();
  await server.stop();
  return { deliveries: perSecond, p50, ...spent };
}
