/**
 * Goal: a note is one plain text and can be nothing else, whatever is sent.
 * Method: updates of Yjs itself, and bytes that no honest client makes, against the state of a note.
 */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import {
  ANY_NULL,
  REF,
  rawAny,
  rawItem,
  rawString,
  rawText,
  rawType,
  rawUpdate,
  TYPE,
} from "../../../tests/support/raw-update";
import { openState } from "./open-state";

const sender = { maxBytes: 1024 * 1024, maxClients: 4, leased: () => true };

function updateOf(change: (doc: Y.Doc) => void, from?: Uint8Array): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 7;
  if (from) Y.applyUpdate(doc, from);
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc));
  return Y.encodeStateAsUpdate(doc, before);
}

describe("a note", () => {
  it("takes plain text, and reads as it", () => {
    const state = openState("note", null);
    const first = updateOf((doc) => doc.getText("content").insert(0, "Kunta pitää ehdotusta hyvänä 😀"));
    expect(state.accept(first, sender, [])).toMatchObject({ ok: true });
    state.commit(first, true);
    const second = updateOf((doc) => doc.getText("content").delete(0, 6), first);
    expect(state.accept(second, sender, [])).toMatchObject({ ok: true });
    state.commit(second, true);
    expect(state.read().getText("content").toString()).toBe("pitää ehdotusta hyvänä 😀");
    const again = openState("note", Y.mergeUpdates(state.whole()), 2);
    expect(again.read().getText("content").toString()).toBe("pitää ehdotusta hyvänä 😀");
    const proposed = again.propose((doc) => doc.getText("content").insert(0, "Lausunto: "));
    expect(proposed && again.accept(proposed.bytes, sender, [])).toMatchObject({ ok: true });
  });

  const raw = (...structs: Uint8Array[]) => rawUpdate([{ client: 9, clock: 0, structs }]);
  it.each([
    ["bold", updateOf((doc) => doc.getText("content").insert(0, "x", { bold: true }))],
    ["an embedded thing", updateOf((doc) => doc.getText("content").insertEmbed(0, { image: "x" }))],
    ["elements", updateOf((doc) => doc.getXmlFragment("content").push([new Y.XmlElement("p")]))],
    ["a map in place of the text", updateOf((doc) => void doc.getMap("content").set("key", "value"))],
    ["a text in the text", raw(rawType(TYPE.text, { parent: "content" }))],
    ["an attribute of the text", raw(rawAny([ANY_NULL], { parent: "content", key: "key" }))],
    ["words under a key", raw(rawString("x", { parent: "content", key: "key" }))],
    ["values in the text", raw(rawAny([ANY_NULL], { parent: "content" }))],
    ["a format of its own", raw(rawItem(REF.format, rawText("bold"), { parent: "content" }))],
    ["another root", raw(rawString("x", { parent: "elsewhere" }))],
    ["a NUL", raw(rawString("a\u0000b", { parent: "content" }))],
  ])("refuses %s, and keeps nothing of it", (_, bytes) => {
    const state = openState("note", null);
    const answer = state.accept(bytes, sender, []);
    expect(answer.ok).toBe(false);
    if (!answer.ok) expect(["invalid-content", "malformed"]).toContain(answer.refusal);
    expect(state.whole()).toEqual([]);
    expect(state.read().getText("content").toString()).toBe("");
  });
});
