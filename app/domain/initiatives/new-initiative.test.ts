import { describe, expect, test } from "vitest";
import { DEMAND_CHARACTERS_MAX, DEMANDS_MAX, INITIATIVE_TITLE_CHARACTERS_MAX } from "./initiative";
import {
  INITIATIVE_SOURCE_CHARACTERS_MAX,
  INITIATIVE_TEXT_CHARACTERS_MAX,
  linesOf,
  parseInitiative,
  SIGNATORIES_MAX,
  SIGNATORY_CHARACTERS_MAX,
  TARGET_YEAR_MAX,
  TARGET_YEAR_MIN,
  type TypedInitiative,
} from "./new-initiative";

const parse = (more: Partial<TypedInitiative>) =>
  parseInitiative({
    ...{ kind: "initiative", title: "Aloite", signatories: "", submittedOn: "", targetYear: "", text: "" },
    ...{ demands: "Yksi", source: "" },
    ...more,
  });

describe("N1: a new initiative", () => {
  test("lines become demands and signatories", () => {
    expect(
      parse({ demands: "1. Periaatteet\n\n• Vastuutaho \n- Vuoropuhelu", signatories: "Nimi, SDP\nRyhmä" }),
    ).toMatchObject({
      demands: ["Periaatteet", "Vastuutaho", "Vuoropuhelu"],
      signatories: [{ name: "Nimi", title: "SDP" }, { name: "Ryhmä" }],
      ...{ submittedOn: null, targetYear: null },
    });
    expect(linesOf("2022 talousarvio\r\n-5 astetta")).toEqual(["2022 talousarvio", "-5 astetta"]);
  });

  test("has a kind, a title and a demand, and days and years that there are", () => {
    expect(parse({ kind: "toString" })).toMatchObject({ field: "kind" });
    expect(parse({ title: "" })).toMatchObject({ field: "title", flaw: "missing" });
    expect(parse({ demands: " \n" })).toMatchObject({ field: "demands", flaw: "missing" });
    expect(parse({ submittedOn: "2022-13-01" })).toMatchObject({ flaw: "noDay" });
    for (const targetYear of ["22.5", "vuosi", String(TARGET_YEAR_MIN - 1), String(TARGET_YEAR_MAX + 1)])
      expect(parse({ targetYear }), targetYear).toMatchObject({ flaw: "noYear" });
    expect(parse({ targetYear: "2022" })).toMatchObject({ targetYear: 2022 });
  });

  test("is as long as its limits and no longer", () => {
    const lines = (count: number) => Array.from({ length: count }, (_, n) => `rivi ${n}`).join("\n");
    for (const [field, fits, over] of [
      ["title", "a".repeat(INITIATIVE_TITLE_CHARACTERS_MAX), "a".repeat(INITIATIVE_TITLE_CHARACTERS_MAX + 1)],
      ["text", "a".repeat(INITIATIVE_TEXT_CHARACTERS_MAX), "a".repeat(INITIATIVE_TEXT_CHARACTERS_MAX + 1)],
      [
        "source",
        "a".repeat(INITIATIVE_SOURCE_CHARACTERS_MAX),
        "a".repeat(INITIATIVE_SOURCE_CHARACTERS_MAX + 1),
      ],
      ["signatories", "a".repeat(SIGNATORY_CHARACTERS_MAX), "a".repeat(SIGNATORY_CHARACTERS_MAX + 1)],
      ["demands", "a".repeat(DEMAND_CHARACTERS_MAX), "a".repeat(DEMAND_CHARACTERS_MAX + 1)],
      ["demands", lines(DEMANDS_MAX), lines(DEMANDS_MAX + 1)],
      ["signatories", lines(SIGNATORIES_MAX), lines(SIGNATORIES_MAX + 1)],
    ] as const) {
      expect(parse({ [field]: fits }), field).not.toHaveProperty("flaw");
      expect(parse({ [field]: over }), field).toMatchObject({ field });
    }
  });
});
