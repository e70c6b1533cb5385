import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aCategory, splitArbitrary } from "../../../tests/support/splits";
import { applySplitDiff } from "./apply-diff";
import { canonicalSplit } from "./canonical";
import { type ChangeKind, changesByCategory, diffSplits, isTold } from "./diff";
import { diffSplitsExactly } from "./exact-diff";
import { type Category, categoriesOn, SIDES, type Split } from "./split";

/** One category before and after, and the kinds of change that are told of it. */
function check(before: Partial<Category> | null, after: Partial<Category> | null, kinds: ChangeKind[]) {
  const split = (given: Partial<Category> | null): Split => ({
    categories: given ? [aCategory({ id: "a", ...given })] : [],
  });
  expect(diffSplits(split(before), split(after)).map((change) => change.kind)).toEqual(kinds);
}

describe("one category", () => {
  test("S5: nothing differs, nothing is told", () => {
    check({}, {}, []);
    check(null, null, []);
    check({ label: { fi: "Tilat", sv: "" } }, { label: { fi: "Tilat" } }, []);
    check({ legalBasis: "" }, { legalBasis: null }, []);
  });

  test("S4: added, removed, brought back, proposed for removal and no longer", () => {
    check(null, {}, ["added"]);
    check({}, null, ["removed"]);
    check({}, { status: "removed", label: { fi: "uusi" } }, ["removed"]);
    check({ status: "removed" }, {}, ["broughtBack"]);
    check({ status: "removed" }, { status: "proposedForRemoval" }, ["broughtBack", "proposedForRemoval"]);
    check({}, { status: "proposedForRemoval" }, ["proposedForRemoval"]);
    check({ status: "proposedForRemoval" }, {}, ["noLongerProposedForRemoval"]);
    check({ status: "proposedForRemoval" }, { status: "removed" }, ["removed"]);
  });

  test("S5: what was removed before never shows again", () => {
    check({ status: "removed" }, { status: "removed", label: { fi: "uusi" }, sides: "both" }, []);
    check(null, { status: "removed" }, []);
    check({ status: "removed" }, null, []);
  });

  test("S3: a question raised, changed and settled, also on a new category", () => {
    check({}, { question: { text: "" } }, ["questionRaised"]);
    check({ question: { text: "" } }, { question: { text: "Miksi?" } }, ["questionChanged"]);
    check({ question: { text: "Miksi?" } }, {}, ["questionSettled"]);
    check(null, { question: { text: "" } }, ["added", "questionRaised"]);
  });

  test("S2: from one side to both is a move of one category", () => {
    check({ sides: "municipality" }, { sides: "both" }, ["moved"]);
    check({ sides: "region" }, { sides: "municipality", order: "z" }, ["moved"]);
  });

  test("S5: renamed and rationale changed, once however many languages", () => {
    check({ label: { fi: "a", sv: "b" } }, { label: { fi: "x", sv: "y", en: "z" } }, ["renamed"]);
    check({ label: { fi: "a" } }, { label: { fi: "a", sv: "b" } }, ["renamed"]);
    check({ rationale: { fi: "a" } }, { rationale: { fi: "a", en: "b" } }, ["rationaleChanged"]);
    check({}, { legalBasis: "Laki 1 §" }, ["legalBasisChanged"]);
  });
});

const lane = (ids: string): Split => ({
  categories: [...ids].map((id, place) => aCategory({ id, order: `a${place}` })),
});
const reordered = (from: Split, to: Split) =>
  diffSplits(from, to).map(({ kind, categoryId }) => `${kind} ${categoryId}`);

describe("order", () => {
  test("S5: only what left its place is reordered, and it is not told", () => {
    expect(reordered(lane("abcdef"), lane("bcdefa"))).toEqual(["reordered a"]);
    expect(reordered(lane("abcdef"), lane("fabcde"))).toEqual(["reordered f"]);
    expect(reordered(lane("abcdef"), lane("acbdfe"))).toHaveLength(2);
    expect(diffSplits(lane("ab"), lane("ba")).filter(isTold)).toEqual([]);
  });

  test("S5: of two equally good answers, the one that a person moved", () => {
    const from = lane("ab");
    const to = { categories: [aCategory({ id: "a", order: "a0" }), aCategory({ id: "b", order: "Zz" })] };
    expect(reordered(from, to)).toEqual(["reordered b"]);
  });

  test("S5: additions, removals and moves reorder nobody else", () => {
    expect(reordered(lane("abc"), lane("axbc"))).toEqual(["added x"]);
    expect(reordered(lane("abc"), lane("ac"))).toEqual(["removed b"]);
    const moved = lane("abc");
    moved.categories[0] = aCategory({ id: "a", sides: "region", order: "z" });
    expect(reordered(lane("abc"), moved)).toEqual(["moved a"]);
  });
});

describe("any two splits", () => {
  test("S5: applying the exact difference gives the other split to the byte", () => {
    fc.assert(
      fc.property(splitArbitrary, splitArbitrary, (a, b) => {
        expect(canonicalSplit(applySplitDiff(a, diffSplitsExactly(a, b)))).toBe(canonicalSplit(b));
      }),
      { numRuns: 500 },
    );
  });

  test("S5: what nobody sees is only order keys that kept their place and categories removed in both", () => {
    fc.assert(
      fc.property(splitArbitrary, splitArbitrary, (a, b) => {
        const reached = applySplitDiff(a, diffSplits(a, b));
        for (const sides of SIDES) {
          const shown = (split: Split) =>
            categoriesOn(split, sides)
              .map((category) => canonicalSplit({ categories: [{ ...category, order: "" }] }))
              .sort();
          expect(shown(reached)).toEqual(shown(b));
        }
      }),
      { numRuns: 500 },
    );
  });

  test("S5: the difference of equal splits is empty", () => {
    fc.assert(
      fc.property(splitArbitrary, (a) => {
        expect(diffSplitsExactly(a, { categories: [...structuredClone(a.categories)].reverse() })).toEqual(
          [],
        );
      }),
    );
  });

  test("S1: ids decide identity: taking another's label, or changing labels around, is renaming", () => {
    fc.assert(
      fc.property(splitArbitrary, (a) => {
        const labels = a.categories.map(({ label }) => label);
        const turned: Split = {
          categories: a.categories.map((category, i) => ({
            ...category,
            label: labels[(i + 1) % labels.length] ?? category.label,
          })),
        };
        const changes = diffSplits(a, turned);
        expect(changes.every(({ kind }) => kind === "renamed")).toBe(true);
        for (const [id, own] of changesByCategory(changes))
          expect(own.every(({ category }) => category.id === id)).toBe(true);
      }),
    );
  });
});
