/** Writes Yjs updates (version 1) byte by byte: what no honest client would send. */

/** Bytes, or numbers written as variable-length integers. */
type Part = Uint8Array | number;
export type RawId = readonly [client: number, clock: number];

export const bytesOf = (...parts: Part[]): Uint8Array => joined(parts);

/** As `bytesOf`, for more parts than a call may have arguments. */
function joined(parts: Part[]): Uint8Array {
  const out: number[] = [];
  for (const part of parts) {
    if (typeof part !== "number") {
      for (const byte of part) out.push(byte);
      continue;
    }
    let rest = part;
    for (; rest >= 128; rest = Math.floor(rest / 128)) out.push(128 | (rest % 128));
    out.push(rest);
  }
  return Uint8Array.from(out);
}

export function rawText(text: string | Uint8Array): Uint8Array {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return bytesOf(bytes.length, bytes);
}

/** References of the kinds of content. */
export const REF = {
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
} as const;
/** References of the kinds of types. */
export const TYPE = {
  array: 0,
  map: 1,
  text: 2,
  xmlElement: 3,
  xmlFragment: 4,
  xmlHook: 5,
  xmlText: 6,
} as const;

export interface RawItem {
  origin?: RawId;
  rightOrigin?: RawId;
  /** The name of a root, or the id of a type; written when there is no neighbour. */
  parent?: string | RawId;
  key?: string | Uint8Array;
}

export function rawItem(ref: number, content: Uint8Array, at: RawItem): Uint8Array {
  const { origin, rightOrigin, parent = "content", key } = at;
  const info = ref | (origin ? 128 : 0) | (rightOrigin ? 64 : 0) | (key === undefined ? 0 : 32);
  const parts: Part[] = [Uint8Array.of(info)];
  if (origin) parts.push(...origin);
  if (rightOrigin) parts.push(...rightOrigin);
  if (!origin && !rightOrigin) {
    if (typeof parent === "string") parts.push(1, rawText(parent));
    else parts.push(0, ...parent);
    if (key !== undefined) parts.push(rawText(key));
  }
  return bytesOf(...parts, content);
}

export const rawString = (text: string | Uint8Array, at: RawItem) => rawItem(REF.string, rawText(text), at);
/** One value in the encoding of lib0, e.g. `Uint8Array.of(126)` for null. */
export const rawAny = (values: Uint8Array[], at: RawItem) =>
  rawItem(REF.any, joined([values.length, ...values]), at);
export const rawType = (type: number, at: RawItem, name?: string) =>
  rawItem(REF.type, name === undefined ? bytesOf(type) : bytesOf(type, rawText(name)), at);
export const rawGc = (length: number) => bytesOf(0, length);
export const rawSkip = (length: number) => bytesOf(10, length);

export interface RawBlock {
  client: number;
  clock: number;
  structs: Uint8Array[];
}
export type RawDeletes = [client: number, ranges: [clock: number, length: number][]][];

export function rawUpdate(blocks: RawBlock[], deletes: RawDeletes = []): Uint8Array {
  return joined([
    blocks.length,
    ...blocks.flatMap(({ client, clock, structs }) => [structs.length, client, clock, ...structs]),
    deletes.length,
    ...deletes.flatMap(([client, ranges]) => [client, ranges.length, ...ranges.flat()]),
  ]);
}

/** A plain object in the encoding of lib0. */
export const anyObject = (entries: [string, Uint8Array][]) =>
  bytesOf(Uint8Array.of(118), entries.length, ...entries.flatMap(([key, value]) => [rawText(key), value]));
export const anyText = (text: string | Uint8Array) => bytesOf(Uint8Array.of(119), rawText(text));
export const ANY_NULL = Uint8Array.of(126);
