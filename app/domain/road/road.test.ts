import { describe, expect, test } from "vitest";
import {
  type GivenRoadStep,
  lacksOutcome,
  latestThumbs,
  ROAD_BODY_CHARACTERS_MAX,
  ROAD_SOURCE_CHARACTERS_MAX,
  ROAD_TEXT_CHARACTERS_MAX,
  type RoadFacts,
  roadMark,
  roadOutcomeFlaw,
  roadStepFlaw,
  takesThumbs,
} from "./road";

const facts = (more: Partial<RoadFacts> = {}): RoadFacts => ({
  ...{ happensOn: null, starts: null, ends: null, outcome: null, meetingState: null },
  ...more,
});
const at = (day: string, time = "12:00") => ({ day, time });

describe("W2: marks of a road", () => {
  test("by the calendar: a past day is done, a coming one planned, today it goes by the clock", () => {
    const step = facts({ happensOn: "2022-05-20", starts: "08:00", ends: "09:30" });
    expect(roadMark(step, at("2022-05-19", "23:59"))).toBe("planned");
    expect(roadMark(step, at("2022-05-20", "07:59"))).toBe("planned");
    expect(roadMark(step, at("2022-05-20", "08:00"))).toBe("now");
    expect(roadMark(step, at("2022-05-20", "09:29"))).toBe("now");
    expect(roadMark(step, at("2022-05-20", "09:30"))).toBe("done");
    expect(roadMark(step, at("2022-05-21", "00:00"))).toBe("done");
  });

  test("without times it is now the whole day; without a day it is planned", () => {
    const day = facts({ happensOn: "2022-06-07" });
    expect(roadMark(day, at("2022-06-07", "00:00"))).toBe("now");
    expect(roadMark(day, at("2022-06-07", "23:59"))).toBe("now");
    expect(roadMark(facts({ happensOn: "2022-05-20", starts: "13:00" }), at("2022-05-20", "16:00"))).toBe(
      "now",
    );
    expect(roadMark(facts(), at("2030-01-01"))).toBe("planned");
  });

  test("a meeting's own state goes before the calendar, and what was recorded before both", () => {
    const past = facts({ happensOn: "2022-05-20" });
    const now = at("2022-05-25");
    expect(roadMark({ ...past, meetingState: "planned" }, now)).toBe("planned");
    expect(roadMark({ ...past, meetingState: "open" }, now)).toBe("now");
    expect(roadMark({ ...past, meetingState: "closed" }, at("2022-05-01"))).toBe("done");
    expect(roadMark({ ...past, meetingState: "cancelled" }, now)).toBe("cancelled");
    expect(roadMark({ ...past, meetingState: "open", outcome: "cancelled" }, now)).toBe("cancelled");
    expect(roadMark({ ...past, outcome: "done" }, at("2022-05-01"))).toBe("done");
  });

  test("a step whose time has passed without an outcome says so", () => {
    expect(lacksOutcome(facts({ happensOn: "2022-05-20" }), at("2022-05-21"))).toBe(true);
    expect(lacksOutcome(facts({ happensOn: "2022-05-20", outcome: "done" }), at("2022-05-21"))).toBe(false);
    expect(lacksOutcome(facts({ happensOn: "2022-05-20" }), at("2022-05-20"))).toBe(false);
  });
});

test("W3: of a party's thumbs the latest counts", () => {
  const thumbs = [
    { partyId: "liperi", isUp: false },
    { partyId: "kitee", isUp: true },
    { partyId: "liperi", isUp: true },
  ];
  expect([...latestThumbs(thumbs)].map(([party, { isUp }]) => [party, isUp])).toEqual([
    ["liperi", true],
    ["kitee", true],
  ]);
});

test("W3: a round takes thumbs until its time has passed or it has an outcome", () => {
  const round = facts({ happensOn: "2022-05-19" });
  expect(takesThumbs(round, at("2022-05-10"))).toBe(true);
  expect(takesThumbs(round, at("2022-05-19"))).toBe(true);
  expect(takesThumbs(round, at("2022-05-20"))).toBe(false);
  expect(takesThumbs(facts(), at("2022-05-20"))).toBe(true);
  expect(takesThumbs(facts({ outcome: "done" }), at("2022-05-20"))).toBe(false);
});

describe("a step as it is written", () => {
  const given = (more: Partial<GivenRoadStep> = {}): GivenRoadStep => ({
    ...{ kind: "handled", body: "JANE", note: "", happensOn: "", starts: "", ends: "", source: "" },
    ...more,
  });

  test("kind and body are needed, day and times must be some", () => {
    expect(roadStepFlaw(given())).toBeNull();
    expect(roadStepFlaw(given({ kind: "toString" }))).toEqual({ field: "kind", flaw: "missing" });
    expect(roadStepFlaw(given({ body: "" }))).toEqual({ field: "body", flaw: "missing" });
    expect(roadStepFlaw(given({ happensOn: "2022-02-30" }))).toEqual({ field: "happensOn", flaw: "noDay" });
    expect(roadStepFlaw(given({ starts: "24:00" }))).toEqual({ field: "starts", flaw: "noTime" });
    expect(roadStepFlaw(given({ starts: "13:00", ends: "13:00" }))).toEqual({
      ...{ field: "ends", flaw: "endsFirst" },
    });
  });

  test("each text has its limit", () => {
    const limits = [
      ["body", ROAD_BODY_CHARACTERS_MAX],
      ["note", ROAD_TEXT_CHARACTERS_MAX],
      ["source", ROAD_SOURCE_CHARACTERS_MAX],
    ] as const;
    for (const [field, max] of limits) {
      expect(roadStepFlaw(given({ [field]: "x".repeat(max) }))).toBeNull();
      expect(roadStepFlaw(given({ [field]: "x".repeat(max + 1) }))).toEqual({ field, flaw: "long", max });
    }
    const text = "x".repeat(ROAD_TEXT_CHARACTERS_MAX);
    expect(roadOutcomeFlaw({ state: "done", text })).toBeNull();
    expect(roadOutcomeFlaw({ state: "done", text: `${text}x` })?.flaw).toBe("long");
    expect(roadOutcomeFlaw({ state: "", text: "" })).toEqual({ field: "state", flaw: "missing" });
  });
});
