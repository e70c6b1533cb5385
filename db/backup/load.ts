import { readArchive } from "./archive";
import type { Transaction } from "./connection";
import { type CopyIn, copyIn } from "./copy";
import { counted, type Header, type Manifest, sized } from "./manifest";
import { BackupProblem } from "./problem";
import { quoted, quotedList } from "./tables";

/** A large table says how far it is this often. Milliseconds. */
const PROGRESS_EVERY = 2_000;

/** Copies every row of the file into its table. Resolves with the file's manifest. Throws when a row is not taken. */
export async function loadRows(
  trx: Transaction,
  file: string,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<Manifest> {
  let shapes: Header["tables"] = [];
  const now: { copy: CopyIn | null; bytes: number; told: number } = {
    copy: null,
    bytes: 0,
    told: Date.now(),
  };
  return readArchive(file, signal, {
    header: (header) => {
      shapes = header.tables;
    },
    part: async (table, part) => {
      if (!now.copy) {
        const columns = shapes.find((shape) => shape.name === table)?.columns ?? [];
        const into = `public.${quoted(table)} (${quotedList(columns)})`;
        const copy = await taking(table, copyIn(trx, into));
        Object.assign(now, { copy, bytes: 0 });
      }
      if (now.copy) await taking(table, now.copy.write(part));
      now.bytes += part.length;
      if (Date.now() - now.told < PROGRESS_EVERY) return;
      now.told = Date.now();
      say(`${table}: ${sized(now.bytes)} …`);
    },
    tableEnd: async (table, rows) => {
      if (now.copy) await taking(table, now.copy.end());
      say(`${table}: ${counted(rows, "row")}, ${sized(now.bytes)}`);
      now.copy = null;
    },
  });
}

/** Runs one step; what the database says against it becomes one line. */
async function taking<T>(table: string, step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (cause) {
    const { message } = cause as Error;
    throw new BackupProblem(`The rows of ${table} were not taken: ${message}. Nothing was changed.`, {
      cause,
    });
  }
}
