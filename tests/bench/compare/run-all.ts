/** Runs the scenarios against the servers in turns, each with a load generator of its own. */
import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import type { Wanted } from "../args";
import { applies, type Measured, SCENARIOS, type ScenarioName, type ServerName } from "./catalog";
import { pinned, startPinned } from "./server-process";
import { OUT, PEERS, ROOT } from "./where";

const run = promisify(execFile);
/** One measurement may take so long, in milliseconds. */
const PATIENCE = 240_000;

export interface Measurement<Name extends string = ScenarioName> {
  scenario: Name;
  server: ServerName;
  round: number;
  /** Null when it failed; then `trouble` says why. */
  measured: Measured | null;
  trouble: string[];
}

/** A folder with our database as it is before anybody came: made once, copied for each measurement. */
let template = "";

/** Makes the template; the answer takes it away. */
export async function prepareDatabase(): Promise<() => void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "kp-bench-"));
  chmodSync(folder, 0o755); // a database run by root belongs to another account
  const command = [process.execPath, path.join(OUT, "ours.mjs")];
  const server = await startPinned({ command, env: { DATA_DIR: folder } });
  await server.stop();
  template = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Installs the peers' packages when they are missing: they are no part of the product's own. */
export async function installPeers(): Promise<void> {
  if (existsSync(path.join(PEERS, "node_modules/.package-lock.json"))) return;
  await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: PEERS });
}

/** Bundles the programs as the product's own build does, so that starting them costs little. */
export async function bundle(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: { load: "tests/bench/compare/load.ts", ours: "tests/bench/compare/ours/server.ts" },
    outdir: OUT,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "silent",
  });
}

/** Everything that is wanted, round by round; the order of the servers turns by one each round. */
export async function compareAll(wanted: Wanted, say: (line: string) => void): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (let round = 0; round < wanted.rounds; round++)
    for (const scenario of wanted.scenarios) {
      const turned = [...wanted.servers.slice(round % wanted.servers.length), ...wanted.servers].slice(
        0,
        wanted.servers.length,
      );
      for (const server of turned) {
        if (!applies(scenario, server)) continue;
        const measurement = await measureOnce(scenario, server, round, wanted.scale);
        measurements.push(measurement);
        say(`${round + 1}/${wanted.rounds} ${scenario} ${server}: ${told(measurement)}`);
      }
    }
  return measurements;
}

/** One measurement in a process of its own. */
export async function measureOnce<Name extends ScenarioName | "growth">(
  scenario: Name,
  server: ServerName,
  round: number,
  scale: number,
): Promise<Measurement<Name>> {
  const id = `${process.pid}-${round}-${scenario}-${server}`;
  const [first, rest] = pinned("load", [
    process.execPath,
    path.join(OUT, "load.mjs"),
    scenario,
    server,
    String(scale),
    id,
  ]);
  try {
    const { stdout } = await run(first, rest, {
      cwd: ROOT,
      env: { ...process.env, BENCH_ROOT: ROOT, BENCH_TEMPLATE: template },
      timeout: PATIENCE,
      maxBuffer: 1 << 24,
    });
    const said = JSON.parse(stdout.trim().split("\n").at(-1)!) as Pick<Measurement, "measured" | "trouble">;
    return { scenario, server, round, ...said };
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    const why = /^\w*Error: .*/m.exec(stderr ?? "")?.[0] ?? message.slice(0, 500);
    return { scenario, server, round, measured: null, trouble: [why] };
  }
}

function told({ scenario, measured, trouble }: Measurement): string {
  if (!measured) return `failed: ${trouble.join("; ")}`;
  const numbers = SCENARIOS[scenario].shown.map(
    ({ key, title, unit }) => `${title} ${(measured[key] ?? Number.NaN).toFixed(1)} ${unit}`,
  );
  return [...numbers, ...new Set(trouble)].join(", ");
}
