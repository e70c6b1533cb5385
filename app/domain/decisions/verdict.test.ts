import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { POSITION_VALUES, type PositionValue } from "../positions/position";
import type { Verdict } from "./decision";
import { evaluateVerdict, statableOutcome, type VerdictFacts } from "./verdict";

const PARTIES = ["joensuu", "liperi", "kitee", "jane"];
/** Positions in the order of PARTIES; a dash is silence. */
const facts = (values: string, more: Partial<VerdictFacts> = {}): VerdictFacts => ({
  entitled: PARTIES,
  positions: values
    .split(" ")
    .flatMap((value, n) => (value === "-" ? [] : [{ partyId: PARTIES[n]!, value: value as PositionValue }])),
  ...{ quorum: null, silence: "waits", isPastDeadline: false },
  ...more,
});

describe("D3: the verdict", () => {
  test.each<[string, Verdict["kind"]]>([
    ["support support accept abstain", "unanimous"],
    ["accept accept accept accept", "unanimous"],
    ["support reservation accept support", "consensusWithReservations"],
    ["reservation reservation reservation abstain", "notReached"],
    ["reservation reservation reservation accept", "consensusWithReservations"],
    ["support object support support", "notReached"],
    ["object - - -", "notReached"],
    ["abstain abstain abstain abstain", "notReached"],
    ["support support support -", "waiting"],
    ["reservation - support support", "waiting"],
    ["- - - -", "waiting"],
  ])("of %s is %s", (values, kind) => {
    expect(evaluateVerdict(facts(values)).kind).toBe(kind);
  });

  test("names who is waited for, who reserved and who objected, in the order of the entitled", () => {
    expect(evaluateVerdict(facts("support - support -"))).toEqual({
      kind: "waiting",
      for: ["liperi", "jane"],
    });
    expect(evaluateVerdict(facts("object - support object"))).toEqual({
      ...{ kind: "notReached", objections: ["joensuu", "jane"] },
    });
    expect(evaluateVerdict(facts("support reservation accept reservation"))).toEqual({
      ...{ kind: "consensusWithReservations", reservations: ["liperi", "jane"] },
    });
  });

  test("silence consents only where the request said so and the deadline has passed", () => {
    const silent = "support - accept -";
    expect(evaluateVerdict(facts(silent, { isPastDeadline: true })).kind).toBe("waiting");
    expect(evaluateVerdict(facts(silent, { silence: "consents" })).kind).toBe("waiting");
    const past = { silence: "consents", isPastDeadline: true } as const;
    expect(evaluateVerdict(facts(silent, past)).kind).toBe("unanimous");
    expect(evaluateVerdict(facts("object - - -", past)).kind).toBe("notReached");
  });

  test("below quorum there is none, whatever was answered", () => {
    const quorum = { needed: 3, present: 2 };
    expect(evaluateVerdict(facts("support support support support", { quorum }))).toEqual({
      ...{ kind: "noQuorum", needed: 3, present: 2 },
    });
    expect(
      evaluateVerdict(facts("support support support support", { quorum: { needed: 3, present: 3 } })).kind,
    ).toBe("unanimous");
  });
});

const anyFacts: fc.Arbitrary<VerdictFacts> = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 15 })
  .chain((entitled) =>
    fc.record({
      entitled: fc.constant(entitled),
      positions: fc
        .array(fc.option(fc.constantFrom(...POSITION_VALUES), { nil: undefined }), {
          minLength: entitled.length,
          maxLength: entitled.length,
        })
        .map((values) => values.flatMap((value, n) => (value ? [{ partyId: entitled[n]!, value }] : []))),
      quorum: fc.option(fc.record({ needed: fc.nat(5), present: fc.nat(5) })),
      silence: fc.constantFrom("waits" as const, "consents" as const),
      isPastDeadline: fc.boolean(),
    }),
  );
const holds = (property: (facts: VerdictFacts) => void) => fc.assert(fc.property(anyFacts, property));

describe("D3: whatever comes", () => {
  test("D2: the order of positions and positions of others change nothing", () => {
    holds((one) => {
      const stranger = { partyId: "not entitled", value: "object" as const };
      const shuffled = { ...one, positions: [stranger, ...[...one.positions].reverse()] };
      expect(evaluateVerdict(shuffled)).toEqual(evaluateVerdict(one));
    });
  });

  test("unanimous means that nobody entitled objects, reserves or, without the rule, is silent", () => {
    holds((one) => {
      if (evaluateVerdict(one).kind !== "unanimous") return;
      const values = one.positions.map(({ value }) => value);
      expect(values).not.toContain("object");
      expect(values).not.toContain("reservation");
      if (one.silence === "waits" || !one.isPastDeadline) expect(values).toHaveLength(one.entitled.length);
    });
  });

  test("an objection that is added ends it, where there is a quorum", () => {
    holds((one) => {
      const [first] = one.entitled;
      const others = one.positions.filter(({ partyId }) => partyId !== first);
      const objected = { ...one, positions: [...others, { partyId: first!, value: "object" as const }] };
      expect(["notReached", "noQuorum"]).toContain(evaluateVerdict(objected).kind);
    });
  });

  test("D4: only a verdict that is one can be stated, and only as itself", () => {
    holds((one) => {
      const verdict = evaluateVerdict(one);
      const statable = statableOutcome(verdict);
      expect(statable).toBe(verdict.kind === "waiting" || verdict.kind === "noQuorum" ? null : verdict.kind);
    });
  });
});
