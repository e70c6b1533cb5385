import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countsOf, FINDER_GROUPS, finderGroup, finderOf, type Stand } from "./finder";
import { POSITION_VALUES } from "./position";

const stand: fc.Arbitrary<Stand | undefined> = fc.option(
  fc.record({ value: fc.constantFrom(...POSITION_VALUES), stale: fc.boolean() }),
  { nil: undefined },
);
const stands = fc.array(stand, { maxLength: 12 });
const given = (...values: (Stand["value"] | "stale" | undefined)[]): (Stand | undefined)[] =>
  values.map((v) => (v === "stale" ? { value: "object", stale: true } : v && { value: v, stale: false }));

describe("P6: the group of a category", () => {
  test.each([
    ["contested", given("object", "support", "support")],
    ["contested", given("reservation", "reservation", "support")],
    ["contested", given("object", undefined)],
    ["oneReservation", given("reservation", "support")],
    ["oneReservation", given("reservation", undefined)],
    ["missing", given("support", undefined)],
    ["missing", given("support", "stale")],
    ["missing", []],
    ["ready", given("support", "accept", "abstain")],
    ["ready", given("abstain", "abstain")],
  ] as const)("is %s for %j", (group, list) => {
    expect(finderGroup([...list])).toBe(group);
  });

  test("does not depend on the order of the parties", () => {
    fc.assert(
      fc.property(stands, (list) => {
        expect(finderGroup([...list].reverse())).toBe(finderGroup(list));
      }),
    );
  });

  test("a stale position counts as none", () => {
    fc.assert(
      fc.property(stands, (list) => {
        const without = list.map((one) => (one?.stale ? undefined : one));
        expect(finderGroup(list)).toBe(finderGroup(without));
        expect(countsOf(list)).toEqual(countsOf(without));
      }),
    );
  });

  test("is ready only when everybody answered, and nobody objects or has a reservation", () => {
    fc.assert(
      fc.property(stands, (list) => {
        const answers = list.filter((one) => one && !one.stale).map((one) => one!.value);
        const all = answers.length === list.length && list.length > 0;
        const isFree = !answers.includes("object") && !answers.includes("reservation");
        expect(finderGroup(list) === "ready").toBe(all && isFree);
      }),
    );
  });

  test("an answer that comes in never makes an agreed category out of an objected one", () => {
    fc.assert(
      fc.property(stands, stand, (list, one) => {
        const objection: Stand = { value: "object", stale: false };
        expect(finderGroup([...list, objection, one])).toBe("contested");
      }),
    );
  });
});

test("counts add up to the parties", () => {
  fc.assert(
    fc.property(stands, (list) => {
      expect(Object.values(countsOf(list)).reduce((sum, n) => sum + n, 0)).toBe(list.length);
    }),
  );
});

test("P6: the finder has every category once, in the order given", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...FINDER_GROUPS)), (groups) => {
      const finder = finderOf(groups.map((group, n) => [`c${n}`, group] as const));
      for (const group of FINDER_GROUPS)
        expect(finder[group]).toEqual(groups.flatMap((g, n) => (g === group ? [`c${n}`] : [])));
    }),
  );
});
