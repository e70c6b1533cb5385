import { expect, test } from "vitest";
import type { SplitChange } from "../../domain/split/diff";
import type { Category } from "../../domain/split/split";
import { markCards, wordsInRed } from "./card-marks";

test("only the words that came are red; a capital letter alone is not a new word", () => {
  expect(wordsInRed("Osallisuus ja Virkistys", "Osallisuus ja virkistys (mm. kerhot)")).toEqual([
    { text: "Osallisuus ja virkistys", kind: "same" },
    { text: " (mm. kerhot)", kind: "added" },
  ]);
});

test("a change of capitals alone is shown", () => {
  expect(wordsInRed("sote", "Sote").some(({ kind }) => kind === "added")).toBe(true);
});

const category: Category = {
  id: "a",
  label: { fi: "Uusi nimi" },
  sides: "both",
  order: "a0",
  question: null,
  rationale: { fi: "" },
  legalBasis: null,
  status: "active",
};
const renamed: SplitChange = {
  kind: "renamed",
  categoryId: "a",
  category,
  before: { fi: "Nimi" },
  after: { fi: "Uusi nimi" },
};

test("marks that did not change keep their object, so that their card is not rendered again", () => {
  const first = markCards([renamed], "fi");
  const second = markCards([{ ...renamed }, { kind: "added", categoryId: "b", category }], "fi", first);
  expect(second.get("a")).toBe(first.get("a"));
  expect(second.get("b")?.tags).toEqual(["added"]);
});

test("a reader of Swedish sees the Finnish label's change where there is no translation", () => {
  expect(markCards([renamed], "sv").get("a")?.words).not.toBeNull();
});
