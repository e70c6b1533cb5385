/**
 * Goal: the gate never refuses honest work, and what it keeps is what plain Yjs keeps.
 * Method: many seeded people who type, format, move, undo, redo, go offline and merge, against a state that commits
 * late and fails now and then; a plain Y.Doc takes the same updates.
 */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { categoriesMap, readSplit } from "../../../app/collab/documents/split-document";
import { LOCAL, REMOTE } from "../../../app/collab/origins";
import { createUndoManager } from "../../../app/collab/use-undo";
import { canonicalSplit } from "../../../app/domain/split/canonical";
import { LARGE_UPDATE_BYTES_MAX } from "../../../app/protocol/limits";
import { below, editHonestly, pick, type Random, seeded } from "../../../tests/support/honest-edits";
import type { DocumentKind } from "../log/update-log";
import type { DocumentState } from "../state/document-state";
import { openState } from "../state/open-state";
import { TextState } from "../state/text-state";

interface Person {
  doc: Y.Doc;
  undo: Y.UndoManager;
  /** Not sent yet. */
  own: Uint8Array[];
  /** Its own clocks that were once the server's. */
  sent: number[];
  /** Committed updates this person has. */
  seen: number;
}

const rootOf = (kind: DocumentKind, doc: Y.Doc) =>
  kind === "note" ? doc.getText("content") : doc.getXmlFragment("content");

function person(kind: DocumentKind, random: Random): Person {
  const doc = new Y.Doc();
  doc.clientID = 1 + below(random, 2 ** 32 - 1);
  const own: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== REMOTE) own.push(update);
  });
  const undo =
    kind === "split"
      ? createUndoManager(doc)
      : new Y.UndoManager(rootOf(kind, doc), { trackedOrigins: new Set([LOCAL]) });
  return { doc, undo, own, sent: [0], seen: 0 };
}

class World {
  readonly people: Person[];
  readonly log: Uint8Array[] = [];
  /** What plain Yjs has after the updates as they were sent. */
  readonly shadow = new Y.Doc();
  readonly sent: Uint8Array[] = [];
  readonly refused: string[] = [];
  readonly counts = { updates: 0, merges: 0, resent: 0, overlapping: 0, rollbacks: 0, undone: 0 };
  private waiting: Uint8Array[] = [];

  constructor(
    kind: DocumentKind,
    readonly state: DocumentState,
    private readonly random: Random,
    size: number,
  ) {
    this.people = Array.from({ length: size }, () => person(kind, random));
    if (kind === "split") categoriesMap(this.shadow);
    else rootOf(kind, this.shadow);
  }

  send(bytes: Uint8Array, clients: number[], maxClients = 4): boolean {
    const known = Y.parseUpdateMeta(bytes).from;
    if ([...known].some(([client, clock]) => clock < Y.getState(this.shadow.store, client)))
      this.counts.overlapping++;
    const leased = (client: number) => clients.includes(client);
    const answer = this.state.accept(
      bytes,
      { maxBytes: LARGE_UPDATE_BYTES_MAX, maxClients, leased },
      this.waiting,
    );
    this.counts.updates++;
    if (!answer.ok) {
      this.refused.push(answer.refusal);
      return false;
    }
    if (this.random() < 0.03) {
      // The database failed: nothing that waits is kept, and it is sent again.
      this.counts.rollbacks++;
      this.state.rollback(this.waiting);
      return this.send(bytes, clients, maxClients);
    }
    this.waiting.push(answer.bytes);
    Y.applyUpdate(this.shadow, bytes);
    this.sent.push(bytes);
    if (this.random() < 0.5) this.commit();
    return true;
  }

  commit(): void {
    for (const bytes of this.waiting) {
      this.state.commit(bytes, true);
      this.log.push(bytes);
    }
    this.waiting = [];
  }

  receive(one: Person): void {
    one.doc.transact(() => {
      for (; one.seen < this.log.length; one.seen++) Y.applyUpdate(one.doc, this.log[one.seen]!, REMOTE);
    }, REMOTE);
  }

  /** Sends what a person has not sent: one by one, as one, or as all that the server may lack. */
  flush(one: Person): void {
    const { doc, own } = one;
    if (own.length === 0) return;
    const choice = this.random();
    if (choice < 0.5) {
      for (const update of own) this.send(update, [doc.clientID]);
    } else if (choice < 0.8) {
      this.counts.merges++;
      this.send(Y.mergeUpdates(own), [doc.clientID]);
    } else {
      // A resend of all of its own, some of which the server has.
      this.counts.resent++;
      this.receive(one);
      const state = Y.decodeStateVector(Y.encodeStateVector(doc));
      state.set(doc.clientID, pick(this.random, one.sent));
      this.send(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(state)), [doc.clientID]);
    }
    own.length = 0;
    one.sent.push(Y.getState(this.shadow.store, doc.clientID));
  }

  act(kind: DocumentKind, cutsPairs: boolean): void {
    const one = pick(this.random, this.people);
    const choice = below(this.random, 20);
    if (choice < 11) editHonestly(kind, one.doc, this.random, LOCAL, cutsPairs);
    else if (choice === 11 && one.undo.undo()) this.counts.undone++;
    else if (choice === 12 && one.undo.redo()) this.counts.undone++;
    else if (choice === 13) one.undo.stopCapturing();
    else if (choice < 17) this.receive(one);
    else this.flush(one);
  }

  /** A tab sends what other tabs of the person left behind, all in one update. */
  mergeAll(): void {
    const left = this.people.filter(({ own }) => own.length > 0);
    if (left.length === 0) return;
    this.counts.merges++;
    this.send(
      Y.mergeUpdates(left.flatMap(({ own }) => own)),
      left.map(({ doc }) => doc.clientID),
      64,
    );
    for (const { own } of left) own.length = 0;
  }
}

function live(kind: DocumentKind, seed: number, size: number, actions: number, cutsPairs = false): World {
  const random = seeded(seed);
  const state = openState(kind, null);
  const world = new World(kind, state, random, size);
  const first = world.people[0]!;
  editHonestly(kind, first.doc, random, LOCAL);
  world.flush(first);
  world.commit();
  for (const one of world.people) world.receive(one);
  for (let n = 0; n < actions; n++) world.act(kind, cutsPairs);
  if (seed % 2 === 0) world.mergeAll();
  // Yjs tidies formats when others' come in, and that is an edit too: until nobody has one left.
  for (let round = 0; round < 20; round++) {
    for (const one of world.people) world.flush(one);
    world.commit();
    for (const one of world.people) world.receive(one);
    if (world.people.every(({ own }) => own.length === 0)) break;
  }
  return world;
}

/** What is read, in one form for equal documents. */
function content(kind: DocumentKind, doc: Y.Doc): string {
  return kind === "split" ? canonicalSplit(readSplit(doc)) : rootOf(kind, doc).toString();
}
/** In one go: a document that takes others' formats one by one tidies them, which is an edit of its own. */
function documentOf(updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

describe.each(["split", "text", "note"] as const)("honest people on a %s", (kind) => {
  it("are never refused, and the state is what plain Yjs has", { timeout: 120_000 }, () => {
    const total = { updates: 0, merges: 0, resent: 0, overlapping: 0, rollbacks: 0, undone: 0 };
    for (const [seed, size] of [2, 5, 24, 64].entries()) {
      const world = live(kind, seed + 1, size, 2_000);
      expect(world.refused, `seed ${seed + 1}`).toEqual([]);
      const { state, shadow, sent } = world;
      const plain = content(kind, documentOf(sent));
      expect(content(kind, state.read())).toBe(plain);
      const fresh = openState(kind, null);
      for (const bytes of state.whole()) fresh.commit(bytes, false);
      expect(content(kind, fresh.read())).toBe(plain);
      expect(fresh.hash()).toBe(state.hash());
      for (const one of world.people) expect(content(kind, one.doc)).toBe(plain);
      if (state instanceof TextState)
        expect(state.clocks()).toEqual(Y.decodeStateVector(Y.encodeStateVector(shadow)));
      for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += world.counts[key];
    }
    const { refused, counts, state, log } = live(kind, 11, 6, 1_000, true);
    expect(refused).toEqual([]);
    expect(content(kind, documentOf(log))).toBe(content(kind, state.read()));
    total.updates += counts.updates;
    process.stdout.write(`honest ${kind}: ${JSON.stringify(total)}, 0 refused\n`);
    expect(total.updates).toBeGreaterThan(2_500);
    for (const count of Object.values(total)) expect(count).toBeGreaterThan(10);
  });
});
