/** Puts a backup in the place of what the database holds. All of it or nothing: one transaction. */
import { setTimeout as sleep } from "node:timers/promises";
import { SERVER_LOCK } from "../copy-lock";
import { grantAppRole, MIGRATION_NAMES, migrate } from "../migrate";
import { readArchive } from "./archive";
import { inTransaction, kyselyInside, type Transaction } from "./connection";
import { keepEpochs, raiseEpochs } from "./epochs";
import { findFlaws } from "./flaws";
import { loadRows } from "./load";
import { counted, type Header, type Manifest } from "./manifest";
import { BackupProblem } from "./problem";
import { checkSeal } from "./seal";
import { KEPT, presentTables, quoted, readMigrations, rowCounts } from "./tables";

/** A server that was killed may hold its lock a moment longer. Milliseconds. */
const PATIENCE = 1_500;

export interface RestoreOptions {
  /** Address of the database, as the owner of the schema. */
  url: string;
  /** The role that runs the application, when it is not the owner: gets its rights. */
  appRole: string | null;
  /** Path of the backup. */
  file: string;
  /** May what is there be lost? */
  replace: boolean;
  /** Gets a line now and then. */
  say: (line: string) => void;
  /** Cancels; then nothing has changed. */
  signal: AbortSignal;
}

/** Reads the whole file, and changes nothing. Throws a BackupProblem when it cannot be restored by this product. */
export async function checkBackup(file: string, signal: AbortSignal): Promise<Manifest> {
  await checkSeal(file, signal);
  return readArchive(file, signal, { header: refuseNewer });
}

function refuseNewer({ migrations, version }: Header): void {
  const unknown = migrations.filter((name, n) => MIGRATION_NAMES[n] !== name);
  if (unknown.length === 0) return;
  throw new BackupProblem(
    `The backup was made by a newer version of the product (${version}; ${unknown.join(", ")}): update the product first.`,
  );
}

/**
 * Restores a backup that `checkBackup` found whole. Throws a BackupProblem with one clear line, and then nothing
 * has changed. Resolves with the rows that were replaced, by table.
 */
export async function restore(options: RestoreOptions, manifest: Manifest): Promise<Map<string, number>> {
  const { url, file, signal, say } = options;
  return inTransaction(url, "read write", signal, async (trx) => {
    await refuseRunningServer(trx, signal);
    const present = await presentTables(trx);
    const lost = await whatIsLost(trx, present, options.replace);
    await keepEpochs(trx, present);
    await dropAll(trx, present);
    const db = kyselyInside(trx);
    await migrate(db, manifest.migrations.at(-1));
    const loaded = await loadRows(trx, file, signal, say);
    if (JSON.stringify(loaded) !== JSON.stringify(manifest))
      throw new BackupProblem(`${file} changed meanwhile.`);
    await verifyRows(trx, manifest);
    await continueNumbers(trx);
    const ran = await migrate(db);
    if (ran.length) say(`Brought up to date: ${ran.join(", ")}`);
    await raiseEpochs(trx);
    await verifyLog(trx, manifest);
    if (options.appRole) await grantAppRole(db, options.appRole);
    return lost;
  });
}

/** Servers hold this lock while they run; held by this transaction, it keeps new ones out. */
async function refuseRunningServer(trx: Transaction, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const [row] = await trx<{ taken: boolean }[]>`select pg_try_advisory_xact_lock(${SERVER_LOCK}) as taken`;
    if (row?.taken) return;
    if (Date.now() > deadline)
      throw new BackupProblem(
        "A server is running on this database (or another restore): stop it first. Nothing was changed.",
      );
    await sleep(100, undefined, { signal });
  }
}

async function whatIsLost(
  trx: Transaction,
  present: string[],
  replace: boolean,
): Promise<Map<string, number>> {
  const newer = (await readMigrations(trx, present)).filter((name) => !MIGRATION_NAMES.includes(name));
  if (newer.length)
    throw new BackupProblem(
      `The database belongs to a newer version of the product (${newer.join(", ")}): restore with that one.`,
    );
  const lost = await rowCounts(
    trx,
    present.filter((name) => KEPT.includes(name)),
  );
  if (lost.size === 0 || replace) return lost;
  const told = [...lost]
    .map(([name, rows]) => `${counted(rows, `row of ${name}`, `rows of ${name}`)}`)
    .join(", ");
  throw new BackupProblem(
    `The database is not empty. This would be lost: ${told}. Nothing was changed; --replace restores over it.`,
  );
}

/** Takes the product's own tables and trigger functions away. Other tables in the database stay as they are. */
async function dropAll(trx: Transaction, present: string[]): Promise<void> {
  if (present.length === 0) return;
  const functions = await trx<{ name: string }[]>`
    select distinct tgfoid::regprocedure::text as name from pg_trigger
    where not tgisinternal and tgrelid = any (
      select oid from pg_class where relnamespace = 'public'::regnamespace and relname = any (${present}))`;
  await trx.unsafe(`drop table ${present.map((name) => `public.${quoted(name)}`).join(", ")}`);
  for (const { name } of functions) await trx.unsafe(`drop function ${name}`);
}

/** Identity columns go on after the highest number that was used. */
async function continueNumbers(trx: Transaction): Promise<void> {
  const columns = await trx<{ sequence: string; table: string; column: string }[]>`
    select pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as sequence,
      c.relname::text as table, a.attname::text as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname = any (${KEPT})
      and a.attnum > 0 and not a.attisdropped
      and pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) is not null`;
  for (const { sequence, table, column } of columns)
    await trx.unsafe(
      `select setval('${sequence}', coalesce((select max(${quoted(column)}) from public.${quoted(table)}), 0) + 1, false)`,
    );
}

/** Before migrations that may move rows elsewhere. */
async function verifyRows(trx: Transaction, manifest: Manifest): Promise<void> {
  const counts = await rowCounts(
    trx,
    manifest.tables.map(({ name }) => name),
  );
  for (const { name, rows } of manifest.tables) {
    const there = counts.get(name) ?? 0;
    if (there !== rows)
      throw new BackupProblem(`${name} has ${there} rows instead of ${rows}. Nothing was changed.`);
  }
}

/** No more is wrong with what was loaded than was when it was saved. */
async function verifyLog(trx: Transaction, manifest: Manifest): Promise<void> {
  const [fresh] = (await findFlaws(trx)).filter((flaw) => !manifest.flaws.includes(flaw));
  if (fresh) throw new BackupProblem(`What was loaded is not right: ${fresh}. Nothing was changed.`);
}
