import fc from "fast-check";
import { expect, test } from "vitest";
import { apartFromSpace, compareLabels, compareWords } from "./words";

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

test("S5: only the words that came are red; a capital letter alone is not a new word", () => {
  expect(compareLabels("Osallisuus ja Virkistys", "Osallisuus ja virkistys (mm. kerhot)")).toEqual([
    { text: "Osallisuus ja virkistys", kind: "same" },
    { text: " (mm. kerhot)", kind: "added" },
  ]);
});

test("S5: a change of capitals alone is shown", () => {
  expect(compareLabels("sote", "Sote").some(({ kind }) => kind === "added")).toBe(true);
});

test("S5: a red line goes under words, not under the space beside them", () => {
  expect(apartFromSpace({ text: " (mm. kerhot) ", kind: "added" })).toEqual([
    { text: " ", kind: "same" },
    { text: "(mm. kerhot)", kind: "added" },
    { text: " ", kind: "same" },
  ]);
  expect(apartFromSpace({ text: " vanha ", kind: "removed" })).toEqual([{ text: "vanha", kind: "removed" }]);
});
