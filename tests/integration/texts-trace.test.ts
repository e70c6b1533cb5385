/**
 * Goal: what eight people typed into one text is one text for everyone, from the log as from every page.
 * Method: a recorded session (slips, corrections, headings, words put in and cut out elsewhere) is typed again by eight
 * clients through the editor's binding and the real server, two of them suggesting.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { readText } from "../../app/collab/documents/text-document";
import { sha256Hex } from "../../app/domain/split/canonical";
import { canonicalText } from "../../app/domain/text/canonical";
import { plainText } from "../../app/domain/text/reading";
import { createPostgresLog } from "../../server/collab/log/postgres-log";
import type { HeadlessDocument } from "../support/headless";
import { type LiveServer, startLiveServer } from "../support/live-server";
import { canonicalOf, type LiveText, liveText, oneContent } from "../support/live-text";
import trace from "../support/traces/typed-text.json";
import { type TypedOperation, Typist } from "../support/typist";

const SEATS = [
  "hyvinvointialue",
  "sihteeri",
  "puheenjohtaja",
  "hyvinvointialue",
  "sihteeri",
  "puheenjohtaja",
];
const SUGGESTING = ["liperi", "joensuu"];

let server: LiveServer;
let text: LiveText;
beforeAll(async () => {
  server = await startLiveServer();
  text = await liveText(server, { type: "doc", content: [{ type: "paragraph" }] });
});
afterAll(async () => {
  await text.close();
  await server.close();
});

describe("a recorded session", () => {
  it("typed by eight clients at once ends as one text everywhere, with every word of it (I2, I6)", {
    timeout: 60_000,
  }, async () => {
    const clients: HeadlessDocument[] = [];
    for (const seat of [...SEATS, ...SUGGESTING]) clients.push(await text.open(seat));
    const typists = clients.map(
      ({ doc, access }, n) => new Typist(doc, access === "suggest" ? `ehdotus-${n}x` : null),
    );
    expect(typists.filter(({ suggestion }) => suggestion !== null)).toHaveLength(2);
    const began = performance.now();
    let turn = 0;
    for (const [client, ...operation] of trace as [number, ...TypedOperation][]) {
      typists[client]!.type(operation);
      if (++turn % 6 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await Promise.all(clients.map((client) => client.whenSaved()));
    const content = await oneContent(clients);
    const hash = sha256Hex(content);
    expect(sha256Hex(canonicalOf(await server.gateway.read(text.documentId)))).toBe(hash);
    const rows = await createPostgresLog(server.database.db).read(text.documentId);
    const rebuilt = new Y.Doc();
    rebuilt.transact(() => {
      for (const { bytes } of rows) Y.applyUpdate(rebuilt, bytes);
    });
    expect(sha256Hex(canonicalText(readText(rebuilt)))).toBe(hash);
    const words = plainText(readText(rebuilt));
    expect(words.length).toBeGreaterThan(1000);
    process.stdout.write(
      `trace: ${trace.length} operations, ${rows.length} updates, ${words.length} characters, ${Math.round(performance.now() - began)} ms\n`,
    );
  });
});
