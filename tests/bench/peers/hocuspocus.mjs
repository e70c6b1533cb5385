/**
 * Hocuspocus with its defaults. With DATA_DIR it stores through its Database extension into one file a document,
 * which is the cheapest store there is; without, it keeps everything in memory.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";

const folder = process.env.DATA_DIR;
const fileOf = (name) => path.join(folder, `${name}.yjs`);
const store = new Database({
  fetch: async ({ documentName }) =>
    existsSync(fileOf(documentName)) ? readFileSync(fileOf(documentName)) : null,
  store: async ({ documentName, state }) => {
    writeFileSync(`${fileOf(documentName)}.new`, state);
    renameSync(`${fileOf(documentName)}.new`, fileOf(documentName));
  },
});
const server = new Server({
  port: Number(process.env.PORT ?? 0),
  address: "127.0.0.1",
  quiet: true,
  extensions: folder ? [store] : [],
});
await server.listen();
process.stdout.write(`listening ${server.address.port}\n`);
