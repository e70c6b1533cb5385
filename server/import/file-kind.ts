/** What a file is by its own bytes and name: the type that the sender declares is not asked. */
import { IMPORT_BYTES_MAX } from "../../app/domain/files/import";
import { Refused } from "./refused";
import { zipEntries } from "./zip";

export type FileKind = "docx" | "markdown";

const startsWith = (bytes: Uint8Array, head: number[]) => head.every((byte, index) => bytes[index] === byte);
const ZIP_HEADS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
/** Word before 2007, and any Office file with a password, which is packed in the same container. */
const OLE_HEAD = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const TEXT_NAME = /\.(md|markdown|txt)$/i;

/** Cheap enough for the thread that answers everybody: reads the zip's directory and nothing more. Throws Refused. */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  if (bytes.byteLength === 0) throw new Refused("missing");
  if (bytes.byteLength > IMPORT_BYTES_MAX) throw new Refused("large");
  if (startsWith(bytes, OLE_HEAD)) throw new Refused("oldWord");
  if (ZIP_HEADS.some((head) => startsWith(bytes, head))) {
    const entries = zipEntries(bytes);
    if ([...entries.keys()].some((part) => /(^|\/)vbaProject\.bin$/i.test(part))) throw new Refused("macros");
    if (!entries.has("[Content_Types].xml") || !entries.has("_rels/.rels")) throw new Refused("notWord");
    return "docx";
  }
  if (/\.docx$/i.test(name)) throw new Refused("damaged");
  if (TEXT_NAME.test(name)) return "markdown";
  throw new Refused("unknownType");
}
