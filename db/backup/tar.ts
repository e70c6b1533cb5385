/**
 * The plain half of the tar format (POSIX ustar): files with short names, one after another. Own code, because an
 * archive of ours needs no links, owners or long names, and any tar program opens it.
 */

/** A file in the archive: its name (ASCII, at most 99 characters) and everything in it. */
export interface Entry {
  name: string;
  bytes: Uint8Array;
}

/** The bytes are not what this product writes. */
export class Unreadable extends Error {}

const BLOCK = 512;
/** What is written is a few megabytes at most; more is no archive of ours. Bytes. */
const ENTRY_BYTES_MAX = 1 << 30;

const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, "0")}\0`;

/** The header of a file of `size` bytes. The same for the same file: it holds no clock. */
function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  const put = (at: number, text: string) => header.write(text, at, "latin1");
  if (name.length > 99) throw new RangeError(`A name is too long for the archive: ${name}`);
  put(0, name);
  put(100, octal(0o600, 8));
  put(108, octal(0, 8));
  put(116, octal(0, 8));
  put(124, octal(size, 12));
  put(136, octal(0, 12));
  put(148, " ".repeat(8)); // the checksum counts its own place as spaces
  put(156, "0");
  put(257, "ustar\x0000");
  put(148, `${octal(sum(header), 7)} `);
  return header;
}

const sum = (header: Buffer) => header.reduce((total, byte) => total + byte, 0);

/** The archive of these files, piece by piece. */
export async function* pack(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes } of entries) {
    yield headerOf(name, bytes.length);
    yield bytes;
    yield Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK);
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** The files of an archive, one in memory at a time. Throws Unreadable for anything that `pack` does not write. */
export async function* unpack(source: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const take = taker(source);
  for (;;) {
    const header = await take(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const field = (from: number, to: number) => header.toString("latin1", from, to).split("\0")[0] ?? "";
    const size = Number.parseInt(field(124, 136), 8);
    const checksum = Number.parseInt(field(148, 156), 8);
    header.fill(" ", 148, 156);
    if (field(257, 263) !== "ustar" || checksum !== sum(header) || !(size >= 0 && size <= ENTRY_BYTES_MAX))
      throw new Unreadable("it is no archive of this kind");
    const bytes = await take(size);
    await take((BLOCK - (size % BLOCK)) % BLOCK);
    yield { name: field(0, 100), bytes };
  }
}

/** Takes exactly so many bytes off a stream. Throws when it ends before. */
function taker(source: AsyncIterable<Uint8Array>): (size: number) => Promise<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);
  return async (size) => {
    const parts: Uint8Array[] = [rest];
    let length = rest.length;
    while (length < size) {
      const next = await chunks.next();
      if (next.done) throw new Unreadable("it ends too early");
      parts.push(next.value);
      length += next.value.length;
    }
    const all = parts.length === 1 ? rest : Buffer.concat(parts, length);
    rest = all.subarray(size);
    return Buffer.from(all.subarray(0, size));
  };
}
