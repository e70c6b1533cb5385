/**
 * Goal: who may only suggest changes nothing else, and is never refused for suggesting.
 * Method: many seeded people on one text through the editor's binding, in any order of writing, sending and receiving;
 * then what a changed browser would send, each against a text with another's suggestions in it.
 */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { encodeText, readText, textFragment } from "../../../app/collab/documents/text-document";
import { canonicalText } from "../../../app/domain/text/canonical";
import { suggestionIds, withoutSuggestions } from "../../../app/domain/text/suggestions";
import type { TextDocument } from "../../../app/domain/text/text";
import { LARGE_UPDATE_BYTES_MAX } from "../../../app/protocol/limits";
import { pick, type Random, seeded } from "../../../tests/support/honest-edits";
import { editText, settleOne, suggest } from "../../../tests/support/text-people";
import type { Authors } from "./suggestion-guard";
import { TextState } from "./text-state";

const REMOTE = Symbol("remote");
const START: TextDocument = {
  type: "doc",
  content: Array.from({ length: 12 }, (_, n) => ({
    type: "paragraph" as const,
    content: [{ type: "text" as const, text: `Kohta ${n}: kunta ja hyvinvointialue sopivat yhteistyöstä.` }],
  })),
};

interface Person {
  id: string;
  suggests: boolean;
  doc: Y.Doc;
  undo: Y.UndoManager;
  own: string[];
  unsent: Uint8Array[];
  seen: number;
}

class Table {
  readonly state = new TextState();
  readonly log: { bytes: Uint8Array; personId: string }[] = [];
  readonly people: Person[];
  readonly counts = { suggested: 0, edited: 0, refused: 0, undone: 0 };
  /** Ids by whose update had them first, as the log tells. */
  private readonly authors = new Map<string, string>();
  private waiting: { bytes: Uint8Array; personId: string }[] = [];

  constructor(
    private readonly random: Random,
    editors: number,
    suggesters: number,
  ) {
    const seed = encodeText(START);
    this.state.commit(seed, false);
    this.log.push({ bytes: seed, personId: "seed" });
    this.people = Array.from({ length: editors + suggesters }, (_, n) => this.person(n, n >= editors));
    for (const one of this.people) this.receive(one);
  }

  private person(n: number, suggests: boolean): Person {
    const doc = new Y.Doc();
    doc.clientID = 1000 + n;
    const unsent: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE) unsent.push(update);
    });
    const undo = new Y.UndoManager(textFragment(doc), {
      trackedOrigins: new Set(["own"]),
      captureTimeout: 0,
    });
    return { id: `person-${n}`, suggests, doc, undo, own: [`ehdotus-${n}-0`], unsent, seen: 0 };
  }

  receive(one: Person): void {
    one.doc.transact(() => {
      for (; one.seen < this.log.length; one.seen++)
        Y.applyUpdate(one.doc, this.log[one.seen]!.bytes, REMOTE);
    }, REMOTE);
  }

  async send(one: Person): Promise<void> {
    if (one.unsent.length === 0) return;
    const bytes = Y.mergeUpdates(one.unsent.splice(0));
    for (let ready = this.guarded(); ready; ready = this.guarded()) await ready;
    const before = one.suggests && this.random() < 0.05 ? this.base() : null;
    const answer = this.state.accept(bytes, {
      maxBytes: LARGE_UPDATE_BYTES_MAX,
      maxClients: 4,
      leased: (id) => id === one.doc.clientID,
      personId: one.id,
      suggests: one.suggests,
    });
    if (!answer.ok) {
      this.counts.refused++;
      this.startOver(one);
      return;
    }
    this.counts[one.suggests ? "suggested" : "edited"]++;
    this.waiting.push({ bytes: answer.bytes, personId: one.id });
    if (before !== null) expect(this.base()).toBe(before);
    if (this.random() < 0.7) this.commit();
  }

  commit(): void {
    for (const one of this.waiting) {
      this.state.commit(one.bytes, true);
      this.log.push(one);
    }
    this.waiting = [];
  }

  /** What the person wrote is theirs to copy; their page opens the text anew. */
  private startOver(one: Person): void {
    const n = this.people.indexOf(one);
    const next = this.person(n, one.suggests);
    next.doc.clientID = one.doc.clientID + 1000;
    next.own.unshift(...one.own);
    this.people[n] = next;
    this.receive(next);
  }

  private guarded(): Promise<void> | null {
    return this.state.guarded(async () => this.told());
  }

  private told(): Authors {
    const doc = new Y.Doc();
    for (const { bytes, personId } of this.log) {
      Y.applyUpdate(doc, bytes);
      for (const id of suggestionIds(readText(doc)))
        if (!this.authors.has(id)) this.authors.set(id, personId);
    }
    return this.authors;
  }

  /** The accepted text with everything declined. */
  base(): string {
    const doc = new Y.Doc();
    textFragment(doc);
    doc.transact(() => {
      for (const { bytes } of [...this.log, ...this.waiting]) Y.applyUpdate(doc, bytes);
    });
    return canonicalText(withoutSuggestions(readText(doc)));
  }

  act(one: Person): void {
    const { doc, random } = { ...one, random: this.random };
    if (random() < 0.1 && one.undo.undo()) this.counts.undone++;
    else if (!one.suggests) editText(doc, random, "own");
    else {
      if (random() < 0.2) one.own.push(`${one.own[0]!.slice(0, -1)}${one.own.length}x`);
      suggest(doc, random, one.own, this.people.indexOf(one), "own");
    }
  }

  end(): string[] {
    this.commit();
    for (const one of this.people) this.receive(one);
    return [...new Set(this.people.map(({ doc }) => canonicalText(readText(doc))))];
  }
}

describe("people who may only suggest", () => {
  it("are never refused, while editors write and others suggest, online and late (E10)", {
    timeout: 60_000,
  }, async () => {
    const total = { suggested: 0, edited: 0, refused: 0, undone: 0 };
    for (const seed of [1, 2, 3, 4]) {
      const random = seeded(seed);
      const table = new Table(random, 2, 4);
      for (let n = 0; n < 160; n++) {
        const one = pick(random, table.people);
        table.act(one);
        if (random() < 0.5) await table.send(one);
        if (random() < 0.5) table.receive(one);
      }
      for (const one of table.people) await table.send(one);
      expect(table.end(), `seed ${seed}`).toHaveLength(1);
      for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += table.counts[key];
    }
    process.stdout.write(`suggesting beside editors: ${JSON.stringify(total)}\n`);
    expect(total.refused).toBe(0);
    expect(Math.min(total.suggested, total.edited, total.undone)).toBeGreaterThan(20);
  });

  it("are refused at most for what an editor settled meanwhile, and change nothing then either (E10)", {
    timeout: 60_000,
  }, async () => {
    const total = { suggested: 0, edited: 0, refused: 0, undone: 0 };
    for (const seed of [11, 12, 13]) {
      const random = seeded(seed);
      const table = new Table(random, 2, 3);
      for (let n = 0; n < 160; n++) {
        const one = pick(random, table.people);
        if (!one.suggests && random() < 0.5) settleOne(one.doc, random, "own");
        else table.act(one);
        await table.send(one);
        if (random() < 0.8) for (const each of table.people) table.receive(each);
      }
      expect(table.end()).toHaveLength(1);
      for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += table.counts[key];
    }
    process.stdout.write(`suggesting while editors settle: ${JSON.stringify(total)}\n`);
    expect(total.suggested).toBeGreaterThan(100);
    expect(total.refused).toBeLessThan(total.suggested / 10);
  });
});
