import { expect, it } from "vitest";
import * as Y from "yjs";
import { UPDATE_BYTES_MAX } from "../protocol/limits";
import { Outbox } from "./outbox";

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
  all.forEach((update, n) => void expect(outbox.add(update, n)).toBe(true));
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
  outbox.add(all[0]!, 0);
  const sent = outbox.first();
  outbox.add(all[1]!, 1);
  expect(outbox.first()).toBe(sent);
  outbox.acknowledge("another");
  expect(outbox.count).toBe(2);
  outbox.acknowledge(sent!.updateId);
  expect(outbox.first()!.updateId).not.toBe(sent!.updateId);
});

it("says when one change is larger than the server takes, and keeps it", () => {
  const outbox = new Outbox();
  expect(outbox.add(updates(UPDATE_BYTES_MAX).all[0]!, 0)).toBe(false);
  expect(outbox.count).toBe(1);
});
