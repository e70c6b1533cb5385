/** B1 and B3: edits at a steady rate; how soon the others see them, and what that costs the server. */

import { performance } from "node:perf_hooks";
import { addCategory, categoryText } from "../../../../app/collab/documents/split-document";
import { percentile } from "../../latency";
import { type MakePlace, TOKEN } from "../author";
import type { Measured } from "../catalog";
import { Crowd } from "../crowd";
import { Clock } from "./clock";
import type { Setting } from "./index";

const CLIENTS = 100;
const RATE = 50;
const DOCUMENTS = 50;
const CLIENTS_OF_MANY = 10;
const RATE_OF_MANY = 200;

/** B1: everyone on one document. */
export async function fanOut(setting: Setting): Promise<Measured> {
  return steady(setting, { documents: 1, clients: CLIENTS, rate: RATE });
}

/** B3: many documents with few people. */
export async function manyDocuments(setting: Setting): Promise<Measured> {
  return steady(setting, { documents: DOCUMENTS, clients: CLIENTS_OF_MANY, rate: RATE_OF_MANY });
}

/** B1 on the kind whose schema is checked: everyone writes the reason of a category of their own. */
export async function fanOutOnSplit(setting: Setting): Promise<Measured> {
  return steady(setting, { documents: 1, clients: CLIENTS, rate: RATE, kind: "split", makePlace: category });
}

const category: MakePlace = (doc) => {
  const id = `bench-${doc.clientID}`;
  addCategory(doc, {
    ...{ id, label: { fi: id }, sides: "municipality", order: "a1", question: null },
    ...{ rationale: { fi: "" }, legalBasis: null, status: "active" },
  });
  categoryText(doc, id, "rationale", "fi")!.insert(0, TOKEN);
};

interface Load {
  documents: number;
  clients: number;
  /** Edits a second by all together. */
  rate: number;
  kind?: "note" | "split";
  makePlace?: MakePlace;
}

async function steady(
  setting: Setting,
  { documents, clients, rate, kind, makePlace }: Load,
): Promise<Measured> {
  const server = await setting.start();
  const times: number[] = [];
  let measuring = false;
  const rooms: { crowd: Crowd; sentAt: number[][] }[] = [];
  for (let n = 0; n < documents; n++) {
    const of = { person: n * clients, makePlace };
    const id = setting.documentId(`steady-${n}`, kind);
    const crowd = await Crowd.gather(setting.driver, server.port, id, clients, of);
    const sentAt = crowd.members.map((): number[] => []);
    crowd.seen = (_member, author, from, to) => {
      const now = performance.now();
      for (let edit = from; edit < to; edit++) {
        const at = sentAt[author]![edit];
        if (measuring && at !== undefined) times.push(now - at);
      }
    };
    rooms.push({ crowd, sentAt });
  }
  let edits = 0;
  const edit = () => {
    const { crowd, sentAt } = rooms[edits % documents]!;
    const member = Math.floor(edits / documents) % clients;
    edits++;
    sentAt[member]![crowd.members[member]!.sent] = performance.now();
    crowd.edit(member);
  };
  const clock = new Clock(server);
  await clock.steadily(rate, 1.5, edit);
  measuring = true;
  const spent = await clock.measured(() => clock.steadily(rate, 8 * setting.scale, edit));
  for (const { crowd } of rooms) await crowd.settled("an edit did not reach everyone");
  for (const { crowd } of rooms) crowd.close();
  await server.stop();
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), ...spent };
}
