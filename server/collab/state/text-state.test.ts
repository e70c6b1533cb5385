/**
 * Goal: a text's state knows without a Y.Doc what a Y.Doc would know, and gives its bytes back whole.
 * Method: random orders of accept, commit, rollback, others' commits and compaction beside a Y.Doc that takes the same
 * bytes; then the cases that need a name.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { editHonestly, seeded } from "../../../tests/support/honest-edits";
import { ANY_NULL, rawAny, rawString, rawType, rawUpdate, TYPE } from "../../../tests/support/raw-update";
import { DEPTH_MAX } from "../gate/gate-rules";
import { TextState } from "./text-state";

const sender = { maxBytes: 1024 * 1024, maxClients: 4, leased: () => true };
const vector = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc));

function shadowOf(updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/** An update with no structs and no deletes. */
const EMPTY = Y.mergeUpdates([]);

/** One edit on a copy of what is accepted, by one of three clients. */
function edit(accepted: Uint8Array[], client: number, seed: number): Uint8Array {
  const doc = shadowOf(accepted);
  doc.clientID = client + 1;
  const made: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => made.push(update));
  for (let n = seed; made.length === 0; n++) editHonestly("text", doc, seeded(n), "edit");
  return Y.mergeUpdates(made);
}

const step = fc.record({
  what: fc.constantFrom("edit", "edit", "edit", "commit", "rollback", "other", "compact", "ask", "resend"),
  client: fc.nat({ max: 2 }),
  seed: fc.nat(),
});

describe("a text's state", () => {
  it("keeps the clocks and the bytes that a Y.Doc would, in any order of accept, commit and rollback", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const state = new TextState();
        const committed: Uint8Array[] = [];
        /** What somebody sent and is committed. What the gate kept of a resend can be empty, and nobody sends that. */
        const sent: Uint8Array[] = [];
        let waiting: Uint8Array[] = [];
        for (const { what, client, seed } of steps) {
          if (what === "edit") {
            const answer = state.accept(edit([...committed, ...waiting], client, seed), sender);
            expect(answer.ok).toBe(true);
            if (answer.ok) waiting.push(answer.bytes);
          } else if (what === "resend" && sent.length > 0) {
            const answer = state.accept(sent[seed % sent.length]!, sender);
            expect(answer.ok).toBe(true);
            if (answer.ok) waiting.push(answer.bytes);
          } else if (what === "commit" && waiting.length > 0) {
            const bytes = waiting.shift()!;
            state.commit(bytes, true);
            committed.push(bytes);
            if (bytes.byteLength > EMPTY.byteLength) sent.push(bytes);
          } else if (what === "rollback") {
            waiting = waiting.slice(0, seed % (waiting.length + 1));
            state.rollback(waiting);
          } else if (what === "other") {
            // Another server commits for a client of its own, knowing only what is committed.
            const bytes = edit(committed, client + 10, seed);
            state.commit(bytes, false);
            committed.push(bytes);
            sent.push(bytes);
          } else if (what === "compact" && committed.length > 0) {
            const seq = 1 + (seed % committed.length);
            state.compact(Y.encodeStateAsUpdate(shadowOf(committed.slice(0, seq))), seq);
          }
          if (what !== "ask") continue;
          expect(state.clocks()).toEqual(vector(shadowOf([...committed, ...waiting])));
        }
        expect(state.clocks()).toEqual(vector(shadowOf([...committed, ...waiting])));
        const shadow = shadowOf(committed);
        const whole = shadowOf(state.whole());
        expect(vector(whole)).toEqual(vector(shadow));
        expect(whole.getXmlFragment("content").toString()).toBe(shadow.getXmlFragment("content").toString());
        expect(vector(state.read())).toEqual(vector(shadow));
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  /** A chain of `levels` elements with a value in the last one, by one client. */
  const chain = (levels: number) =>
    rawUpdate([
      {
        client: 1,
        clock: 0,
        structs: [
          ...Array.from({ length: levels }, (_, n) =>
            rawType(TYPE.xmlElement, { parent: n === 0 ? "content" : [1, n - 1] }, "blockquote"),
          ),
          rawAny([ANY_NULL], { parent: [1, levels - 1], key: "deletion" }),
        ],
      },
    ]);

  it("takes types as deep as the limit, and not one more, however they come", () => {
    expect(new TextState().accept(chain(DEPTH_MAX), sender)).toMatchObject({ ok: true });
    expect(new TextState().accept(chain(DEPTH_MAX + 1), sender)).toEqual({
      ok: false,
      refusal: "invalid-content",
    });
    const state = new TextState();
    state.commit(chain(DEPTH_MAX), false);
    const beside = rawType(TYPE.xmlElement, { parent: [1, DEPTH_MAX - 1] }, "paragraph");
    const deeper = rawUpdate([{ client: 2, clock: 0, structs: [beside] }]);
    expect(state.accept(deeper, sender)).toEqual({ ok: false, refusal: "invalid-content" });
  });

  it("refuses neighbours of two different types", () => {
    const state = new TextState();
    const text = (n: number) => rawType(TYPE.xmlText, { parent: [1, n] });
    const structs = [
      rawType(TYPE.xmlElement, { parent: "content" }, "paragraph"),
      text(0),
      rawString("ab", { parent: [1, 1] }),
      rawType(TYPE.xmlElement, { parent: "content" }, "paragraph"),
      text(4),
      rawString("cd", { parent: [1, 5] }),
    ];
    state.commit(rawUpdate([{ client: 1, clock: 0, structs }]), false);
    const between = rawString("x", { origin: [1, 2], rightOrigin: [1, 6] });
    expect(state.accept(rawUpdate([{ client: 2, clock: 0, structs: [between] }]), sender)).toEqual({
      ok: false,
      refusal: "invalid-content",
    });
  });

  it("takes what falls into a type that was deleted and forgotten", () => {
    const people = [new Y.Doc(), new Y.Doc()] as const;
    editHonestly("text", people[0], seeded(1));
    Y.applyUpdate(people[1], Y.encodeStateAsUpdate(people[0]));
    const before = Y.encodeStateVector(people[1]);
    const element = people[1].getXmlFragment("content").get(0) as Y.XmlElement;
    (element.get(0) as Y.XmlText).insert(0, "myöhässä");
    element.setAttribute("insertion", "ehdotus-9");
    people[0].getXmlFragment("content").delete(0, 1);
    const state = new TextState(Y.encodeStateAsUpdate(people[0]), 7);
    const late = Y.encodeStateAsUpdate(people[1], before);
    expect(state.accept(late, sender)).toMatchObject({ ok: true });
  });

  it("answers quarantined when what is committed does not hold together, and stays readable", () => {
    const state = new TextState();
    state.commit(
      rawUpdate([{ client: 1, clock: 5, structs: [rawString("x", { parent: "content" })] }]),
      false,
    );
    expect(state.accept(chain(1), sender)).toEqual({ ok: false, refusal: "quarantined" });
    expect(state.read().getXmlFragment("content").length).toBe(0);
    expect(() => state.commit(Uint8Array.of(9, 9), false)).toThrow();
    expect(state.whole()).toHaveLength(1);
  });

  it("proposes on what is accepted", () => {
    const state = new TextState();
    const accepted = state.accept(chain(1), sender);
    const proposal = state.propose((doc) => {
      expect(doc.getXmlFragment("content").length).toBe(1);
      doc.getXmlFragment("content").insert(1, [new Y.XmlElement("paragraph")]);
    });
    expect(accepted.ok && proposal && state.accept(proposal.bytes, sender)).toMatchObject({ ok: true });
    expect(state.propose(() => undefined)).toBeNull();
  });
});
