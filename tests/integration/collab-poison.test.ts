/**
 * Goal: nothing that a browser can send harms the document, the server or anyone else.
 * Method: raw sockets against the real gateway; after every attack the document is what it was and a colleague still edits.
 */
import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import * as parser from "socket.io-msgpack-parser";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import {
  categoriesMap,
  categoryText,
  readSplit,
  SPLIT_SCHEMA_VERSION,
  setCategoryFields,
} from "../../app/collab/documents/split-document";
import { LOCAL } from "../../app/collab/origins";
import { canonicalSplit } from "../../app/domain/split/canonical";
import { toWire } from "../../app/protocol/bytes";
import { PROTOCOL_VERSION, UPDATE_BYTES_MAX } from "../../app/protocol/limits";
import { eventually } from "../support/eventually";
import type { HeadlessDocument } from "../support/headless";
import { type LiveServer, startLiveServer } from "../support/live-server";

let server: LiveServer;
let colleague: HeadlessDocument;
const sockets: Socket[] = [];
beforeAll(async () => {
  server = await startLiveServer();
  colleague = await server.open("hyvinvointialue");
});
afterAll(() => server.close());

const committed = async () => canonicalSplit(readSplit((await server.gateway.read(server.documentId)).doc));
let before = "";
beforeEach(async () => {
  before = await committed();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect();
  expect(await committed()).toBe(before);
  setCategoryFields(colleague.doc, "events", { legalBasis: randomUUID() }, LOCAL);
  await colleague.whenSaved();
});

async function connect(
  seat: string,
  headers: Record<string, string> = {},
  auth: object = { protocol: PROTOCOL_VERSION },
) {
  const socket = io(server.origin, {
    parser,
    auth,
    forceNew: true,
    reconnection: false,
    transports: ["websocket"],
    extraHeaders: { cookie: await server.cookieOf(seat), ...headers },
  });
  sockets.push(socket);
  return socket;
}
const connected = (socket: Socket) =>
  new Promise<void>((resolve, reject) => {
    socket.on("connect", resolve);
    socket.on("connect_error", reject);
  });

/** A joined socket with a copy of the document to make changes in. */
async function attacker(seat = "liperi") {
  const socket = await connect(seat);
  await connected(socket);
  const doc = new Y.Doc();
  const { documentId } = server;
  const request = { documentId, schema: SPLIT_SCHEMA_VERSION, known: null, leases: [] };
  const answer = await socket.emitWithAck("document:join", request);
  for (const update of answer.updates) Y.applyUpdate(doc, update);
  doc.clientID = answer.lease.clientId;
  const send = (bytes: Uint8Array, updateId: string = randomUUID()) =>
    socket.emitWithAck("document:update", { documentId, updateId, bytes: toWire(bytes) });
  /** The bytes of a change made on the copy. */
  const change = (make: (doc: Y.Doc) => void) => {
    const updates: Uint8Array[] = [];
    const keep = (update: Uint8Array) => updates.push(update);
    doc.on("update", keep);
    doc.transact(() => make(doc));
    doc.off("update", keep);
    return Y.mergeUpdates(updates);
  };
  return { socket, doc, send, change };
}
const refused = (refusal: string) => ({ ok: false, refusal });

describe("the handshake", () => {
  it("refuses a foreign Origin, WebSocket too", async () => {
    await expect(connected(await connect("liperi", { origin: "https://evil.example" }))).rejects.toThrow();
  });
  it("refuses a missing session and another protocol version", async () => {
    await expect(connected(await connect("liperi", { cookie: "session=nothing" }))).rejects.toThrow(
      "session",
    );
    await expect(connected(await connect("liperi", {}, { protocol: 99 }))).rejects.toThrow("protocol");
  });
});

describe("messages", () => {
  it("survive garbage, missing callbacks and reserved event names", async () => {
    for (const message of [undefined, null, 7, "x", [], {}, { documentId: 1 }]) {
      const { socket } = await attacker();
      socket.emit("document:update", message);
      socket.emit("document:join", message);
      socket.emit("presence:set", message);
      await eventually(() => !socket.connected, "the closing after three refusals");
    }
    for (const name of ["error", "disconnect", "connect", "newListener", "nonsense"]) {
      const { socket } = await attacker();
      // Past the client library's own check of reserved names.
      (socket as unknown as { packet: (p: object) => void }).packet({
        type: 2,
        data: [name, "x"],
        options: {},
      });
      await eventually(() => !socket.connected, `the closing after ${name}`);
    }
  });

  it("every truncation of an update is refused or harmless", async () => {
    const { change } = await attacker();
    const bytes = change((doc) => categoryText(doc, "events", "label", "fi")?.insert(0, "abc"));
    for (let length = 0; length < bytes.length; length += 2) {
      const { send } = await attacker();
      expect(await send(bytes.slice(0, length))).toMatchObject({ ok: false });
    }
  });

  it("refuse bytes over the limit", async () => {
    const { send } = await attacker();
    expect(await send(new Uint8Array(UPDATE_BYTES_MAX + 1))).toEqual(refused("too-large"));
  });

  it("close the socket at the third refusal", async () => {
    const { socket, send } = await attacker();
    for (let n = 0; n < 3; n++) expect(await send(Uint8Array.of(1, 2, 3))).toMatchObject({ ok: false });
    await eventually(() => !socket.connected, "the closing");
  });
});

describe("updates", () => {
  it("with another person's client id are refused, a GC struct on it too", async () => {
    const { send } = await attacker();
    const foreign = new Y.Doc();
    foreign.clientID = colleague.doc.clientID;
    foreign.getMap("categories").set("mine", 1);
    expect(await send(Y.encodeStateAsUpdate(foreign))).toEqual(refused("foreign-client"));
    // One client, one struct: client id as a varint, clock 0, GC (0), length 2^31 - 1.
    const squat = [1, 1, ...varint(colleague.doc.clientID), 0, 0, ...varint(2 ** 31 - 1), 0];
    expect(await send(Uint8Array.from(squat))).toEqual(refused("foreign-client"));
  });

  it("that jump far ahead, leave a gap or delete the unknown are refused", async () => {
    const { send, doc } = await attacker();
    const own = varint(doc.clientID);
    expect(await send(Uint8Array.from([1, 1, ...own, 0, 0, ...varint(2 ** 31 - 1), 0]))).toEqual(
      refused("malformed"),
    );
    const { send: sendOther, doc: other } = await attacker();
    expect(await sendOther(Uint8Array.from([1, 1, ...varint(other.clientID), 9, 0, 1, 0]))).toEqual(
      refused("gap"),
    );
    expect(await sendOther(Uint8Array.from([0, 1, ...varint(other.clientID), 1, 5, 9]))).toEqual(
      refused("gap"),
    );
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ["another root", (doc) => doc.getMap("other").set("a", 1)],
    ["the root as a list", (doc) => doc.getArray("categories").push([1])],
    ["deleting a category", (doc) => categoriesMap(doc).delete("events")],
    ["replacing a category", (doc) => categoriesMap(doc).set("events", new Y.Map())],
    ["replacing a text", (doc) => categoriesMap(doc).get("events")?.set("label.fi", new Y.Text("x"))],
    ["an unknown key", (doc) => categoriesMap(doc).get("events")?.set("color", "red")],
    ["a key taken away", (doc) => categoriesMap(doc).get("events")?.delete("sides")],
    ["unknown sides", (doc) => categoriesMap(doc).get("events")?.set("sides", "moon")],
    ["an unknown status", (doc) => categoriesMap(doc).get("events")?.set("status", 1)],
    ["an endless order", (doc) => categoriesMap(doc).get("events")?.set("order", "a".repeat(201))],
    [
      "a question of another shape",
      (doc) => categoriesMap(doc).get("events")?.set("question", { text: "", by: "me" }),
    ],
    ["a map in place of a value", (doc) => categoriesMap(doc).get("events")?.set("legalBasis", new Y.Map())],
    [
      "a label past twice its limit",
      (doc) => categoryText(doc, "events", "label", "fi")?.insert(0, "x".repeat(601)),
    ],
    [
      "formatting in a label",
      (doc) => categoryText(doc, "events", "label", "fi")?.format(0, 2, { bold: true }),
    ],
    [
      "a picture in a label",
      (doc) => categoryText(doc, "events", "label", "fi")?.insertEmbed(0, { image: "x" }),
    ],
    ["a NUL in a label", (doc) => categoryText(doc, "events", "label", "fi")?.insert(0, "\u0000")],
    ["a subdocument", (doc) => categoriesMap(doc).get("events")?.set("legalBasis", new Y.Doc())],
    ["an id with other characters", (doc) => categoriesMap(doc).set("__proto__", new Y.Map())],
    ["half a category", (doc) => categoriesMap(doc).set("half", new Y.Map([["sides", "both"]]))],
  ])("with %s are refused as content", async (_what, make) => {
    const { send, change } = await attacker();
    expect(await send(change(make))).toEqual(refused("invalid-content"));
  });

  it("of an observer are refused whatever they hold", async () => {
    const { send, change } = await attacker("tarkkailija");
    const bytes = change((doc) => categoryText(doc, "events", "label", "fi")?.insert(0, "abc"));
    expect(await send(bytes)).toEqual(refused("read-only"));
  });

  it("sent twice with one id get one row and one answer (I7)", async () => {
    const { send, change } = await attacker();
    const bytes = change((doc) => categoryText(doc, "events", "rationale", "en")?.insert(0, "kahdesti"));
    const id = randomUUID();
    const answers = [...(await Promise.all([send(bytes, id), send(bytes, id)])), await send(bytes, id)];
    expect(new Set(answers.map((a) => a.seq)).size).toBe(1);
    before = await committed();
    expect(before.match(/kahdesti/g)).toHaveLength(1);
  });
});

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}
