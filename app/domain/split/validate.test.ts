import { describe, expect, test } from "vitest";
import { aCategory } from "../../../tests/support/splits";
import type { Category } from "./split";
import { freezeBlockers, type SplitProblemKind, validateSplit } from "./validate";

function check(categories: Category[], found: SplitProblemKind[], blocking: SplitProblemKind[] = []) {
  expect(validateSplit({ categories }).map(({ kind }) => kind)).toEqual(found);
  expect(freezeBlockers({ categories }).map(({ kind }) => kind)).toEqual(blocking);
}

describe("S7: labels", () => {
  test("S7: 1–300 characters; empty and over-long block freezing, in any language", () => {
    check([aCategory({ id: "a", label: { fi: "x".repeat(300) } })], []);
    check([aCategory({ id: "a", label: { fi: "x".repeat(301) } })], ["longLabel"], ["longLabel"]);
    check([aCategory({ id: "a", label: { fi: "a", sv: "x".repeat(301) } })], ["longLabel"], ["longLabel"]);
    check([aCategory({ id: "a", label: { fi: "  " } })], ["emptyLabel"], ["emptyLabel"]);
  });

  test("S7: a removed category blocks nothing", () => {
    check([aCategory({ id: "a", label: { fi: "" }, status: "removed" })], []);
  });

  test("S7: the same label twice on one side is warned about, on two sides it is not", () => {
    const tilat = (id: string, sides: Category["sides"], fi = "Tilat") =>
      aCategory({ id, sides, label: { fi } });
    check([tilat("a", "region"), tilat("b", "region", " tilat ")], ["sameLabel"]);
    check([tilat("a", "region"), tilat("b", "municipality")], []);
    check([tilat("a", "region"), { ...tilat("b", "region"), status: "removed" }], []);
  });
});

test("over-long fields are warned about", () => {
  check([aCategory({ id: "a", rationale: { fi: "x".repeat(4001) } })], ["longRationale"]);
  check([aCategory({ id: "a", question: { text: "x".repeat(1001) } })], ["longQuestion"]);
  check([aCategory({ id: "a", legalBasis: "x".repeat(301) })], ["longLegalBasis"]);
});
