/** Writes everything that the product keeps into one file, as it was at one moment. People go on working meanwhile. */
import { MIGRATION_NAMES } from "../migrate";
import { Counter, writeArchive } from "./archive";
import { inTransaction, type Transaction } from "./connection";
import { copyOut } from "./copy";
import { findFlaws } from "./flaws";
import {
  counted,
  FIRST,
  FORMAT,
  type Header,
  LAST,
  type Manifest,
  PRODUCT,
  partName,
  sized,
  type TableContent,
} from "./manifest";
import { BackupProblem } from "./problem";
import { presentTables, quoted, quotedList, readMigrations, readShapes } from "./tables";
import type { Entry } from "./tar";

/** A part of a table in the archive holds about this much. Bytes. */
const PART_BYTES = 1 << 20;
/** A large table says how far it is this often. Milliseconds. */
const PROGRESS_EVERY = 2_000;

export interface BackUpOptions {
  /** Address of the database, as a role that reads every table. */
  url: string;
  /** Absolute path of the file to be made. */
  file: string;
  /** Of the product. */
  version: string;
  /** Gets a line now and then. */
  say: (line: string) => void;
  /** Cancels; then no file is made. */
  signal: AbortSignal;
}

/** Resolves when the file is on disk. Throws a BackupProblem with one clear line. */
export async function backUp(options: BackUpOptions): Promise<Manifest & { fileBytes: number }> {
  const { url, file, signal } = options;
  const present = await inTransaction(url, "read write", signal, presentTables);
  return inTransaction(url, "isolation level repeatable read read only", signal, async (trx) => {
    // A migration that made a table anew between the snapshot and the copying would leave it empty in the backup.
    // LOCK takes no snapshot by itself, so the one that follows shows what was committed before the locks.
    if (present.length) await trx.unsafe(`lock table ${quotedList(present)} in access share mode`);
    const header = await readHeader(trx, options.version);
    const flaws = await findFlaws(trx);
    const tables: TableContent[] = [];
    const manifest: Manifest = { ...header, tables, flaws };
    const entries = async function* (): AsyncGenerator<Entry> {
      yield json(FIRST, header);
      for (const { name, columns } of header.tables) {
        const counter = new Counter(name, columns);
        yield* partsOf(trx, counter, options.say);
        tables.push(counter.content());
      }
      yield json(LAST, manifest);
    };
    return { ...manifest, fileBytes: await writeArchive(file, entries(), signal) };
  });
}

const json = (name: string, value: unknown): Entry => ({
  name,
  bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
});

async function readHeader(trx: Transaction, version: string): Promise<Header> {
  const migrations = await readMigrations(trx, await presentTables(trx));
  if (migrations.length === 0)
    throw new BackupProblem("There is nothing to back up: the database holds none of the product's tables.");
  const unknown = migrations.filter((name) => !MIGRATION_NAMES.includes(name));
  if (unknown.length)
    throw new BackupProblem(
      `The database belongs to a newer version of the product (${unknown.join(", ")}): back it up with that one.`,
    );
  const [now] = await trx<{ at: Date; postgres: string }[]>`
    select clock_timestamp() as at, current_setting('server_version') as postgres`;
  return {
    product: PRODUCT,
    format: FORMAT,
    version,
    createdAt: (now?.at ?? new Date()).toISOString(),
    postgres: now?.postgres ?? "",
    migrations,
    tables: await readShapes(trx),
  };
}

/** The rows of a table, in parts of whole lines. */
async function* partsOf(
  trx: Transaction,
  counter: Counter,
  say: (line: string) => void,
): AsyncGenerator<Entry> {
  const { name, columns } = counter;
  // A table in partitions can only be copied out of a query.
  const rows = copyOut(trx, `select ${quotedList(columns)} from public.${quoted(name)}`);
  let parts: Uint8Array[] = [];
  let size = 0;
  let n = 0;
  let told = Date.now();
  const flush = (): Entry => {
    const bytes = Buffer.concat(parts, size);
    parts = [];
    size = 0;
    counter.add(bytes);
    n += 1;
    return { name: partName(name, n), bytes };
  };
  const progress = () => say(`${name}: ${counted(counter.rows, "row")}, ${sized(counter.bytes)}`);
  for await (const chunk of rows) {
    parts.push(chunk);
    size += chunk.length;
    if (size < PART_BYTES) continue;
    yield flush();
    if (Date.now() - told > PROGRESS_EVERY) {
      told = Date.now();
      progress();
    }
  }
  if (size) yield flush();
  if (counter.rows) progress();
}
