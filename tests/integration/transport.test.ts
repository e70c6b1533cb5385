/**
 * Goal: one browser's transport harms nobody: slow readers are cut, large updates come in parts, a stopping
 * server says so, and a connection that sleeps can be asked whether it lives.
 * Method: raw sockets on the real gateway with the memory log, on a text document.
 */
import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { toWire } from "../../app/protocol/bytes";
import type { UpdatesMessage } from "../../app/protocol/collab";
import { LARGE_UPDATE_BYTES_MAX, UPDATE_BYTES_MAX } from "../../app/protocol/limits";
import { NO_METRICS } from "../../server/collab/collab-metrics";
import { eventually } from "../support/eventually";
import {
  changed,
  joinWith,
  type MemoryServer,
  sendUpdate,
  startMemoryServer,
} from "../support/memory-server";

let server: MemoryServer;
const documentId = randomUUID();
/** Rates that this test is not about. */
const UNLIMITED = { updatesPerSecond: 1e9, updatesBurst: 1e9, bytesPerSecond: 1e9, bytesBurst: 1e9 };
afterEach(() => server.close());

async function start(options: Parameters<typeof startMemoryServer>[0] = {}) {
  server = await startMemoryServer(options);
  server.log.create(documentId, "text");
}

/** A joined writer with its copy; `write` sends a paragraph of so many characters. */
async function writer(person = "writer") {
  const socket = await server.connect(person);
  const doc = new Y.Doc();
  await joinWith(socket, documentId, doc);
  const bytes = (length: number) =>
    changed(doc, () => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText("x".repeat(length))]);
      doc.getXmlFragment("content").push([paragraph]);
    });
  return { socket, doc, bytes, write: (length: number) => sendUpdate(socket, documentId, bytes(length)) };
}

describe("a reader that stops reading", () => {
  it("is cut off at the bound, and the others notice nothing (I16)", async () => {
    const cuts: string[] = [];
    const metrics = { ...NO_METRICS, cut: (why: string) => void cuts.push(why) };
    await start({ metrics, limits: { backlogBytes: 1024 * 1024, ...UNLIMITED } });
    const slow = await server.connect("slow");
    await joinWith(slow, documentId, new Y.Doc());
    const other = await writer("other");
    let heard = 0;
    other.socket.on("document:updates", ({ updates }: UpdatesMessage) => {
      heard += updates.length;
    });
    const { write } = await writer();
    const ws = (slow.io.engine.transport as unknown as { ws: { _socket: { pause(): void } } }).ws;
    ws._socket.pause();
    for (let n = 0; n < 400; n++) {
      expect(await write(50_000)).toMatchObject({ ok: true });
    }
    await eventually(() => server.gateway.connections() === 2, "the cut", 5000);
    expect(heard).toBe(400);
    expect(cuts).toEqual(["slow"]);
  });

  it("comes back with what it had and gets the rest", async () => {
    await start();
    const reader = await server.connect("reader");
    const copy = new Y.Doc();
    const joined = await joinWith(reader, documentId, copy);
    const { write, doc } = await writer();
    for (let n = 0; n < 5; n++) await write(10);
    reader.disconnect();
    const again = await server.connect("reader");
    const known = joined.ok ? { epoch: joined.epoch, seq: 2 } : null;
    const request = { documentId, schema: 1, known, leases: joined.ok ? [joined.lease] : [] };
    const answer = await again.emitWithAck("document:join", request);
    expect(answer).toMatchObject({ ok: true, seq: 5 });
    expect(answer.ok && answer.updates.length).toBe(3);
    expect(doc.getXmlFragment("content").length).toBe(5);
  });
});

describe("a large update", () => {
  async function inParts(length: number) {
    const { socket, bytes } = await writer();
    const whole = bytes(length);
    const updateId = randomUUID();
    const count = Math.ceil(whole.length / UPDATE_BYTES_MAX);
    for (let index = 0; index < count - 1; index++) {
      const part = whole.slice(index * UPDATE_BYTES_MAX, (index + 1) * UPDATE_BYTES_MAX);
      const answer = await socket.emitWithAck("document:part", {
        ...{ documentId, updateId, index },
        bytes: toWire(part),
      });
      if (!answer.ok) return answer;
    }
    const last = toWire(whole.slice((count - 1) * UPDATE_BYTES_MAX));
    return socket.emitWithAck("document:update", { documentId, updateId, bytes: last, parts: count });
  }

  it("comes in parts and is one update", async () => {
    await start();
    const { doc } = await writer("reader");
    expect(await inParts(500_000)).toEqual({ ok: true, seq: 1 });
    const { doc: read } = await server.gateway.read(documentId);
    expect(read.getXmlFragment("content").toString().match(/x/g)).toHaveLength(500_000);
    expect(doc.getXmlFragment("content").length).toBe(0);
  });

  it(`over ${LARGE_UPDATE_BYTES_MAX} bytes is refused by name, and nothing is kept`, async () => {
    await start();
    expect(await inParts(LARGE_UPDATE_BYTES_MAX + UPDATE_BYTES_MAX)).toEqual({
      ok: false,
      refusal: "too-large",
    });
    expect((await server.log.head(documentId)).seq).toBe(0);
  });
});

describe("one person", () => {
  it("who sends faster than the rate is told to wait, in all their tabs together; others are not", async () => {
    await start({ limits: { updatesPerSecond: 1, updatesBurst: 5 } });
    const [one, two, other] = [await writer("fast"), await writer("fast"), await writer("calm")];
    const answers = [];
    for (const { write } of [one, two, one, two, one, two]) answers.push(await write(5));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.refusal))).toEqual([
      ...Array(5).fill("ok"),
      "too-fast",
    ]);
    expect(await other.write(5)).toMatchObject({ ok: true });
    expect([one.socket.connected, two.socket.connected]).toEqual([true, true]);
  });
});

describe("a server that stops", () => {
  it("acknowledges what is on its way, tells browsers when to come back, and closes them", async () => {
    await start({ limits: { drainWithin: 1234 } });
    const { socket, write } = await writer();
    const told: unknown[] = [];
    socket.on("server:draining", (message: unknown) => told.push(message));
    const answers = [write(5), write(5)];
    await new Promise((resolve) => setTimeout(resolve, 20));
    await server.gateway.close();
    expect(await Promise.all(answers)).toEqual([
      { ok: true, seq: 1 },
      { ok: true, seq: 2 },
    ]);
    await eventually(() => !socket.connected, "the end");
    expect(told).toEqual([{ within: 1234 }]);
    await expect(server.connect("late")).rejects.toThrow();
  });
});
