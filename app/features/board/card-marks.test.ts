import { expect, test } from "vitest";
import type { SplitChange } from "../../domain/split/diff";
import type { Category } from "../../domain/split/split";
import { markCards } from "./card-marks";

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
