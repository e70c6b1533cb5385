import { describe, expect, test } from "vitest";
import { VERSION_ONE, VERSION_TWO } from "../../../db/scenarios/north-karelia/split";
import { aCategory } from "../../../tests/support/splits";
import { diffSplits } from "../split/diff";
import { type ClaimKind, claimsIn, disagreements, joinReplaced } from "./disagreement";
import type { RecordChange } from "./record";

const NAMED = [
  { id: "ruoka", label: { fi: "Ruoka-apu", sv: "Mathjälp" } },
  {
    id: "ikaihmiset",
    label: { fi: "Ikäihmisten toiminta (mm. eläkeläisjärjestöt)", sv: "Verksamhet för äldre" },
  },
];
const claimed = (text: string) => claimsIn([text], NAMED).map(({ kind, categoryId }) => [kind, categoryId]);
const changed = (kind: "added" | "removed" | "questionRaised", wish: string | null = null): RecordChange => {
  const category = aCategory({ id: "ruoka", label: { fi: "Ruoka-apu" } });
  const change =
    kind === "added"
      ? { kind, categoryId: "ruoka", category }
      : kind === "removed"
        ? { kind, categoryId: "ruoka", category, after: null }
        : { kind, categoryId: "ruoka", category, after: { text: { fi: "" } } };
  return { change: change as RecordChange["change"], wish };
};
const kindsOf = (text: string, board: RecordChange[]) =>
  disagreements(claimsIn([text], NAMED), board).map(({ kind }) => kind);

describe("what a memo claims", () => {
  test.each<[string, [ClaimKind, string][]]>([
    ["Lisättiin kuntapuolelle ruoka-apu.", [["added", "ruoka"]]],
    ["Luokka RUOKA-APU poistettiin.", [["removed", "ruoka"]]],
    ["Ruoka-apu on siirretty hyvinvointialueelle.", [["moved", "ruoka"]]],
    ["Poistettiin kohta ikäihmisten toiminta.", [["removed", "ikaihmiset"]]],
    ["Ikäihmisten toiminnan kohta poistettiin.", [["removed", "ikaihmiset"]]],
    ["Till kommunerna lades till mathjälp.", [["added", "ruoka"]]],
    ["Verksamhet för äldre flyttades.", [["moved", "ikaihmiset"]]],
    [
      "Lisättiin ruoka-apu ja poistettiin ikäihmisten toiminta.",
      [
        ["added", "ruoka"],
        ["removed", "ikaihmiset"],
      ],
    ],
  ])("Y4: %s", (text, claims) => expect(claimed(text)).toEqual(claims));

  test("Y4: no verb, no category, or a verb of another sentence claims nothing", () => {
    expect(claimed("Ruoka-avusta keskusteltiin.")).toEqual([]);
    expect(claimed("Lisättiin kokousaikoja.")).toEqual([]);
    expect(claimed("Lisättiin kokousaikoja. Ruoka-apu pidetään.")).toEqual([]);
  });
});

describe("memo and board", () => {
  test("Y4: the same told and done is no disagreement", () => {
    expect(kindsOf("Lisättiin ruoka-apu.", [changed("added")])).toEqual([]);
    expect(
      kindsOf("Lisättiin ruoka-apu kuntajohtajien toiveesta.", [changed("added", "kuntajohtajat")]),
    ).toEqual([]);
  });

  test("Y4: told but not done, done but not told, another kind, and a wish left out", () => {
    expect(kindsOf("Lisättiin ruoka-apu.", [])).toEqual(["notOnBoard"]);
    expect(kindsOf("Keskusteltiin.", [changed("removed")])).toEqual(["notInMemo"]);
    expect(kindsOf("Lisättiin ruoka-apu.", [changed("removed")])).toEqual(["otherKind"]);
    expect(kindsOf("Lisättiin ruoka-apu.", [changed("questionRaised")])).toEqual(["otherKind"]);
    expect(kindsOf("Lisättiin ruoka-apu.", [changed("added", "kuntajohtajat")])).toEqual(["wishMissing"]);
  });
});

/** What the memo of 20.5.2022 says of the board, in short words of our own. */
const REAL = [
  "Hyvinvointialueen puolelle lisättiin kuntajohtajien toiveesta sotepalveluihin kiinnittyvä työtoiminnan tukeminen.",
  "Lisäksi kuntapuolelle lisättiin osallisuus ja virkistystoiminta (mm. eläkeläisjärjestöt) ja poistettiin kohta ikäihmisten toiminta.",
];

test("Y4: the real memo disagrees with its own slide in the four places", () => {
  const board = diffSplits(VERSION_ONE, VERSION_TWO)
    .filter(({ kind }) => kind !== "reordered")
    .map((change) => ({ change, wish: null }));
  const categories = [...VERSION_ONE.categories, ...VERSION_TWO.categories];
  const labels = [...new Map(categories.map(({ id, label }) => [id, { id, label }])).values()];
  const found = joinReplaced(disagreements(claimsIn(REAL, labels), board), VERSION_TWO);
  const told = found.map((one) => ({
    ...{ at: one.categoryId, kind: one.kind, memo: "claim" in one ? one.claim.kind : null },
    board: "changes" in one ? one.changes.map(({ change }) => change.kind) : [],
  }));
  expect(told).toHaveLength(4);
  expect(told).toEqual(
    expect.arrayContaining([
      // The slide puts it in brackets and takes the question mark away.
      {
        ...{ at: "older-people", kind: "otherKind", memo: "removed" },
        board: ["questionSettled", "proposedForRemoval"],
      },
      { at: "participation-recreation", kind: "otherKind", memo: "added", board: ["renamed"] },
      // One place on the slide: one category instead of another, of which the memo says nothing.
      { at: "functional-capacity", kind: "replaced", memo: null, board: ["removed", "added"] },
      { at: "work-activity", kind: "otherKind", memo: "added", board: ["questionRaised"] },
    ]),
  );
});

test("Y4: only neighbours on one side, neither of them told, are one category in the place of another", () => {
  const [a, b, c] = ["a", "b", "c"].map((id) => aCategory({ id, label: { fi: `Luokka numero ${id}` } }));
  const join = (after: (typeof a)[], memo = "Keskusteltiin.") => {
    const before = { categories: [a!, b!] };
    const board = diffSplits(before, { categories: after as never[] }).map((change) => ({
      change,
      wish: null,
    }));
    const claims = claimsIn([memo], [{ id: "c", label: c!.label }]);
    return joinReplaced(disagreements(claims, board), { categories: after as never[] }).map(
      ({ kind }) => kind,
    );
  };
  expect(join([a, c])).toEqual(["replaced"]);
  expect(join([b, c])).toEqual(["notInMemo", "notInMemo"]);
  expect(join([a, { ...c!, sides: "region" }])).toEqual(["notInMemo", "notInMemo"]);
  expect(join([a, c], "Lisättiin luokka numero c.")).toEqual(["notInMemo"]);
});
