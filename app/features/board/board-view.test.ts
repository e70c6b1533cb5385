import { expect, test } from "vitest";
import type { Category } from "../../domain/split/split";
import { boardQuery, isFiltering, parseBoardView, passes, WHOLE_BOARD } from "./board-view";
import { historyWords } from "./history-line";
import { presenceByCard } from "./use-card-items";

const parse = (query: string) => parseBoardView(new URLSearchParams(query));

test("a view survives the address", () => {
  const view = {
    side: "region",
    questionsOnly: true,
    changedOnly: true,
    search: "tuki & apu",
    changesSince: 2,
    category: "food-aid",
  } as const;
  expect(parse(boardQuery(view).slice(1))).toEqual(view);
  expect(boardQuery(WHOLE_BOARD)).toBe("");
});

test("what an address says wrongly is as if it were not said", () => {
  expect(parse("side=moon&changes=-1&questions=yes")).toEqual(WHOLE_BOARD);
  expect(parse("changes=none").changesSince).toBe("none");
  expect(isFiltering(parse("side=both"))).toBe(false);
});

const category: Category = {
  id: "food-aid",
  label: { fi: "Ruoka-apu", sv: "Mathjälp" },
  sides: "municipality",
  order: "a0",
  question: { text: "Kuka jakaa?" },
  rationale: { fi: "" },
  legalBasis: null,
  status: "active",
};

test.each([
  ["", true],
  ["q=RUOKA", true],
  ["q=mathj", true],
  ["q=jakaa", true],
  ["q=liikunta", false],
  ["questions=1", true],
  ["changed=1", false],
])("the filter %j lets the category through: %s", (query, wanted) => {
  expect(passes(category, parse(query), new Set())).toBe(wanted);
});

test.each([
  ["sides", "both", "region", "moved"],
  ["status", "active", "removed", "removed"],
  ["status", "removed", "active", "broughtBack"],
  ["status", "proposedForRemoval", "active", "withdrawn"],
  ["status", "active", "proposedForRemoval", "proposed"],
  ["question", null, { text: "?" }, "questionRaised"],
  ["question", { text: "a" }, { text: "b" }, "questionChanged"],
  ["question", { text: "a" }, null, "questionSettled"],
  ["label.sv", "a", "b", "renamed"],
  ["something new", 1, 2, "changed"],
])("history tells %s from %j to %j as %s", (field, before, after, key) => {
  expect(historyWords({ kind: "field", field, before, after }).key).toBe(key);
});

test("a hand that moves is told before one that only looks, and one's own not at all", () => {
  const person = { personId: "p", name: "Liperin edustaja", partyId: "l", party: "Liperi", color: 1 };
  const hands = presenceByCard(
    [
      { ...person, connectionId: "1", open: "a", moving: "b" },
      { ...person, connectionId: "2", open: "a" },
      { ...person, connectionId: "own", open: "a" },
    ],
    "own",
  );
  expect(hands.get("a")?.map(({ doing }) => doing)).toEqual(["open"]);
  expect(hands.get("b")?.map(({ doing }) => doing)).toEqual(["moving"]);
});
