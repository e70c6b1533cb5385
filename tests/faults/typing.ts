/** People who type while things go wrong. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { FAULT_SEED, FULL, randomOf } from "../support/checker-seeds";
import type { Client, Cluster } from "./cluster";

/** Seats that may edit. */
export const EDITORS = [
  ...["joensuu", "liperi", "kontiolahti", "outokumpu", "polvijarvi", "kitee"],
  ...["hyvinvointialue", "pelastuslaitos", "maakuntaliitto", "sihteeri", "puheenjohtaja"],
];

/** Seeded by FAULT_SEED and the file's own name, so that files do not depend on each other. */
export function seededFor(file: string): () => number {
  process.stdout.write(`${file}: FAULT_SEED=${FAULT_SEED}${FULL ? " FAULTS=full" : ""}\n`);
  return randomOf([...file].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) | 0, FAULT_SEED));
}

/** Everyone makes so many changes a second in all, until the answer is called. */
export function type(clients: Client[], random: () => number, perSecond = 20): () => Promise<void> {
  let typing = true;
  const done = (async () => {
    while (typing) {
      const able = clients.filter(({ document }) => document.access === "edit");
      able[Math.floor(random() * able.length)]?.bot.write();
      await sleep((random() * 2_000) / perSecond);
    }
  })();
  return () => {
    typing = false;
    return done;
  };
}

/** Everyone types while the work is done, and a moment longer; afterwards nothing is broken. */
export async function survives(
  cluster: Cluster,
  random: () => number,
  work: () => Promise<void>,
  perSecond = 20,
): Promise<void> {
  const stop = type(cluster.clients, random, perSecond);
  try {
    await sleep(300);
    await work();
    await sleep(300);
  } finally {
    await stop();
  }
  const broken = await cluster.verdict();
  if (broken.length > 0) process.stdout.write(`${await cluster.describe()}\n`);
  expect(broken).toEqual([]);
}
