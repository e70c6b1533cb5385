/**
 * Looks into a zip by its central directory before anything is unpacked (rule F1), and unpacks single parts with a
 * bound that a lying directory cannot move. Throws Refused.
 */
import { inflateRawSync } from "node:zlib";
import {
  ZIP_ENTRIES_MAX,
  ZIP_ENTRY_BYTES_MAX,
  ZIP_RATIO_FROM_BYTES,
  ZIP_RATIO_MAX,
  ZIP_TOTAL_BYTES_MAX,
} from "../../app/domain/files/import";
import { Refused } from "./refused";

export interface ZipEntry {
  name: string;
  /** Bytes packed and, by the directory's word, unpacked. */
  packed: number;
  size: number;
  isStored: boolean;
  /** Where the packed bytes begin. */
  at: number;
}
export type ZipEntries = ReadonlyMap<string, ZipEntry>;

const END_RECORD = 0x06054b50;
const END_BYTES = 22;
const COMMENT_BYTES_MAX = 0xffff;
const DIRECTORY_RECORD = 0x02014b50;
const DIRECTORY_BYTES = 46;
const LOCAL_RECORD = 0x04034b50;
const LOCAL_BYTES = 30;
const IS_ENCRYPTED = 0x1;
const [STORED, DEFLATED] = [0, 8];
/** Values that point to a zip64 record. */
const [ALL_16, ALL_32] = [0xffff, 0xffffffff];

/** The parts by name. Nothing is unpacked. */
export function zipEntries(bytes: Uint8Array): ZipEntries {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecordAt(zip);
  const count = zip.readUInt16LE(end + 10);
  const start = zip.readUInt32LE(end + 16);
  if (count === ALL_16 || start === ALL_32) throw new Refused("zip64");
  if (count > ZIP_ENTRIES_MAX) throw new Refused("zipEntries");
  const entries = new Map<string, ZipEntry>();
  let [at, total] = [start, 0];
  for (let index = 0; index < count; index++) {
    if (at + DIRECTORY_BYTES > end || zip.readUInt32LE(at) !== DIRECTORY_RECORD) throw new Refused("damaged");
    const nameBytes = zip.readUInt16LE(at + 28);
    const next = at + DIRECTORY_BYTES + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    if (next > end) throw new Refused("damaged");
    const name = zip.toString("utf8", at + DIRECTORY_BYTES, at + DIRECTORY_BYTES + nameBytes);
    const entry = entryAt(zip, at, name, start);
    if (entries.has(name)) throw new Refused("zipTwice");
    entries.set(name, entry);
    total += entry.size;
    if (total > ZIP_TOTAL_BYTES_MAX) throw new Refused("zipLarge");
    at = next;
  }
  refuseOverlaps([...entries.values()]);
  return entries;
}

function endRecordAt(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_BYTES - COMMENT_BYTES_MAX);
  for (let at = zip.length - END_BYTES; at >= first; at--)
    if (zip.readUInt32LE(at) === END_RECORD && at + END_BYTES + zip.readUInt16LE(at + 20) === zip.length)
      return at;
  throw new Refused("damaged");
}

function entryAt(zip: Buffer, at: number, name: string, directory: number): ZipEntry {
  if (zip.readUInt16LE(at + 8) & IS_ENCRYPTED) throw new Refused("encrypted");
  const method = zip.readUInt16LE(at + 10);
  const [packed, size, local] = [
    zip.readUInt32LE(at + 20),
    zip.readUInt32LE(at + 24),
    zip.readUInt32LE(at + 42),
  ];
  if (packed === ALL_32 || size === ALL_32 || local === ALL_32) throw new Refused("zip64");
  if (method !== STORED && method !== DEFLATED) throw new Refused("damaged");
  if (/^[/\\]|\\|^[a-z]:|(^|\/)\.\.(\/|$)|\0/i.test(name)) throw new Refused("zipNames");
  if (size > ZIP_ENTRY_BYTES_MAX) throw new Refused("zipLarge");
  if (size > ZIP_RATIO_FROM_BYTES && size > packed * ZIP_RATIO_MAX) throw new Refused("zipRatio");
  if (method === STORED && size !== packed) throw new Refused("zipLying");
  if (local + LOCAL_BYTES > directory || zip.readUInt32LE(local) !== LOCAL_RECORD)
    throw new Refused("damaged");
  const nameBytes = zip.readUInt16LE(local + 26);
  // What reads the zip one way must not find another name than what reads it the other way.
  if (zip.toString("utf8", local + LOCAL_BYTES, local + LOCAL_BYTES + nameBytes) !== name)
    throw new Refused("zipLying");
  const data = local + LOCAL_BYTES + nameBytes + zip.readUInt16LE(local + 28);
  if (data + packed > directory) throw new Refused("damaged");
  return { name, packed, size, isStored: method === STORED, at: data };
}

/** The same packed bytes under many names would be many times their size. */
function refuseOverlaps(entries: ZipEntry[]): void {
  let end = 0;
  for (const { at, packed } of entries.filter(({ packed }) => packed > 0).sort((a, b) => a.at - b.at)) {
    if (at < end) throw new Refused("zipLying");
    end = at + packed;
  }
}

/** One part's bytes; at most as many as the directory said. */
export function unpack(bytes: Uint8Array, { at, packed, size, isStored }: ZipEntry): Buffer {
  const data = bytes.subarray(at, at + packed);
  if (isStored) return Buffer.from(data);
  let unpacked: Buffer;
  try {
    // One byte more than was said shows the lie; never more than that is made.
    unpacked = inflateRawSync(data, { maxOutputLength: size + 1 });
  } catch (cause) {
    const isTooLong = (cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new Refused(isTooLong ? "zipLying" : "damaged");
  }
  if (unpacked.length !== size) throw new Refused("zipLying");
  return unpacked;
}
