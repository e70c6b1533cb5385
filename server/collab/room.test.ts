/**
 * Goal: the order of an edit: gate, append, commit, relay, acknowledgement.
 * Method: a room on the memory log behind a gate of the test's own, so that each step can be looked at.
 */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import {
  addCategory,
  categoriesMap,
  readSplit,
  setCategoryFields,
} from "../../app/collab/documents/split-document";
import { aCategory } from "../../tests/support/splits";
import { MemoryLog } from "./memory-log";
import { type Committed, Room } from "./room";
import { Rooms } from "./rooms";
import type { UpdateLog } from "./update-log";

const DOCUMENT = "d";
const PERSON = "p";
const editor = { personId: PERSON, sessionId: null };

let memory: MemoryLog;
let relayed: Committed[];
let errors: unknown[];
/** Appends wait here until the test lets them go, or fails them. */
let held: { go: () => void; fail: () => void }[] | null;
let room: Room;
let client: Y.Doc;

const gated: UpdateLog = {
  append: async (id, updates) => {
    if (held)
      await new Promise<void>((resolve, reject) =>
        held?.push({ go: resolve, fail: () => reject(new Error("the database is away")) }),
      );
    return memory.append(id, updates);
  },
  read: (id, after) => memory.read(id, after),
};

const open = () =>
  Room.open(DOCUMENT, {
    log: gated,
    relay: (updates) => relayed.push(...updates),
    onError: (error) => errors.push(error),
  });
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
const count = (doc: Y.Doc) => readSplit(doc).categories.length;

/** A change on the client's copy, submitted. */
function submit(make: (doc: Y.Doc) => void, updateId: string = randomUUID()) {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  client.on("update", keep);
  client.transact(() => make(client));
  client.off("update", keep);
  const bytes = Y.mergeUpdates(updates);
  return room.submit({ updateId, editor, bytes, sender: "socket" });
}
const add = (id: string) => (doc: Y.Doc) => addCategory(doc, aCategory({ id, order: "a0" }));

beforeEach(async () => {
  memory = new MemoryLog();
  memory.create(DOCUMENT);
  relayed = [];
  errors = [];
  held = null;
  room = await open();
  client = new Y.Doc();
  room.leases.lease(client.clientID, PERSON);
});

describe("an update", () => {
  it("is neither acknowledged, relayed nor read before its commit (I1)", async () => {
    held = [];
    let answered = false;
    const answer = submit(add("one")).then((a) => {
      answered = true;
      return a;
    });
    await turn();
    expect([held.length, answered, relayed.length, count(room.doc)]).toEqual([1, false, 0, 0]);
    held[0]!.go();
    expect(await answer).toEqual({ ok: true, seq: 1 });
    expect([relayed.length, count(room.doc), room.seq]).toEqual([1, 1, 1]);
  });

  it("goes with all that waits in one append, one append at a time, in order", async () => {
    held = [];
    const first = submit(add("one"));
    await turn();
    const rest = [submit(add("two")), submit(add("three"))];
    await turn();
    expect(held.length).toBe(1);
    held[0]!.go();
    await first;
    await turn();
    expect(held.length).toBe(2);
    held[1]!.go();
    expect(await Promise.all(rest)).toEqual([
      { ok: true, seq: 2 },
      { ok: true, seq: 3 },
    ]);
    expect(relayed.map((u) => u.seq)).toEqual([1, 2, 3]);
  });

  it("whose append fails is answered unavailable, and sent again it is kept once (I2, I7)", async () => {
    held = [];
    const id = randomUUID();
    const bytes: Uint8Array[] = [];
    client.once("update", (update: Uint8Array) => bytes.push(update));
    const answer = submit(add("one"), id);
    const waiting = submit((doc) => setCategoryFields(doc, "one", { sides: "both" }));
    await turn();
    held[0]!.fail();
    expect(await answer).toEqual({ ok: false, refusal: "unavailable" });
    expect(await waiting).toEqual({ ok: false, refusal: "unavailable" });
    expect([relayed.length, count(room.doc), errors.length]).toEqual([0, 0, 1]);
    held = null;
    expect(await room.submit({ updateId: id, editor, bytes: bytes[0]!, sender: "socket" })).toMatchObject({
      ok: true,
      seq: 1,
    });
  });

  it("sent twice while on its way has one answer", async () => {
    held = [];
    const id = randomUUID();
    const bytes = Y.encodeStateAsUpdate(client);
    const first = submit(add("one"), id);
    const second = room.submit({ updateId: id, editor, bytes, sender: "socket" });
    await turn();
    held[0]!.go();
    expect(await second).toEqual(await first);
    expect((await memory.read(DOCUMENT)).length).toBe(1);
  });

  it("that is refused leaves what is on its way as it was (I13)", async () => {
    held = [];
    const good = submit(add("one"));
    await turn();
    const poison = new Y.Doc();
    Y.applyUpdate(poison, Y.encodeStateAsUpdate(client));
    room.leases.lease(poison.clientID, PERSON);
    const before = Y.encodeStateVector(poison);
    categoriesMap(poison).get("one")!.set("sides", "moon");
    const bytes = Y.encodeStateAsUpdate(poison, before);
    expect(await room.submit({ updateId: randomUUID(), editor, bytes, sender: "x" })).toEqual({
      ok: false,
      refusal: "invalid-content",
    });
    const next = submit((doc) => setCategoryFields(doc, "one", { sides: "both" }));
    held[0]!.go();
    await good;
    await turn();
    held[1]!.go();
    expect(await next).toEqual({ ok: true, seq: 2 });
    expect(readSplit(room.doc).categories[0]).toMatchObject({ id: "one", sides: "both" });
  });
});

describe("a room", () => {
  it("follows what another node wrote into the same log (I8)", async () => {
    const other = await open();
    await other.transact(editor, "edit", add("theirs"));
    expect(await submit(add("ours"))).toEqual({ ok: true, seq: 2 });
    expect(readSplit(room.doc).categories.map((c) => c.id)).toEqual(["ours", "theirs"]);
    expect(relayed.map((u) => [u.seq, u.sender]).slice(-2)).toEqual([
      [1, null],
      [2, "socket"],
    ]);
  });

  it("gives nobody the client id of someone who wrote before, after a restart either (I9)", async () => {
    await submit(add("one"));
    const again = await open();
    expect(again.leases.lease(client.clientID, "another")).toBe(false);
    expect(again.leases.lease(client.clientID, PERSON)).toBe(true);
  });

  it("keeps the first content of a clock: the same clock with other content changes nothing", async () => {
    await submit(add("one"));
    const liar = new Y.Doc();
    liar.clientID = client.clientID;
    addCategory(liar, aCategory({ id: "two", order: "a0" }));
    await room.submit({ updateId: randomUUID(), editor, bytes: Y.encodeStateAsUpdate(liar), sender: "x" });
    const rebuilt = await open();
    expect(readSplit(rebuilt.doc)).toEqual(readSplit(room.doc));
    expect(readSplit(room.doc).categories.map((c) => c.id)).toEqual(["one"]);
  });
});

describe("the open rooms", () => {
  it("load once however many open one, load again after a failure, and unload when idle (I4)", async () => {
    let loads = 0;
    let broken = true;
    const rooms = new Rooms(async () => {
      loads++;
      await turn();
      if (broken) throw new Error("the log cannot be read");
      return open();
    }, 10);
    const failing = await Promise.allSettled([rooms.acquire(DOCUMENT), rooms.acquire(DOCUMENT)]);
    expect(failing.map((f) => f.status)).toEqual(["rejected", "rejected"]);
    expect([loads, rooms.size]).toEqual([1, 0]);
    broken = false;
    const [a, b] = await Promise.all([rooms.acquire(DOCUMENT), rooms.acquire(DOCUMENT)]);
    expect(a).toBe(b);
    expect(loads).toBe(2);
    rooms.release(DOCUMENT);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(rooms.size).toBe(1);
    rooms.release(DOCUMENT);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(rooms.size).toBe(0);
  });
});
