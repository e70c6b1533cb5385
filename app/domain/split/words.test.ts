import fc from "fast-check";
import { expect, test } from "vitest";
import { compareWords } from "./words";

test("S5: a new name is shown word by word", () => {
  expect(
    compareWords(
      "Osallisuus ja Virkistystoiminta",
      "Osallisuus ja virkistystoiminta (mm. eläkeläisjärjestöt)",
    )
      .filter(({ kind }) => kind !== "same")
      .map(({ kind, text }) => `${kind}: ${text.trim()}`),
  ).toEqual(["removed: Virkistystoiminta", "added: virkistystoiminta (mm. eläkeläisjärjestöt)"]);
});

test("S5: the segments always spell both texts", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, after) => {
      const segments = compareWords(before, after);
      const spell = (left: string) =>
        segments
          .filter(({ kind }) => kind !== left)
          .map(({ text }) => text)
          .join("");
      expect(spell("added")).toBe(before);
      expect(spell("removed")).toBe(after);
    }),
  );
});
