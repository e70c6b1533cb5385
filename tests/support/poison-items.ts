/** The part of the poison corpus that lies inside an item: its neighbours, its parent, its content. */
import type { Refusal } from "../../app/protocol/collab";
import type { DocumentKind } from "../../server/collab/log/update-log";
import { own, type Spot } from "./poison";
import {
  ANY_NULL,
  anyObject,
  anyText,
  bytesOf,
  REF,
  rawAny,
  rawItem,
  rawString,
  rawText,
  rawType,
  rawUpdate,
  TYPE,
} from "./raw-update";

interface PoisonedItem {
  name: string;
  make: (spot: Spot) => Uint8Array[];
  expected: Refusal[];
}

const float = (value: number) => {
  const bytes = new Uint8Array(9);
  bytes[0] = 123;
  new DataView(bytes.buffer).setFloat64(1, value);
  return bytes;
};
const UNDEFINED = Uint8Array.of(127);
const BIGINT = Uint8Array.of(122, 0, 0, 0, 0, 0, 0, 0, 1);
/** A high surrogate as UTF-8 would write it if it could. */
const LONE = Uint8Array.of(0xed, 0xa0, 0x80);
const KEYS = ["__proto__", "constructor", "prototype"];

/** Types in types: each lies in the one before. */
function deep({ own: client, next, root }: Spot, type: number, levels: number): Uint8Array {
  const name = type === TYPE.xmlElement ? "p" : undefined;
  const structs = Array.from({ length: levels }, (_, n) =>
    rawType(type, n === 0 ? keyed(type, root) : keyed(type, [client, next + n - 1]), name),
  );
  return rawUpdate([{ client, clock: next, structs }]);
}
const keyed = (type: number, parent: string | readonly [number, number]) =>
  type === TYPE.map ? { parent, key: "deep" } : { parent };

const nested = (levels: number) =>
  bytesOf(...Array.from({ length: levels }, () => Uint8Array.of(117, 1)), ANY_NULL);

/** Inserts that all say "right after the same neighbour", with another right neighbour each: slow for Yjs. */
function pile(spot: Spot, length: number): Uint8Array {
  const at = (n: number) => [spot.own, spot.next + n] as const;
  const between = Array.from({ length }, (_, n) =>
    rawString("y", { origin: at(0), rightOrigin: at(length + 1 - n) }),
  );
  return own(spot, rawString("x".repeat(length + 2), { parent: spot.text }), ...between);
}

export function poisonedItems(kind: DocumentKind): PoisonedItem[] {
  const inText = (spot: Spot) => ({ parent: spot.text });
  const inMap = (spot: Spot, key: string | Uint8Array = "key") => ({ parent: spot.map, key });
  const element = kind === "split" ? TYPE.map : TYPE.xmlElement;
  const item = (name: string, make: (spot: Spot) => Uint8Array[], ...expected: Refusal[]): PoisonedItem => ({
    name,
    make: (spot) => make(spot).map((struct) => own(spot, struct)),
    expected,
  });
  const value = (name: string, ...values: Uint8Array[]) =>
    item(name, (spot) => values.map((one) => rawAny([one], inMap(spot))), "invalid-content", "malformed");
  return [
    {
      name: "types 6,000 deep",
      make: (spot) => [deep(spot, element, 6_000), deep(spot, element, 25)],
      expected: ["invalid-content"],
    },
    value("values 20,000 deep", nested(20_000), nested(25)),
    value("numbers that JSON has not", float(Number.NaN), float(Number.POSITIVE_INFINITY), BIGINT),
    value("nothing in a list", bytesOf(Uint8Array.of(117, 1), UNDEFINED)),
    value("bytes as a value", Uint8Array.of(116, 1, 7)),
    value("a value of 20 KB", anyText("x".repeat(20_000))),
    value(
      "forbidden keys in a value",
      ...KEYS.map((key) => anyObject([[key, anyObject([["x", ANY_NULL]])]])),
    ),
    item(
      "forbidden and huge keys",
      (spot) =>
        [...KEYS, "k".repeat(129), "k".repeat(400_000)].map((key) => rawAny([ANY_NULL], inMap(spot, key))),
      "invalid-content",
    ),
    item(
      "half a surrogate pair",
      (spot) => [
        rawString(LONE, inText(spot)),
        rawAny([anyText(LONE)], inMap(spot)),
        rawAny([ANY_NULL], inMap(spot, LONE)),
        rawItem(REF.embed, rawText('"\\ud800"'), inText(spot)),
        rawItem(REF.format, bytesOf(rawText("bold"), rawText('{"a":"\\ud800"}')), inText(spot)),
        rawItem(REF.json, bytesOf(1, rawText('"\\ud800"')), inText(spot)),
      ],
      "malformed",
      "invalid-content",
    ),
    item(
      "content that is never allowed",
      (spot) => [
        rawItem(REF.doc, bytesOf(rawText("guid"), anyObject([])), inMap(spot)),
        rawItem(REF.binary, bytesOf(3, Uint8Array.of(1, 2, 3)), inMap(spot)),
        rawItem(REF.json, bytesOf(1, rawText("1")), inMap(spot)),
        rawType(TYPE.array, inMap(spot)),
        rawType(TYPE.xmlHook, inMap(spot), "hook"),
      ],
      "invalid-content",
    ),
    item(
      "references that mean nothing",
      (spot) => [
        ...Array.from({ length: 21 }, (_, n) => rawItem(11 + n, rawText("x"), inText(spot))),
        rawItem(10 | 128, rawText("x"), inText(spot)),
        rawType(7, inMap(spot)),
        rawType(99, inMap(spot)),
      ],
      "malformed",
    ),
    item(
      "another thing in place of the root, and another root",
      ({ root }) => [
        rawAny([ANY_NULL], { parent: root }),
        rawString("x", { parent: root }),
        rawType(TYPE.array, { parent: root }),
        rawString("x", { parent: "elsewhere" }),
        rawAny([ANY_NULL], { parent: "__proto__", key: "key" }),
        rawString("x", { parent: kind === "split" ? "content" : "categories" }),
      ],
      "invalid-content",
    ),
    item(
      "structs without length",
      (spot) => [
        rawString("", inText(spot)),
        rawAny([], inMap(spot)),
        rawItem(REF.deleted, bytesOf(0), inText(spot)),
      ],
      "malformed",
    ),
    item(
      "neighbours and parents that nobody knows",
      (spot) => [
        rawString("x", { origin: [spot.foreign, 2 ** 31] }),
        rawString("x", { rightOrigin: [77_777, 0] }),
        rawString("x", { parent: [77_777, 0] }),
        rawString("x", { origin: [spot.own, spot.next] }),
        rawString("x", { rightOrigin: [spot.own, spot.next + 9] }),
        rawString("x", { parent: [spot.own, spot.next] }),
      ],
      "gap",
    ),
    {
      name: "a parent that is no type",
      make: (spot) => [
        own(spot, rawString("x", inText(spot)), rawString("y", { parent: [spot.own, spot.next] })),
      ],
      expected: kind === "split" ? [] : ["invalid-content"],
    },
    {
      name: "content that does not belong where it is put",
      make: (spot) =>
        kind === "split"
          ? [own(spot, rawString("x", { parent: spot.map })), own(spot, rawAny([ANY_NULL], inText(spot)))]
          : [
              own(spot, rawString("x", { parent: spot.map })),
              own(spot, rawString("x", inMap(spot))),
              own(spot, rawAny([ANY_NULL], inText(spot))),
              own(spot, rawAny([ANY_NULL], { parent: spot.root, key: "key" })),
            ],
      expected: ["invalid-content"],
    },
    {
      name: "inserts that are slow to put in order",
      make: (spot) => [pile(spot, 500), pile(spot, 3_000), pile(spot, 20_000)],
      expected: ["malformed"],
    },
    {
      name: "as much as may be of the smallest things",
      make: (spot) => {
        const many = (length: number, struct: Uint8Array) =>
          rawUpdate([{ client: spot.own, clock: spot.next, structs: Array.from({ length }, () => struct) }]);
        return [
          own(
            spot,
            rawAny(
              Array.from({ length: 500_000 }, () => ANY_NULL),
              inMap(spot),
            ),
          ),
          many(240_000, Uint8Array.of(0, 1)),
          many(30_000, rawString("x", inText(spot))),
        ];
      },
      expected: [],
    },
  ];
}
