/**
 * The seal of a backup file: its last 58 bytes, an empty gzip member that carries the sha256 of all bytes before it.
 * gzip programs pass over it; a file without it is unfinished, and one that does not match it is damaged.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { BackupProblem } from "./problem";

/** gzip member: deflate, with an extra field "KP" of 32 bytes. RFC 1952. */
const BEFORE = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 36, 0, 0x4b, 0x50, 32, 0]);
/** Empty content, its checksum and its length. */
const AFTER = Buffer.from([3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
export const SEAL_BYTES = BEFORE.length + 32 + AFTER.length;

/** The seal for a file whose bytes so far have this sha256 (32 bytes). */
export function sealOf(digest: Uint8Array): Buffer {
  return Buffer.concat([BEFORE, digest, AFTER]);
}

/** Reads the whole file. Throws a BackupProblem when it is not there, unfinished or damaged. */
export async function checkSeal(file: string, signal: AbortSignal): Promise<void> {
  let size: number;
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new BackupProblem(`${file} is not a file.`);
    size = found.size;
  } catch (cause) {
    if (cause instanceof BackupProblem) throw cause;
    throw new BackupProblem(`Cannot read ${file} (${(cause as NodeJS.ErrnoException).code}).`, { cause });
  }
  if (size <= SEAL_BYTES) throw new BackupProblem(`${file} is not a whole backup: it is too short.`);
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file, { end: size - SEAL_BYTES - 1, signal }))
    hash.update(chunk);
  const found: Buffer[] = [];
  for await (const chunk of createReadStream(file, { start: size - SEAL_BYTES, signal })) found.push(chunk);
  const seal = Buffer.concat(found);
  if (seal.equals(sealOf(hash.digest()))) return;
  const unsealed = !seal.subarray(0, BEFORE.length).equals(BEFORE);
  throw new BackupProblem(
    unsealed
      ? `${file} is not a whole backup: its end is missing, or it is some other file.`
      : `${file} is damaged: it is not what was written.`,
  );
}
