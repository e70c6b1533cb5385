/**
 * The file of a backup: a tar archive in gzip, with a seal at its end. `tar xzf` opens it.
 *
 *   backup.json                          what it is, and its tables in order (manifest.ts: Header)
 *   <table>/000001.copy, 000002.copy …   rows in COPY's text format, a part at a time, at line ends
 *   manifest.json                        the same with rows, bytes and sha256 of each table (Manifest)
 */
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { constants, createGunzip, createGzip } from "node:zlib";
import type { z } from "zod";
import {
  FIRST,
  FORMAT,
  type Header,
  headerSchema,
  LAST,
  type Manifest,
  manifestSchema,
  type TableContent,
  tableOfPart,
} from "./manifest";
import { BackupProblem } from "./problem";
import { sealOf } from "./seal";
import { type Entry, pack, Unreadable, unpack } from "./tar";

/**
 * Writes the archive; resolves with its size in bytes when it is on disk under its name. Until then, and when
 * anything fails, there is no file of that name. Never overwrites one.
 */
export async function writeArchive(
  file: string,
  entries: AsyncIterable<Entry>,
  signal: AbortSignal,
): Promise<number> {
  if (existsSync(file)) throw new BackupProblem(`${file} is there already. Give another name.`);
  const unfinished = `${file}.unfinished-${process.pid}`;
  // One level only: Node's own recursive mkdir never returns under /proc.
  if (!existsSync(path.dirname(file))) await onDisk(file, mkdir(path.dirname(file), { mode: 0o700 }));
  // It holds what people wrote, and hashes of their passwords: for its owner only.
  const handle = await onDisk(file, open(unfinished, "wx", 0o600));
  try {
    const hash = createHash("sha256");
    let bytes = 0;
    const keep = async (zipped: AsyncIterable<Uint8Array>) => {
      for await (const chunk of zipped) {
        hash.update(chunk);
        await onDisk(file, handle.appendFile(chunk));
        bytes += chunk.length;
      }
    };
    await pipeline(pack(entries), createGzip({ level: constants.Z_BEST_SPEED }), keep, { signal });
    const seal = sealOf(hash.digest());
    await onDisk(file, handle.appendFile(seal));
    await onDisk(file, handle.sync());
    await handle.close();
    await onDisk(file, rename(unfinished, file));
    await syncFolder(path.dirname(file));
    return bytes + seal.length;
  } catch (cause) {
    await handle.close();
    await rm(unfinished, { force: true });
    throw cause;
  }
}

/** One step with the file; what the disk says against it becomes one line. */
async function onDisk<T>(file: string, step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (cause) {
    throw new BackupProblem(`Cannot write ${file}: ${(cause as Error).message}.`, { cause });
  }
}

/** A rename is on disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch (cause) {
    if (!["EPERM", "EINVAL", "EISDIR"].includes((cause as NodeJS.ErrnoException).code ?? "")) throw cause; // a file system that cannot
  } finally {
    await handle.close();
  }
}

export interface ArchiveReader {
  /** Called first. */
  header?(header: Header): Promise<void> | void;
  /** Called for each part of a table, in order. */
  part?(table: string, bytes: Uint8Array): Promise<void>;
  /** Called when the last part of a table has come. */
  tableEnd?(table: string, rows: number): Promise<void>;
}

/** Reads the archive from its beginning to its end, and checks every table against the manifest. */
export async function readArchive(
  file: string,
  signal: AbortSignal,
  reader: ArchiveReader = {},
): Promise<Manifest> {
  const gunzip = createGunzip();
  const piped = pipeline(createReadStream(file), gunzip, { signal });
  piped.catch(() => undefined); // the loop below meets the same error
  try {
    return await readEntries(unpack(gunzip), reader);
  } catch (cause) {
    signal.throwIfAborted();
    const { code, syscall } = cause as NodeJS.ErrnoException;
    const ours =
      cause instanceof Unreadable || code?.startsWith("Z_") || syscall === "read" || syscall === "open";
    if (!ours) throw cause;
    throw new BackupProblem(`${file} cannot be read: ${(cause as Error).message}.`, { cause });
  } finally {
    gunzip.destroy();
  }
}

async function readEntries(entries: AsyncIterable<Entry>, reader: ArchiveReader): Promise<Manifest> {
  const counters = new Map<string, Counter>();
  let current: string | null = null;
  for await (const { name, bytes } of entries) {
    if (counters.size === 0) {
      if (name !== FIRST) throw new Unreadable("it is no backup of this product");
      const header = parse(bytes, headerSchema);
      for (const table of header.tables) counters.set(table.name, new Counter(table.name, table.columns));
      await reader.header?.(header);
      continue;
    }
    const table: string | null = name === LAST ? null : tableOfPart(name);
    if (current !== table && current !== null)
      await reader.tableEnd?.(current, counters.get(current)?.rows ?? 0);
    current = table;
    if (table === null) {
      const manifest = parse(bytes, manifestSchema);
      const found = [...counters.values()].map((counter) => counter.content());
      if (JSON.stringify(found) === JSON.stringify(manifest.tables)) return manifest;
      throw new Unreadable("its tables are not those of its manifest");
    }
    const counter = counters.get(table);
    if (!counter) throw new Unreadable(`it holds ${name}`);
    counter.add(bytes);
    await reader.part?.(table, bytes);
  }
  throw new Unreadable("its manifest is missing");
}

function parse<T extends z.ZodType>(bytes: Uint8Array, schema: T): z.infer<T> {
  const value = JSON.parse(Buffer.from(bytes).toString("utf8")) as { format?: unknown };
  if (typeof value.format === "number" && value.format > FORMAT)
    throw new Unreadable(
      `it is of format ${value.format}, and this version of the product reads up to ${FORMAT}`,
    );
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Unreadable("it is no backup of this product");
  return parsed.data;
}

/** Counts and hashes a table's parts as they pass. */
export class Counter {
  #rows = 0;
  #bytes = 0;
  #hash = createHash("sha256");

  constructor(
    readonly name: string,
    readonly columns: string[],
  ) {}

  get rows() {
    return this.#rows;
  }
  get bytes() {
    return this.#bytes;
  }

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    // One line a row: COPY writes a line end inside a value as \n.
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) this.#rows += 1;
  }

  /** Call it once, at the end. */
  content(): TableContent {
    const { name, columns, rows, bytes } = this;
    return { name, columns, rows, bytes, sha256: this.#hash.digest("hex") };
  }
}
