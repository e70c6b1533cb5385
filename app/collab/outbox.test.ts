import { expect, it } from "vitest";
import * as Y from "yjs";
import { UPDATE_BYTES_MAX } from "../protocol/limits";
import { MERGE_PARTS_MAX, Outbox } from "./outbox";

const LEASE = { clientId: 1, token: "" };

/** Updates of one document, each inserting a text of the given length. */
function updates(...lengths: number[]): { all: Uint8Array[]; text: string } {
  const doc = new Y.Doc();
  const all: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => all.push(update));
  for (const length of lengths) doc.getText("t").insert(0, "x".repeat(length));
  return { all, text: doc.getText("t").toString() };
}

it("merges what waits into updates within the limit, in order, and counts changes", () => {
  const { all, text } = updates(10, 20, UPDATE_BYTES_MAX / 2, UPDATE_BYTES_MAX / 2, 5);
  const outbox = new Outbox();
  all.forEach((update, n) => void outbox.add(update, n, LEASE));
  expect([outbox.count, outbox.since]).toEqual([5, 0]);
  const server = new Y.Doc();
  for (let update = outbox.first(); update; update = outbox.first()) {
    expect(update.bytes.byteLength).toBeLessThanOrEqual(UPDATE_BYTES_MAX);
    Y.applyUpdate(server, update.bytes);
    outbox.acknowledge(update.updateId);
  }
  expect(server.getText("t").toString()).toBe(text);
  expect([outbox.count, outbox.since]).toEqual([0, null]);
});

it("keeps the id and the bytes of what was sent, whatever comes after", () => {
  const { all } = updates(1, 2);
  const outbox = new Outbox();
  const id = outbox.add(all[0]!, 0, LEASE);
  const sent = outbox.first();
  expect(sent!.updateId).toBe(id);
  expect(outbox.add(all[1]!, 1, LEASE)).not.toBe(id);
  expect(outbox.first()).toEqual(sent);
  outbox.acknowledge("another");
  expect(outbox.count).toBe(2);
  outbox.acknowledge(sent!.updateId);
  expect(outbox.first()!.updateId).not.toBe(id);
});

it("lets one large change go alone, and merges a bounded number", () => {
  const outbox = new Outbox();
  const large = outbox.add(updates(UPDATE_BYTES_MAX).all[0]!, 0, LEASE);
  const small = updates(...Array.from({ length: MERGE_PARTS_MAX + 1 }, () => 1)).all;
  const ids = small.map((update) => outbox.add(update, 0, LEASE));
  expect(new Set(ids).size).toBe(2);
  expect(ids[0]).not.toBe(large);
  expect(outbox.count).toBe(MERGE_PARTS_MAX + 2);
});

it("never merges what was written with different leases, or taken over", () => {
  const outbox = new Outbox();
  const [one, two] = updates(1, 1).all as [Uint8Array, Uint8Array];
  outbox.adopt({ updateId: "taken", lease: LEASE, parts: [one, two], since: 5 });
  outbox.adopt({ updateId: "taken", lease: LEASE, parts: [one, two], since: 5 });
  const first = outbox.add(one, 7, LEASE);
  const second = outbox.add(two, 8, { clientId: 2, token: "" });
  expect(outbox.updateIds).toEqual(["taken", first, second]);
  expect(outbox.leases.map(({ clientId }) => clientId)).toEqual([1, 2]);
  expect([outbox.count, outbox.since]).toEqual([4, 5]);
});
