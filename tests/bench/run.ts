/**
 * `npm run bench`: the product's goals of speed, live editing beside other servers, and how cost grows.
 * Ends with 1 when a goal is missed. `npm run bench -- --help` tells the options.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { readArgs, USAGE, type Wanted } from "./args";
import { SERVERS } from "./compare/catalog";
import { NOTES } from "./compare/notes";
import { bundle, compareAll, installPeers, prepareDatabase } from "./compare/run-all";
import { canPin } from "./compare/server-process";
import { judge, markdown, remarks, summarize } from "./compare/summary";
import { OUT } from "./compare/where";
import { measureGrowth } from "./growth";
import { measureProduct } from "./product";
import { anyMissed, tableOf } from "./table";
import { measureTyping } from "./typing";

const undo: (() => void)[] = [];
const out = (text: string) => process.stdout.write(`${text}\n`);

async function bench(wanted: Wanted): Promise<void> {
  const result: Record<string, unknown> = { ...circumstances(), wanted };
  let missed = false;
  if (wanted.product) {
    const rows = await measureProduct(wanted.quick);
    out(`\n## The product\n\n${tableOf(rows)}`);
    result.product = rows;
    missed ||= anyMissed(rows);
  }
  if (wanted.typing) {
    const rows = await measureTyping(wanted.quick);
    out(`\n## Typing\n\n${tableOf(rows)}`);
    result.typing = rows;
    missed ||= anyMissed(rows);
  }
  if (wanted.scenarios.length > 0 || wanted.growth) {
    await installPeers();
    await bundle();
    undo.push(await prepareDatabase());
  }
  if (wanted.scenarios.length > 0) {
    out("\n## Beside other servers\n");
    const all = await compareAll(wanted, out);
    const summary = summarize(all);
    const verdicts = judge(summary);
    const told = [...NOTES(wanted), ...remarks(all)].map((line) => `- ${line}`).join("\n");
    out(`\n${markdown(summary, verdicts, wanted.servers)}\n\n${told}`);
    Object.assign(result, { measurements: all, summary, verdicts });
    missed ||= verdicts.some(({ met }) => !met) || all.some(({ measured }) => !measured);
  }
  if (wanted.growth) {
    const rows = await measureGrowth(wanted.quick);
    out(`\n## How cost grows (${SERVERS.ours.title})\n\n${tableOf(rows)}`);
    result.growth = rows;
    missed ||= anyMissed(rows);
  }
  mkdirSync(OUT, { recursive: true });
  writeFileSync(path.join(OUT, "result.json"), JSON.stringify(result, null, 1));
  out(`\n${path.relative(process.cwd(), path.join(OUT, "result.json"))}`);
  process.exitCode = missed ? 1 : 0;
}

/** What the numbers were measured on. */
const circumstances = () => ({
  at: new Date().toISOString(),
  node: process.version,
  cores: os.cpus().length,
  processor: os.cpus()[0]?.model,
  load: os.loadavg(),
  pinned: canPin,
});

if (process.argv.includes("--help")) out(USAGE);
else
  await bench(readArgs(process.argv.slice(2))).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
for (const one of undo) one();
