import { describe, expect, test } from "vitest";
import {
  BODY_CHARACTERS_MAX,
  type GivenStep,
  type RoadStep,
  roadOf,
  SECTION_CHARACTERS_MAX,
  STEP_SOURCE_CHARACTERS_MAX,
  STEP_TEXT_CHARACTERS_MAX,
  stepFlaw,
} from "./road";

const step = (kind: RoadStep["kind"], fi: string, more: Partial<RoadStep> = {}): RoadStep => ({
  ...{ kind, body: { fi }, happenedOn: null, isPlanned: false },
  ...more,
});
const told = (steps: RoadStep[]) =>
  roadOf(steps).map(({ kind, body, mark }) => `${kind} ${body.fi}: ${mark}`);

describe("N4: the road of a matter", () => {
  test("it is at every body of the last sending; what came of it later does not move it", () => {
    const steps = [
      step("submitted", "Valtuusto"),
      step("decided", "Lautakunta"),
      step("sent", "Hallitus"),
      step("sent", "Valtuusto"),
      step("outcome", "Hallitus", { happenedOn: "2022-12-05" }),
    ];
    expect(told(steps)).toEqual([
      "submitted Valtuusto: done",
      "decided Lautakunta: done",
      "sent Hallitus: now",
      "sent Valtuusto: now",
      "outcome Hallitus: done",
    ]);
  });

  test("without a sending it is at its last step; a plan stands last, and is gone once it has happened", () => {
    const plan = step("decided", "Lautakunta ", { isPlanned: true });
    expect(told([plan, step("submitted", "Valtuusto")])).toEqual([
      "submitted Valtuusto: now",
      "decided Lautakunta : planned",
    ]);
    expect(told([plan, step("submitted", "Valtuusto"), step("decided", "lautakunta")])).toEqual([
      "submitted Valtuusto: done",
      "decided lautakunta: now",
    ]);
    expect(told([])).toEqual([]);
  });

  test("an earlier day that is recorded later finds its place", () => {
    const steps = [
      step("decided", "B", { happenedOn: "2022-05-31" }),
      step("prepared", "A", { happenedOn: "2022-05-20" }),
    ];
    expect(told(steps)).toEqual(["prepared A: done", "decided B: now"]);
  });
});

describe("N4: a step that somebody records", () => {
  const given = (more: Partial<GivenStep>): GivenStep => ({
    ...{ kind: "sent", body: "Aluehallitus", happenedOn: "", isPlanned: false, section: "", proposal: "" },
    ...{ decision: "", result: "", unanimous: false, note: "", source: "" },
    ...more,
  });
  const flaw = (more: Partial<GivenStep>) => stepFlaw(given(more), "2022-06-01")?.flaw ?? null;

  test("names its kind and its body; a decision that was made has its words and its result", () => {
    expect(flaw({})).toBeNull();
    expect(flaw({ kind: "toString" })).toBe("missing");
    expect(flaw({ body: "" })).toBe("missing");
    expect(stepFlaw(given({ kind: "decided" }), "2022-06-01")).toEqual({
      field: "decision",
      flaw: "missing",
    });
    expect(flaw({ kind: "decided", decision: "Hyväksyttiin." })).toBe("missing");
    expect(flaw({ kind: "decided", decision: "Hyväksyttiin.", result: "approved" })).toBeNull();
    expect(flaw({ kind: "decided", isPlanned: true })).toBeNull();
  });

  test("happened on a day that there is, and not after today", () => {
    expect(flaw({ happenedOn: "2022-06-01" })).toBeNull();
    expect(flaw({ happenedOn: "2022-06-02" })).toBe("notYet");
    expect(flaw({ happenedOn: "2022-06-02", isPlanned: true })).toBeNull();
    expect(flaw({ happenedOn: "2022-02-30" })).toBe("noDay");
    expect(flaw({ happenedOn: "eilen" })).toBe("noDay");
  });

  test("is as long as its limits and no longer", () => {
    for (const [field, max] of [
      ["body", BODY_CHARACTERS_MAX],
      ["section", SECTION_CHARACTERS_MAX],
      ["note", STEP_TEXT_CHARACTERS_MAX],
      ["source", STEP_SOURCE_CHARACTERS_MAX],
    ] as const) {
      expect(flaw({ [field]: "a".repeat(max) })).toBeNull();
      expect(stepFlaw(given({ [field]: "a".repeat(max + 1) }), "2022-06-01")).toMatchObject({ field, max });
    }
  });
});
