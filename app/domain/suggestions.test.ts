import { describe, expect, it } from "vitest";
import { LABEL_CHARACTERS_MAX } from "./split/split";
import { type CategoryText, changedFields, suggestionProblem } from "./suggestions";

const FOOD: CategoryText = {
  ...{ label: "Ruoka-apu", sides: "municipality", status: "active", question: null, rationale: "" },
};

describe("G1: a suggestion", () => {
  it("says something else than what stands", () => {
    expect(suggestionProblem("rename", { label: "Ruoka-apu " }, FOOD)).toBe("sameLabel");
    expect(suggestionProblem("rename", { label: "Ruoka-apu ja keruu" }, FOOD)).toBeNull();
    expect(suggestionProblem("move", { sides: "municipality" }, FOOD)).toBe("sameSides");
    expect(suggestionProblem("move", { sides: "both" }, FOOD)).toBeNull();
    expect(suggestionProblem("remove", {}, FOOD)).toBeNull();
  });

  it("has a label within the limit and a side, where its kind needs them", () => {
    expect(suggestionProblem("rename", { label: " " }, FOOD)).toBe("labelEmpty");
    expect(suggestionProblem("add", { sides: "both" }, null)).toBe("labelEmpty");
    expect(
      suggestionProblem("add", { label: "x".repeat(LABEL_CHARACTERS_MAX + 1), sides: "both" }, null),
    ).toBe("labelLong");
    expect(suggestionProblem("add", { label: "x".repeat(LABEL_CHARACTERS_MAX) }, null)).toBe("sidesMissing");
    expect(suggestionProblem("add", { label: "Uusi", sides: "region" }, null)).toBeNull();
  });

  it("is not made on a removed category", () => {
    const removed = { ...FOOD, status: "removed" as const };
    expect(suggestionProblem("remove", {}, removed)).toBe("alreadyRemoved");
    expect(suggestionProblem("move", { sides: "both" }, removed)).toBe("categoryRemoved");
  });

  it("knows what changed under it", () => {
    expect(changedFields(FOOD, FOOD)).toEqual([]);
    expect(changedFields(FOOD, { ...FOOD, sides: "both", question: "" })).toEqual(["sides", "question"]);
  });
});
