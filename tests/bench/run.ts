/**
 * Goals of speed, measured on the built server with its own database: `npm run bench`.
 * Prints a table and ends with 1 when a goal is missed. BENCH_BUILT=1 leaves out the first start, which builds.
 */
import { rmSync } from "node:fs";
import os from "node:os";
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
import { residentMegabytes } from "./process-stats";

const DRAFT = "jarjestoavustusten-jaottelu";
const CLIENTS = 25;
const CATEGORIES = 40;
const SEATS = [
  ...["jane", "joensuu", "ilomantsi", "polvijarvi", "liperi", "lieksa", "kitee", "outokumpu", "tohmajarvi"],
  ...["heinavesi", "raakkyla", "kontiolahti", "hyvinvointialue", "pelastuslaitos", "maakuntaliitto"],
];

interface Row {
  what: string;
  /** Null where this system does not tell it. */
  result: number | null;
  goal: number;
  unit: string;
}
const rows: Row[] = [];
const row = (what: string, result: number | null, goal: number, unit: string) =>
  rows.push({ what, result, goal, unit });
const print = (line: string) => process.stdout.write(`${line}\n`);

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

async function measureStarts(): Promise<RunningServer> {
  if (!process.env.BENCH_BUILT) {
    rmSync(path.join(ROOT, "build"), { recursive: true, force: true });
    const [first, seconds] = await timedStart();
    row("first start: build, database, demo", seconds, 20, "s");
    await first.close();
  }
  const [fresh] = await timedStart();
  await fresh.stop();
  const [server, seconds] = await timedStart(fresh.dataDir);
  row("later start", seconds, 5, "s");
  await sleep(10_000);
  row("memory of the server at rest", residentMegabytes(server.pid), 180, "MB");
  return server;
}

async function measurePages(server: RunningServer, documentId: string): Promise<void> {
  const { origin, pid } = server;
  const cookie = await signIn(origin, "liperi");
  const page = (at: string) => ({ origin, cookie, path: at });
  const live = /live-board/;
  row("script of the board", await scriptKilobytes(page(paths.draft(DRAFT)), live), 220, "KB");
  row("script of a version's page", await scriptKilobytes(page(paths.version(DRAFT, 1))), 110, "KB");
  const editor = await openDocument({ origin, cookie, documentId });
  const board = () => readSplit(editor.doc).categories.filter((c) => c.status !== "removed").length;
  for (let n = 0; board() < CATEGORIES; n++)
    addUndoably(
      editor.doc,
      aCategory({ id: `bench-${n}`, order: `z${n + 10}`, label: { fi: `Luokka ${n}` } }),
    );
  await editor.whenSaved();
  await editor.close();
  row(`rendering ${CATEGORIES} categories`, await renderCpu(page(paths.draft(DRAFT)), pid), 50, "ms CPU");
}

async function measureEdits({ origin }: RunningServer, documentId: string): Promise<void> {
  const clients: HeadlessDocument[] = [];
  for (let n = 0; n < CLIENTS; n++) {
    const cookie = await signIn(origin, SEATS[n % SEATS.length]!);
    clients.push(await openDocument({ origin, cookie, documentId }));
  }
  const { seen, saved } = await measureLatency(clients, { rate: CLIENTS, seconds: 20, warmUp: 3 });
  row(`edit to the other screens, ${CLIENTS} clients: p50`, percentile(seen, 0.5), 10, "ms");
  row(`edit to the other screens, ${CLIENTS} clients: p99`, percentile(seen, 0.99), 40, "ms");
  row("edit to acknowledged after commit: p50", percentile(saved, 0.5), 10, "ms");
  row("edit to acknowledged after commit: p99", percentile(saved, 0.99), 40, "ms");
  await Promise.all(clients.map((client) => client.close()));
}

const server = await measureStarts();
try {
  const cookie = await signIn(server.origin, "liperi");
  const api = await fetch(new URL(paths.apiDraft(DRAFT), server.origin), { headers: { cookie } });
  const { documentId } = (await api.json()) as { documentId: string };
  await measurePages(server, documentId);
  await measureEdits(server, documentId);
} finally {
  await server.close();
}

const missed = rows.filter(({ result, goal }) => result !== null && !(result <= goal));
const load = os.loadavg()[0]!.toFixed(1);
print(`\n${os.cpus().length} cores, load ${load}, Node ${process.version}\n`);
print("| What | Result | Goal | |\n|---|---|---|---|");
for (const { what, result, goal, unit } of rows) {
  const told = result === null ? "not told by this system" : `${result.toFixed(1)} ${unit}`;
  print(
    `| ${what} | ${told} | ≤ ${goal} ${unit} | ${result === null ? "" : result <= goal ? "✓" : "missed"} |`,
  );
}
process.exitCode = missed.length > 0 ? 1 : 0;
