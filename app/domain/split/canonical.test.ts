import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aCategory, splitArbitrary } from "../../../tests/support/splits";
import {
  canonicalJson,
  canonicalSplit,
  categoryContentHash,
  parseCanonicalSplit,
  sha256Hex,
} from "./canonical";

describe("canonical form", () => {
  test("V1: is RFC 8785: sorted keys, no spaces, shortest escapes", () => {
    expect(canonicalJson({ b: 1, a: "ä€\n", c: [null, 1e21, 0.1] })).toBe(
      '{"a":"ä€\\n","b":1,"c":[null,1e+21,0.1]}',
    );
  });

  test("V1: equal content gives equal bytes, however it was given", () => {
    const [first, second] = [aCategory({ id: "a" }), aCategory({ id: "b" })];
    const untidy = {
      ...first,
      label: { sv: "", fi: "a", en: undefined },
      legalBasis: "",
      extra: "not of the split",
    };
    expect(canonicalSplit({ categories: [second, untidy] })).toBe(
      canonicalSplit({ categories: [first, second] }),
    );
  });

  test("V1: reading the text back gives the same text, for any split", () => {
    fc.assert(
      fc.property(splitArbitrary, (split) => {
        const text = canonicalSplit(split);
        expect(canonicalSplit(parseCanonicalSplit(text))).toBe(text);
      }),
    );
  });

  test("V1: a text that is not a split is refused", () => {
    for (const text of ["", "{}", '{"categories":[{}]}', '{"categories":[],"more":1}'])
      expect(() => parseCanonicalSplit(text)).toThrow();
  });

  test("sha256 is of the UTF-8 bytes", () => {
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(sha256Hex("ä")).toBe("33e6d73fee82904c8d7afb78de1154d1e8dc2a0edb08120e63df5b9385c2d9cc");
  });
});

describe("content hash of a category", () => {
  const category = aCategory({ id: "a", label: { fi: "Tilat" }, rationale: { fi: "Koska" } });
  const hash = categoryContentHash(category);

  test("V4: changes with the Finnish label, sides, status, question and Finnish rationale", () => {
    for (const change of [
      { label: { fi: "Tila" } },
      { sides: "both" as const },
      { status: "proposedForRemoval" as const },
      { question: { text: "" } },
      { rationale: { fi: "Siksi" } },
    ])
      expect(categoryContentHash({ ...category, ...change })).not.toBe(hash);
  });

  test("V4: does not change with a translation, place or legal basis, and comes back with the old text", () => {
    expect(categoryContentHash({ ...category, label: { fi: "Tilat", sv: "Lokaler" } })).toBe(hash);
    expect(categoryContentHash({ ...category, order: "z", legalBasis: "Laki 1 §" })).toBe(hash);
    expect(categoryContentHash({ ...category, label: { fi: "Tilat" } })).toBe(hash);
  });
});
