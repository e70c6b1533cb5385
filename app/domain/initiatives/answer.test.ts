import { describe, expect, test } from "vitest";
import {
  answerFlaw,
  EVIDENCE_HREF_CHARACTERS_MAX,
  type GivenAnswer,
  NOTE_CHARACTERS_MAX,
  progressOf,
  REASON_CHARACTERS_MAX,
} from "./answer";
import { ANSWER_CHARACTERS_MAX, DEMAND_STATES } from "./initiative";

const given = (more: Partial<GivenAnswer>): GivenAnswer => ({
  ...{ state: "inPreparation", text: "", reason: "", note: "", draft: "", href: "" },
  ...more,
});

describe("an answer to a demand", () => {
  test("N2: has one of five states; declined needs a reason", () => {
    for (const state of DEMAND_STATES)
      expect(answerFlaw(given({ state, reason: "Syy", draft: "vastine" }))).toBeNull();
    for (const state of ["", "toString", "Done"])
      expect(answerFlaw(given({ state }))).toMatchObject({ flaw: "stateMissing" });
    expect(answerFlaw(given({ state: "declined" }))).toEqual({ field: "reason", flaw: "reasonMissing" });
  });

  test("N3: done needs evidence, a draft or an address, and an address runs nothing", () => {
    expect(answerFlaw(given({ state: "done" }))).toEqual({ field: "href", flaw: "evidenceMissing" });
    expect(answerFlaw(given({ state: "done", draft: "vastine" }))).toBeNull();
    expect(answerFlaw(given({ state: "done", href: "https://www.soite.fi/" }))).toBeNull();
    for (const href of [
      "javascript:alert(1)",
      "data:text/html,x",
      "soite.fi",
      "https://a b",
      "https://",
      "//x.fi",
    ])
      expect(answerFlaw(given({ href })), href).toEqual({ field: "href", flaw: "noAddress" });
  });

  test("N2: is as long as its limits and no longer", () => {
    for (const [field, max] of [
      ["text", ANSWER_CHARACTERS_MAX],
      ["reason", REASON_CHARACTERS_MAX],
      ["note", NOTE_CHARACTERS_MAX],
    ] as const) {
      expect(answerFlaw(given({ [field]: "a".repeat(max) }))).toBeNull();
      expect(answerFlaw(given({ [field]: "a".repeat(max + 1) }))).toEqual({ field, flaw: "long", max });
    }
    const start = "https://a.fi/";
    const rest = EVIDENCE_HREF_CHARACTERS_MAX - start.length;
    expect(answerFlaw(given({ href: start + "a".repeat(rest) }))).toBeNull();
    expect(answerFlaw(given({ href: start + "a".repeat(rest + 1) }))).toMatchObject({ flaw: "long" });
  });
});

test("N1: a demand without an answer counts as not begun, and is not answered", () => {
  expect(progressOf([null, "notBegun", "done", "declined", null])).toEqual({
    ...{ total: 5, answered: 3 },
    states: { notBegun: 3, inPreparation: 0, agreed: 0, done: 1, declined: 1 },
  });
});
