/** Zips that no tool would write: every field can be made to lie. */
import { deflateRawSync } from "node:zlib";
import type { Zippable } from "fflate";

interface Part {
  name: string;
  localName?: string;
  data?: Uint8Array;
  /** Points to the bytes of the part of this name. */
  sameAs?: string;
  /** Said instead of the true size. */
  size?: number;
  stored?: boolean;
  method?: number;
  flags?: number;
}

/** The honest parts first, then the others. */
export function rawZip(parts: Part[], honest: Zippable = {}): Uint8Array {
  const all: Part[] = [
    ...Object.entries(honest).map(([name, data]) => ({ name, data: data as Uint8Array })),
    ...parts,
  ];
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  const places = new Map<string, { at: number; packed: number }>();
  let offset = 0;
  for (const part of all) {
    const data = part.data ?? new Uint8Array(0);
    const packed = part.stored ? data : deflateRawSync(data);
    const name = Buffer.from(part.name);
    const known = part.sameAs === undefined ? undefined : places.get(part.sameAs);
    const at = known?.at ?? offset;
    const size = part.size ?? data.length;
    const method = part.method ?? (part.stored ? 0 : 8);
    const local = Buffer.from(part.localName ?? part.name);
    if (!known) {
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50, 0);
      head.writeUInt16LE(part.flags ?? 0, 6);
      head.writeUInt16LE(method, 8);
      head.writeUInt32LE(packed.length, 18);
      head.writeUInt32LE(size, 22);
      head.writeUInt16LE(local.length, 26);
      chunks.push(head, local, Buffer.from(packed));
      offset += head.length + local.length + packed.length;
    }
    places.set(part.name, { at, packed: known?.packed ?? packed.length });
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(part.flags ?? 0, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(known?.packed ?? packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, name);
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(all.length, 8);
  end.writeUInt16LE(all.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, listed, end]);
}

/** Bytes of the packed document turned over; its directory stays whole. */
export function corrupted(zip: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(zip);
  const name = Buffer.from(copy).indexOf("word/document.xml");
  for (let at = name + 20; at < name + 60; at++) copy[at]! ^= 0x5a;
  return copy;
}

/** Entities that name each other tenfold. */
export function entitled(levels: number): string {
  const entities = Array.from({ length: levels }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
  return `<!DOCTYPE x [<!ENTITY l0 "lol">${entities.join("")}]>`;
}

/** Tables in each other, a word in the innermost. */
export function manyTables(levels: number): string {
  const open = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/>".repeat(levels);
  const close = "<w:p/></w:tc></w:tr></w:tbl>".repeat(levels);
  return `${open}<w:p><w:r><w:t>Sisin</w:t></w:r></w:p>${close}`;
}
