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
} from "../../../app/collab/documents/split-document";
import { aCategory } from "../../../tests/support/splits";
import { NO_METRICS } from "../collab-metrics";
import { MemoryLog } from "../log/memory-log";
import type { LoggedUpdate, UpdateLog } from "../log/update-log";
import { Room } from "./room";
import type { Committed } from "./room-deps";
import { Rooms } from "./rooms";

const DOCUMENT = "d";
const editor = { personId: "p", sessionId: null };

let memory: MemoryLog;
let relayed: Committed[];
let errors: unknown[];
let broken: unknown[];
/** Appends wait here until the test lets them go, or fails them. */
let held: { go: () => void; fail: () => void }[] | null;
let room: Room;
let client: Y.Doc;

const gated = (): UpdateLog => {
  const log = Object.create(memory) as UpdateLog;
  log.append = async (id, updates) => {
    if (held)
      await new Promise<void>((resolve, reject) =>
        held?.push({ go: resolve, fail: () => reject(new Error("the database is away")) }),
      );
    return memory.append(id, updates);
  };
  return log;
};

const open = (log: UpdateLog = gated()) =>
  Room.open(DOCUMENT, {
    log,
    relay: (updates) => relayed.push(...updates),
    onError: (error) => errors.push(error),
    onBroken: (error) => broken.push(error),
    metrics: NO_METRICS,
  });
const own = () => new Set([client.clientID]);
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
  return room.submit({ updateId, editor, bytes, sender: "socket", clientIds: own() });
}
const add = (id: string) => (doc: Y.Doc) => addCategory(doc, aCategory({ id, order: "a0" }));

beforeEach(async () => {
  memory = new MemoryLog();
  memory.create(DOCUMENT);
  relayed = [];
  errors = [];
  broken = [];
  held = null;
  room = await open();
  client = new Y.Doc();
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
    const again = { updateId: id, editor, bytes: bytes[0]!, sender: "socket", clientIds: own() };
    expect(await room.submit(again)).toEqual({ ok: true, seq: 1 });
  });

  it("sent twice while on its way has one answer", async () => {
    held = [];
    const id = randomUUID();
    const bytes = Y.encodeStateAsUpdate(client);
    const first = submit(add("one"), id);
    const second = room.submit({ updateId: id, editor, bytes, sender: "socket", clientIds: own() });
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
    const before = Y.encodeStateVector(poison);
    categoriesMap(poison).get("one")!.set("sides", "moon");
    const bytes = Y.encodeStateAsUpdate(poison, before);
    const clientIds = new Set([poison.clientID]);
    const answer = await room.submit({ updateId: randomUUID(), editor, bytes, sender: "x", clientIds });
    expect(answer).toEqual({ ok: false, refusal: "invalid-content" });
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

  it("tells its readers what it read from the log without having been told (I8)", async () => {
    const other = await open();
    await other.transact(editor, "edit", add("theirs"));
    relayed = [];
    await room.heal();
    expect(relayed.map(({ seq }) => seq)).toEqual([1]);
    expect(count(room.doc)).toBe(1);
  });

  it("takes an update that rests on what another server committed a moment ago", async () => {
    const other = await open();
    const bytes: Uint8Array[] = [];
    client.on("update", (update: Uint8Array) => bytes.push(update));
    client.transact(() => add("one")(client));
    client.transact(() => setCategoryFields(client, "one", { sides: "both" }));
    const send = (to: Room, n: number) =>
      to.submit({ updateId: randomUUID(), editor, bytes: bytes[n]!, sender: "s", clientIds: own() });
    await send(other, 0);
    expect(await send(room, 1)).toEqual({ ok: true, seq: 2 });
  });

  it("gives what a reader lacks: the updates after what it has, or everything", async () => {
    await submit(add("one"));
    await submit(add("two"));
    expect([room.since(2).length, room.since(1).length]).toEqual([0, 1]);
    const fresh = new Y.Doc();
    for (const update of room.since(null)) Y.applyUpdate(fresh, update);
    expect(readSplit(fresh)).toEqual(readSplit(room.doc));
  });

  it("whose log cannot be followed any more is given up, and answers nobody falsely (I13)", async () => {
    await submit(add("one"));
    const log = gated();
    log.read = async (id, after) => {
      const rows: LoggedUpdate[] = await memory.read(id, after);
      return rows.map((row) => ({ ...row, seq: row.seq + 1 })); // a hole
    };
    const holed = await open();
    expect(holed.seq).toBe(1);
    const follower = await open(log).catch(() => null);
    expect(follower?.quarantine).toMatch(/missing/);
    expect(await submit(add("two"))).toEqual({ ok: true, seq: 2 });
  });

  it("keeps the first content of a clock: the same clock with other content changes nothing", async () => {
    await submit(add("one"));
    const liar = new Y.Doc();
    liar.clientID = client.clientID;
    addCategory(liar, aCategory({ id: "two", order: "a0" }));
    const bytes = Y.encodeStateAsUpdate(liar);
    await room.submit({ updateId: randomUUID(), editor, bytes, sender: "x", clientIds: own() });
    const rebuilt = await open();
    expect(readSplit(rebuilt.doc)).toEqual(readSplit(room.doc));
    expect(readSplit(room.doc).categories.map((c) => c.id)).toEqual(["one"]);
  });
});

describe("the open rooms", () => {
  it("load once however many open one, load again after a failure, and unload when idle (I4)", async () => {
    let loads = 0;
    let failing = true;
    const rooms = new Rooms(async () => {
      loads++;
      await turn();
      if (failing) throw new Error("the log cannot be read");
      return open();
    }, 10);
    const answers = await Promise.allSettled([rooms.acquire(DOCUMENT), rooms.acquire(DOCUMENT)]);
    expect(answers.map((f) => f.status)).toEqual(["rejected", "rejected"]);
    expect([loads, rooms.all().length]).toEqual([1, 0]);
    failing = false;
    const [a, b] = await Promise.all([rooms.acquire(DOCUMENT), rooms.acquire(DOCUMENT)]);
    expect(a).toBe(b);
    expect(loads).toBe(2);
    rooms.release(DOCUMENT, a);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(rooms.all().length).toBe(1);
    rooms.release(DOCUMENT, a);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(rooms.all().length).toBe(0);
  });
});
