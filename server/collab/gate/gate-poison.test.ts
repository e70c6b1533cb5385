/**
 * Goal: what is hostile or broken is refused by its name or does no harm, quickly, and leaves nothing behind.
 * Method: the seeded poison corpus against both states; what passes must read the same on every replica.
 */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { readSplit } from "../../../app/collab/documents/split-document";
import { canonicalSplit } from "../../../app/domain/split/canonical";
import { LARGE_UPDATE_BYTES_MAX } from "../../../app/protocol/limits";
import { editHonestly, seeded } from "../../../tests/support/honest-edits";
import { type Poison, type PoisonContext, poisonCorpus } from "../../../tests/support/poison";
import type { DocumentKind } from "../log/update-log";
import type { DocumentState, Sender } from "../state/document-state";
import { openState } from "../state/open-state";
import { DEPTH_MAX } from "./gate-rules";

const SEED = 20_221_108;
/** Generous for a busy machine; the promise is 100 ms. */
const LONGEST_MS = 250;
const ASKED_AGAIN_MAX = 3;

/** Other processes make the clock run on, other threads the processor: the smaller is nearer the truth. */
function timed<T>(work: () => T): { answer: T; milliseconds: number } {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const answer = work();
  const { user, system } = process.cpuUsage(used);
  return { answer, milliseconds: Math.min(performance.now() - start, (user + system) / 1000) };
}

interface World extends PoisonContext {
  state: DocumentState;
  sender: Sender;
}

function world(kind: DocumentKind): World {
  const random = seeded(SEED);
  const [own, foreign] = [new Y.Doc(), new Y.Doc()];
  [own.clientID, foreign.clientID] = [3_000_000_019, 2_000_000_011];
  for (const doc of [foreign, own]) {
    for (let n = 0; n < 8; n++) editHonestly(kind, doc, random);
    Y.applyUpdate(own, Y.encodeStateAsUpdate(foreign));
  }
  const state = openState(kind, null);
  state.commit(Y.encodeStateAsUpdate(own), false);
  const [ownClientId, foreignClientId] = [own.clientID, foreign.clientID];
  const sender = {
    maxBytes: LARGE_UPDATE_BYTES_MAX,
    maxClients: 64,
    leased: (client: number) => client === ownClientId,
  };
  return { state, sender, doc: own, ownClientId, foreignClientId };
}

function content(kind: DocumentKind, doc: Y.Doc): string {
  if (kind === "split") return canonicalSplit(readSplit(doc));
  const root = doc.getXmlFragment("content");
  checkChildren(root, 1);
  return root.toString();
}

/** What an editor can show: elements and texts in elements, not too deep. */
function checkChildren(parent: Y.XmlFragment, depth: number): void {
  expect(depth).toBeLessThanOrEqual(DEPTH_MAX + 1);
  for (const child of parent.toArray()) {
    expect(child instanceof Y.XmlElement || child instanceof Y.XmlText).toBe(true);
    if (child instanceof Y.XmlElement) checkChildren(child, depth + 1);
  }
}

/** Two replicas, one that follows and one that joins later, read the same. */
function doesNoHarm(kind: DocumentKind, before: Uint8Array[], bytes: Uint8Array): void {
  const [follower, joiner] = [new Y.Doc(), new Y.Doc()];
  for (const update of [...before, bytes]) Y.applyUpdate(follower, update);
  // Who joins gets the whole split as one update, and a text as it stands in the log.
  if (kind === "split") Y.applyUpdate(joiner, Y.encodeStateAsUpdate(follower));
  else joiner.transact(() => [...before, bytes].map((update) => Y.applyUpdate(joiner, update)));
  expect(follower.store.pendingStructs ?? follower.store.pendingDs).toBeNull();
  expect(
    [...follower.share.keys()].every((name) => name === (kind === "split" ? "categories" : "content")),
  ).toBe(true);
  expect(content(kind, joiner)).toBe(content(kind, follower));
}

function honestEditPasses(
  kind: DocumentKind,
  { state, sender, doc, ownClientId }: World,
  seed: number,
): void {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = ownClientId;
  const made: Uint8Array[] = [];
  copy.on("update", (update: Uint8Array) => made.push(update));
  editHonestly(kind, copy, seeded(seed));
  for (const bytes of made) expect(state.accept(bytes, sender, [])).toMatchObject({ ok: true });
  state.rollback([]);
}

function administer(
  kind: DocumentKind,
  poison: Poison,
  at: World,
): { refused: number; passed: number; longest: number } {
  const counts = { refused: 0, passed: 0, longest: 0 };
  const { state, sender } = at;
  const before = state.whole().map((bytes) => bytes.slice());
  const hash = state.hash();
  for (const bytes of poison.make(at)) {
    const first = timed(() => state.accept(bytes, sender, []));
    const { answer } = first;
    let took = first.milliseconds;
    // What else the machine does only ever adds: what seemed long is asked again, and the shortest counts.
    for (let n = 0; took > LONGEST_MS / 2 && n < ASKED_AGAIN_MAX; n++) {
      if (answer.ok) state.rollback([]);
      took = Math.min(took, timed(() => state.accept(bytes, sender, [])).milliseconds);
    }
    counts.longest = Math.max(counts.longest, took);
    if (answer.ok) {
      counts.passed++;
      state.rollback([]);
      expect(poison.expected, poison.name).toBeUndefined();
      doesNoHarm(kind, before, answer.bytes);
    } else {
      counts.refused++;
      if (poison.expected) expect(poison.expected, poison.name).toContain(answer.refusal);
    }
  }
  expect(state.whole()).toEqual(before);
  expect(state.hash()).toBe(hash);
  honestEditPasses(kind, at, counts.refused);
  return counts;
}

describe.each(["split", "text"] as const)("poison for a %s", (kind) => {
  const at = world(kind);
  let longest = 0;
  it.each(poisonCorpus(kind, SEED).map((poison) => [poison.name, poison] as const))(
    "%s: refused or harmless",
    { timeout: 60_000 },
    (name, poison) => {
      const counts = administer(kind, poison, at);
      expect(counts.refused + counts.passed).toBeGreaterThan(0);
      longest = Math.max(longest, counts.longest);
      process.stdout.write(
        `poison ${kind}, ${name}: ${counts.refused} refused, ${counts.passed} passed, longest ${counts.longest.toFixed(1)} ms\n`,
      );
      expect(counts.longest).toBeLessThan(LONGEST_MS);
    },
  );
});
