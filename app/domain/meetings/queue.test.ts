import fc from "fast-check";
import { expect, test } from "vitest";
import { queueOf, type SpeakingEvent, spokenBy, turnsOf } from "./queue";

const at = (n: number) => new Date(Date.UTC(2022, 4, 20, 10, 0, n)).toISOString();
const happened = (n: number, kind: SpeakingEvent["kind"], turnId: string, isPointOfOrder = false) => ({
  ...{ n, kind, turnId, participantId: turnId, itemId: "i", isPointOfOrder, at: at(n) },
});

test("points of order come first, then the order of asking; who speaks is above all", () => {
  const events = [
    ...[happened(1, "asked", "a"), happened(2, "asked", "b"), happened(3, "asked", "c", true)],
    happened(4, "given", "b"),
  ];
  expect(queueOf(events, "i").map(({ turnId }) => turnId)).toEqual(["b", "c", "a"]);
  // A wish belongs to its item; who speaks goes on.
  expect(queueOf(events, "j").map(({ turnId }) => turnId)).toEqual(["b"]);
});

test("a turn ends once, is given once, and one that was withdrawn is never given", () => {
  const kinds = fc.constantFrom<SpeakingEvent["kind"][]>("asked", "withdrawn", "given", "ended");
  const stories = fc.array(fc.tuple(kinds, fc.constantFrom("a", "b", "c")), { maxLength: 30 });
  fc.assert(
    fc.property(stories, (story) => {
      const events = story.map(([kind, turn], n) => happened(n, kind, turn));
      for (const turn of turnsOf(events)) {
        expect(turn.isWithdrawn && turn.givenAt !== null).toBe(false);
        if (turn.endedAt) expect(turn.givenAt! <= turn.endedAt).toBe(true);
      }
      const spoken = spokenBy(events, (id) => id, at(99));
      const given = turnsOf(events).filter(({ givenAt }) => givenAt);
      expect(spoken.reduce((sum, { turns }) => sum + turns, 0)).toBe(given.length);
      expect(spoken.every(({ seconds }) => seconds >= 0)).toBe(true);
    }),
  );
});

test("speaking is counted by party, with what goes on now", () => {
  const events = [
    ...[happened(0, "asked", "a"), happened(1, "given", "a"), happened(11, "ended", "a")],
    ...[happened(12, "asked", "b"), happened(13, "given", "b")],
  ];
  expect(spokenBy(events, () => "Liperi", at(20))).toEqual([{ party: "Liperi", turns: 2, seconds: 17 }]);
});
