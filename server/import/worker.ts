/**
 * The thread that reads files of strangers: what goes wrong in it (time, memory, a parser's exception) touches
 * nobody else, and importer.ts ends it.
 */
import { parentPort } from "node:worker_threads";
import type { Reading } from "../../app/domain/files/import";
import { fileKind } from "./file-kind";
import type { ReadRequest } from "./messages";
import { readDocx } from "./read-docx";
import { readMarkdownFile } from "./read-markdown";
import { Refused } from "./refused";

parentPort?.on("message", async (request: ReadRequest) => parentPort?.postMessage(await read(request)));

async function read({ name, bytes }: ReadRequest): Promise<Reading> {
  try {
    const file = fileKind(name, bytes) === "docx" ? await readDocx(bytes) : readMarkdownFile(bytes);
    return { ok: true, ...file };
  } catch (cause) {
    if (cause instanceof Refused) return { ok: false, refusal: cause.refusal };
    // A parser that calls itself for each level has no other way to say that there are too many.
    return { ok: false, refusal: cause instanceof RangeError ? "deep" : "damaged" };
  }
}
