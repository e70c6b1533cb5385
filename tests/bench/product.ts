/**
 * Goals of speed of the built server with its own database: starts, memory, pages and edits.
 *
 * An edit is shown and acknowledged only when it is on disk, so its slowest moments are the disk's: edits are
 * measured on the disk, beside what the disk takes by itself, and in memory, which shows the product alone.
 */
import { rmSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { readSplit } from "../../app/collab/documents/split-document";
import { addUndoably } from "../../app/collab/documents/undoable-add";
import { paths } from "../../app/paths";
import { type HeadlessDocument, openDocument } from "../support/headless";
import { ROOT, type RunningServer, startServer } from "../support/server";
import { aCategory } from "../support/splits";
import { measureLatency, percentile } from "./latency";
import { renderCpu, scriptKilobytes } from "./pages";
import { measurePositions } from "./positions";
import { residentMegabytes } from "./process-stats";
import { measureSync, memoryStorage, type Storage, temporaryStorage } from "./storage";
import type { Row } from "./table";

const DRAFT = "jarjestoavustusten-jaottelu";
const CLIENTS = 25;
const CATEGORIES = 40;
const SEATS = [
  ...["jane", "joensuu", "ilomantsi", "polvijarvi", "liperi", "lieksa", "kitee", "outokumpu", "tohmajarvi"],
  ...["heinavesi", "raakkyla", "kontiolahti", "hyvinvointialue", "pelastuslaitos", "maakuntaliitto"],
];

/** Edits a second by all clients together. */
const RATE = 25;

interface Pace {
  /** Is the first start, which builds, measured too? */
  first: boolean;
  /** Seconds until memory is at rest. */
  rest: number;
  /** Seconds of edits. */
  seconds: number;
}

interface Run {
  rows: Row[];
  pace: Pace;
}

const adder =
  ({ rows }: Run) =>
  (what: string, result: number | null, goal: number | null, unit: string) =>
    rows.push({ what, result, goal, unit });

async function timedStart(dataDir?: string): Promise<[RunningServer, number]> {
  const began = performance.now();
  const server = await startServer({ dataDir });
  return [server, (performance.now() - began) / 1000];
}

async function signIn(origin: string, seat: string): Promise<string> {
  const response = await fetch(new URL(paths.demoSignIn(), origin), {
    method: "POST",
    headers: { origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ seat }),
    redirect: "manual",
  });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]!);
  if (cookies.length === 0) throw new Error(`no session for the seat ${seat}: ${response.status}`);
  return cookies.join("; ");
}

async function measureStarts(storage: Storage, run: Run): Promise<RunningServer> {
  const row = adder(run);
  if (run.pace.first) {
    rmSync(path.join(ROOT, "build"), { recursive: true, force: true });
    const [first, seconds] = await timedStart();
    row("first start: build, database, demo", seconds, 20, "s");
    await first.close();
  }
  const dataDir = path.join(storage.folder, "data");
  const [fresh] = await timedStart(dataDir);
  await fresh.stop();
  const [server, seconds] = await timedStart(dataDir);
  row("later start", seconds, 5, "s");
  await sleep(run.pace.rest * 1000);
  row("memory of the server at rest", residentMegabytes(server.pid), 180, "MB");
  return server;
}

/** The id of the draft's document, grown to as many categories as a large split has. */
async function growDraft({ origin }: RunningServer): Promise<string> {
  const cookie = await signIn(origin, "liperi");
  const api = await fetch(new URL(paths.apiDraft(DRAFT), origin), { headers: { cookie } });
  const { documentId } = (await api.json()) as { documentId: string };
  const editor = await openDocument({ origin, cookie, documentId });
  const board = () => readSplit(editor.doc).categories.filter((c) => c.status !== "removed").length;
  for (let n = 0; board() < CATEGORIES; n++)
    addUndoably(
      editor.doc,
      aCategory({ id: `bench-${n}`, order: `z${n + 10}`, label: { fi: `Luokka ${n}` } }),
    );
  await editor.whenSaved();
  await editor.close();
  return documentId;
}

async function measurePages(server: RunningServer, documentId: string, run: Run): Promise<void> {
  const { origin, pid } = server;
  const row = adder(run);
  const cookie = await signIn(origin, "liperi");
  const page = (at: string) => ({ origin, cookie, path: at });
  const live = /live-board/;
  row("script of the board", await scriptKilobytes(page(paths.draft(DRAFT)), live), 220, "KB");
  row("script of a version's page", await scriptKilobytes(page(paths.version(DRAFT, 1))), 110, "KB");
  row(`rendering ${CATEGORIES} categories`, await renderCpu(page(paths.draft(DRAFT)), pid), 50, "ms CPU");
  run.rows.push(...(await measurePositions(server, { slug: DRAFT, documentId, cookie })));
}

async function measureEdits(
  { origin }: RunningServer,
  documentId: string,
  storage: Storage,
  run: Run,
): Promise<void> {
  const row = adder(run);
  const { seconds } = run.pace;
  const { where } = storage;
  const flushes = where === "on disk" ? await measureSync(storage.folder, RATE, seconds) : [];
  const clients: HeadlessDocument[] = [];
  for (let n = 0; n < CLIENTS; n++) {
    const cookie = await signIn(origin, SEATS[n % SEATS.length]!);
    clients.push(await openDocument({ origin, cookie, documentId }));
  }
  const { seen, saved } = await measureLatency(clients, { rate: RATE, seconds, warmUp: 3 });
  row(`${where}: edit to the other screens, ${CLIENTS} clients: p50`, percentile(seen, 0.5), 10, "ms");
  row(`${where}: edit to the other screens, ${CLIENTS} clients: p99`, percentile(seen, 0.99), 40, "ms");
  row(`${where}: edit to acknowledged after commit: p50`, percentile(saved, 0.5), 10, "ms");
  row(`${where}: edit to acknowledged after commit: p99`, percentile(saved, 0.99), 40, "ms");
  await Promise.all(clients.map((client) => client.close()));
  if (flushes.length === 0) return;
  const own = percentile(flushes, 0.99);
  row(`the disk's own fdatasync, ${RATE} a second: p50`, percentile(flushes, 0.5), null, "ms");
  row("the disk's own fdatasync: p99", own, null, "ms");
  row("the disk's own fdatasync: slowest", percentile(flushes, 1), null, "ms");
  row("on disk: acknowledged p99 to the disk's own p99", percentile(saved, 0.99) / own, null, "times");
}

/** Measures a server whose data is on the storage, and takes both away, whatever happens. */
async function on(
  storage: Storage,
  run: Run,
  start: (storage: Storage) => Promise<RunningServer>,
  pages: boolean,
): Promise<void> {
  try {
    const server = await start(storage);
    try {
      const documentId = await growDraft(server);
      if (pages) await measurePages(server, documentId, run);
      await measureEdits(server, documentId, storage, run);
    } finally {
      await server.close();
    }
  } finally {
    storage.remove();
  }
}

/** Measures it all. `quick` leaves out the first start, which builds, and shortens the rest. */
export async function measureProduct(quick: boolean): Promise<Row[]> {
  const pace: Pace = quick ? { first: false, rest: 3, seconds: 6 } : { first: true, rest: 10, seconds: 20 };
  const rows: Row[] = [];
  const first = temporaryStorage();
  const memory = first.where === "in memory" || quick ? null : memoryStorage();
  const run = { rows, pace };
  await on(first, run, (storage) => measureStarts(storage, run), true);
  if (memory)
    await on(memory, run, async ({ folder }) => (await timedStart(path.join(folder, "data")))[0], false);
  return rows;
}
