/**
 * What a hostile or broken client sends, by seed: for the gate's unit tests and for sockets. Each poison is made for a
 * document as it is now, with a client id that is the sender's own.
 */
import * as Y from "yjs";
import { categoriesMap, categoryText } from "../../app/collab/documents/split-document";
import type { Refusal } from "../../app/protocol/collab";
import type { DocumentKind } from "../../server/collab/log/update-log";
import { below, editHonestly, type Random, seeded } from "./honest-edits";
import { poisonedItems } from "./poison-items";
import { bytesOf, type RawId, rawGc, rawSkip, rawString, rawUpdate } from "./raw-update";

export interface PoisonContext {
  /** A copy of the document: with a category, or a paragraph with text in it. Is not changed. */
  doc: Y.Doc;
  /** A client id that the sender may write with. */
  ownClientId: number;
  /** A client id of somebody else. */
  foreignClientId: number;
}

export interface Poison {
  name: string;
  /** The updates, each to be sent on its own. */
  make(context: PoisonContext): Uint8Array[];
  /** Every update is refused, with one of these. Left out: it may pass when it does no harm. */
  expected?: Refusal[];
}

/** Where raw items may be put in the document. */
export interface Spot {
  own: number;
  /** The sender's next clock. */
  next: number;
  foreign: number;
  root: string;
  /** A shared text, and a map (a category, an element's attributes). */
  text: RawId;
  map: RawId;
}

/** One struct of the sender's own, at its next clock. */
export const own = ({ own: client, next: clock }: Spot, ...structs: Uint8Array[]) =>
  rawUpdate([{ client, clock, structs }]);

export function spotOf(kind: DocumentKind, { doc, ownClientId, foreignClientId }: PoisonContext): Spot {
  const id = (type: { _item: Y.Item | null }): RawId => [type._item!.id.client, type._item!.id.clock];
  const at = { own: ownClientId, next: Y.getState(doc.store, ownClientId), foreign: foreignClientId };
  if (kind === "split") {
    const [category, map] = [...categoriesMap(doc)][0]!;
    return { ...at, root: "categories", map: id(map), text: id(categoryText(doc, category, "label", "fi")!) };
  }
  const element = doc.getXmlFragment("content").get(0) as Y.XmlElement;
  return { ...at, root: "content", map: id(element), text: id(element.get(0) as Y.XmlText) };
}

/** Twenty honest updates of the sender, each made on the document as it is. */
function honest(kind: DocumentKind, { doc, ownClientId }: PoisonContext, random: Random): Uint8Array[] {
  return Array.from({ length: 20 }, () => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    copy.clientID = ownClientId;
    const made: Uint8Array[] = [];
    copy.on("update", (update: Uint8Array) => made.push(update));
    while (made.length === 0) editHonestly(kind, copy, random, "poison");
    copy.destroy();
    return Y.mergeUpdates(made);
  });
}

const HUGE = [2 ** 53, 2 ** 60, 2 ** 70];
const MANY = 50_000;

/** The corpus for a kind of document. `expected` holds for a sender of one leased id and at most 1 MB. */
export function poisonCorpus(kind: DocumentKind, seed: number): Poison[] {
  const random = seeded(seed);
  const poison = (name: string, make: (spot: Spot) => Uint8Array[], ...expected: Refusal[]): Poison => ({
    name,
    make: (context) => make(spotOf(kind, context)),
    ...(expected.length > 0 ? { expected } : {}),
  });
  const noise = (length: number) => Uint8Array.from({ length }, () => below(random, 256));
  return [
    poison("garbage", () => [
      ...Array.from({ length: 300 }, () => noise(1 + below(random, 300))),
      noise(64 * 1024),
    ]),
    {
      name: "every truncation of twenty updates",
      make: (context) =>
        honest(kind, context, random).flatMap((bytes) =>
          Array.from(bytes, (_, length) => bytes.slice(0, length)),
        ),
      expected: ["malformed"],
    },
    {
      name: "every bit flip of twenty updates",
      make: (context) =>
        honest(kind, context, random).flatMap((bytes) =>
          Array.from({ length: bytes.length * 8 }, (_, bit) => {
            const flipped = bytes.slice();
            flipped[bit >> 3]! ^= 1 << (bit & 7);
            return flipped;
          }),
        ),
    },
    poison("an update in the other encoding", ({ root }) => {
      const doc = new Y.Doc();
      doc.getMap(root).set("key", "value");
      return [Y.encodeStateAsUpdateV2(doc)];
    }),
    poison(
      "nothing",
      () => [new Uint8Array(), Uint8Array.of(0), Uint8Array.of(0, 0), new Uint8Array(1000)],
      "malformed",
    ),
    poison(
      "numbers beyond 2^53",
      ({ own: client, next }) =>
        HUGE.flatMap((huge) => [
          bytesOf(huge),
          bytesOf(1, huge, client, next),
          rawUpdate([{ client: huge, clock: 0, structs: [rawGc(1)] }]),
          rawUpdate([{ client, clock: huge, structs: [rawGc(1)] }]),
          rawUpdate([{ client, clock: next, structs: [rawGc(huge)] }]),
          rawUpdate([], [[client, [[huge, 1]]]]),
        ]),
      "malformed",
      "gap",
    ),
    poison(
      "client ids that Yjs never makes",
      () => [0, 2 ** 32, 2 ** 53 - 1].map((client) => rawUpdate([{ client, clock: 0, structs: [rawGc(1)] }])),
      "malformed",
    ),
    poison(
      "50,000 clients that wait for what never comes",
      () => [
        rawUpdate(Array.from({ length: MANY }, (_, n) => ({ client: n + 1, clock: 9, structs: [rawGc(1)] }))),
        rawUpdate(Array.from({ length: MANY }, (_, n) => ({ client: n + 1, clock: 0, structs: [] }))),
      ],
      "foreign-client",
      "malformed",
    ),
    poison(
      "a struct that takes all clocks",
      (spot) => [
        own(spot, rawGc(2 ** 31)),
        own(spot, rawGc(2 ** 31 - 1)),
        own(spot, rawGc(1_000_001)),
        own(spot, rawGc(7)), // named in no delete set
        own(spot, rawGc(0)),
      ],
      "malformed",
    ),
    poison(
      "somebody else's clocks",
      ({ foreign, root }) => [
        rawUpdate([{ client: foreign, clock: 0, structs: [rawGc(2 ** 31 - 1)] }]),
        rawUpdate([{ client: foreign, clock: 0, structs: [rawString("NO!", { parent: root })] }]),
      ],
      "foreign-client",
    ),
    poison(
      "clocks left out",
      (spot) => [
        own(spot, rawSkip(3), rawString("x", { parent: spot.text })),
        own({ ...spot, next: spot.next + 5 }, rawString("x", { parent: spot.text })),
      ],
      "gap",
    ),
    poison("other content under a clock that is known", (spot) => [
      own({ ...spot, next: 0 }, rawString("NO!", { parent: spot.text })),
    ]),
    poison("everything deleted", ({ foreign }) => [rawUpdate([], [[foreign, [[0, 1]]]])]),
    poison(
      "deletes of what nobody knows",
      ({ own: client, foreign, next }) => [
        rawUpdate([], [[77_777, [[0, 1]]]]),
        rawUpdate([], [[client, [[next, 1]]]]),
        rawUpdate([], [[foreign, [[0, 2 ** 40]]]]),
      ],
      "gap",
    ),
    poison(
      "a delete set of 20,000 ranges",
      ({ foreign }) => [
        rawUpdate([], [[foreign, Array.from({ length: 20_000 }, (): [number, number] => [0, 1])]]),
      ],
      "malformed",
    ),
    poison(
      "one client in two blocks, or none in one",
      ({ own: client, next: clock, text }) => {
        const one = rawString("x", { parent: text });
        return [
          rawUpdate([
            { client, clock, structs: [one] },
            { client, clock: clock + 1, structs: [one] },
          ]),
          rawUpdate([
            { client, clock, structs: [one] },
            { client, clock, structs: [] },
          ]),
        ];
      },
      "malformed",
    ),
    ...poisonedItems(kind).map(({ name, make, expected }) => poison(name, make, ...expected)),
  ];
}
