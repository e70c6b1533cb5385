/** How the cost of ours grows: with documents at rest, open documents, people and history. */
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../../latency";
import type { Measured } from "../catalog";
import type { Driver, LightClient } from "../driver";
import type { ServerProcess } from "../server-process";
import { open, writeHistory } from "./history";
import type { Setting } from "./index";
import { AT_REST } from "./sizes";

/** A room is unloaded so long after the last seat left, in milliseconds: sooner than in the product. */
const ROOM_IDLE = 500;

export async function growth({ driver, start, documentId, scale }: Setting): Promise<Measured> {
  const people = scale < 1 ? 100 : 200;
  const empty = await start(true, { BENCH_GC: "1" });
  const nothing = await resting(empty, scale);
  await empty.stop();

  const server = await start(true, {
    BENCH_GC: "1",
    BENCH_DOCUMENTS: String(AT_REST),
    BENCH_ROOM_IDLE: String(ROOM_IDLE),
  });
  const rest = await resting(server, scale);

  const one = documentId("one");
  await warm(driver, server, one);
  const before = await server.held();
  const together = await connect(driver, server, people, () => one);
  const perClient = ((await server.held()) - before) / people;
  const clientCpu = await cpuOf(server, scale);
  close(together);
  await sleep(2 * ROOM_IDLE);

  const apart = await connect(driver, server, people, (n) => documentId(`apart-${n}`));
  const perDocument = ((await server.held()) - before) / people - perClient;
  const documentCpu = await cpuOf(server, scale);
  close(apart);
  await sleep(2 * ROOM_IDLE);

  const long = documentId("long");
  const edits = scale < 1 ? 4000 : 20_000;
  const unopened = await server.held();
  const history = await writeHistory(driver, server.port, long, { authors: 10, edits: edits / 10 });
  const reader = await open(driver, server.port, long, 40, history);
  await sleep(2000); // the last snapshot
  const perThousand = ((await server.held()) - unopened) / (edits / 1000);
  reader.client.close();

  return {
    restMemory: rest.memory,
    restMemoryPerDocument: (1024 * (rest.held - nothing.held)) / AT_REST,
    restCpu: rest.cpu,
    clientKilobytes: 1024 * perClient,
    clientCpu: (1000 * (clientCpu - rest.cpu)) / people,
    documentKilobytes: 1024 * perDocument,
    documentCpu: (1000 * (documentCpu - clientCpu)) / people,
    historyKilobytes: 1024 * perThousand,
    ...(await reopening({ driver, server, documentId: documentId("reopened") })),
    stopped: await stopped(server),
  };
}

/** Memory and processor time with nobody there. Held: what the program holds after collecting garbage, in MB. */
async function resting(server: ServerProcess, scale: number) {
  await sleep(3000 * scale);
  return { cpu: await cpuOf(server, scale), held: await server.held(), memory: server.memory() };
}

/** Processor milliseconds a second, the database's too. */
async function cpuOf(server: ServerProcess, scale: number): Promise<number> {
  await sleep(1000);
  const [cpu, at] = [server.cpu(), performance.now()];
  await sleep(8000 * scale);
  return ((server.cpu() - cpu) * 1000) / (performance.now() - at);
}

async function connect(
  driver: Driver,
  server: ServerProcess,
  people: number,
  documentOf: (n: number) => string,
): Promise<LightClient[]> {
  const clients: LightClient[] = [];
  for (let n = 0; n < people; n++)
    clients.push(await driver.connect(server.port, documentOf(n), n, { updates: () => undefined }));
  await sleep(500);
  return clients;
}

const close = (clients: LightClient[]) => {
  for (const client of clients) client.close();
};

/** Runs the code once, so that what is loaded with it is not counted as growth. */
async function warm(driver: Driver, server: ServerProcess, documentId: string): Promise<void> {
  close(await connect(driver, server, 20, () => documentId));
  await sleep(2 * ROOM_IDLE);
}

/** Milliseconds until somebody who comes back has a document that was unloaded meanwhile. */
async function reopening(of: { driver: Driver; server: ServerProcess; documentId: string }) {
  const { driver, server, documentId } = of;
  const history = await writeHistory(driver, server.port, documentId, { authors: 5, edits: 200 });
  const times: number[] = [];
  for (let n = 0; n < 10; n++) {
    await sleep(2 * ROOM_IDLE);
    const { client, milliseconds } = await open(driver, server.port, documentId, 50 + n, history);
    times.push(milliseconds);
    client.close();
  }
  return { reopen: percentile(times, 0.5) };
}

/** Milliseconds of an orderly stop. */
async function stopped(server: ServerProcess): Promise<number> {
  const at = performance.now();
  await server.stop();
  return performance.now() - at;
}
