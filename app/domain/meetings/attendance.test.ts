import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isPresentAt,
  itemTimes,
  presenceOf,
  presentAt,
  presentParties,
  quorumOf,
  recusedFrom,
} from "./attendance";
import { countedEvents, type MeetingEvent, type MeetingEventBody } from "./meeting";

const minute = (n: number) => new Date(Date.UTC(2022, 4, 20, 10, n)).toISOString();
const event = (n: number, at: number, body: MeetingEventBody): MeetingEvent => ({
  ...body,
  ...{ id: `e${n}`, n, at: minute(at) },
});
const came = (participantId: string): MeetingEventBody => ({ kind: "arrived", participantId, itemId: null });
const left = (participantId: string): MeetingEventBody => ({ kind: "left", participantId, itemId: null });

const PEOPLE = ["a", "b", "c"];
const END = 135;
/** Any story of a meeting's attendance, recorded in any order, some of it taken back. */
const stories = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: END - 1 }),
      who: fc.constantFrom(...PEOPLE),
      isArrival: fc.boolean(),
      isTakenBack: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((moves) => {
    const events = moves.map(({ at, who, isArrival }, n) => event(n, at, isArrival ? came(who) : left(who)));
    const back = moves.flatMap(({ isTakenBack }, n): MeetingEvent[] =>
      isTakenBack ? [event(100 + n, END, { kind: "withdrawn", corrects: `e${n}` })] : [],
    );
    return [...events, ...back, event(200, END, { kind: "closed" })];
  });

describe("M1: presence", () => {
  test("intervals of one person follow each other, are not empty of order, and all end with the meeting", () => {
    fc.assert(
      fc.property(stories, (events) => {
        for (const own of presenceOf(events).values()) {
          own.forEach(({ from, to }, n) => {
            expect(to).not.toBeNull();
            expect(from <= to!).toBe(true);
            expect(to! <= minute(END)).toBe(true);
            if (n > 0) expect(own[n - 1]!.to! <= from).toBe(true);
          });
        }
      }),
    );
  });

  test("who is present at a minute is whose last event until then was an arrival", () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 0, max: END - 1 }), (events, at) => {
        const expected = PEOPLE.filter((who) => {
          const last = countedEvents(events)
            .filter((one) => "participantId" in one && one.participantId === who && one.at <= minute(at))
            .at(-1);
          return last?.kind === "arrived";
        });
        expect(presentAt(events, minute(at)).sort()).toEqual(expected);
      }),
    );
  });

  test("the order of recording does not matter where the times differ", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: END - 1 }), { maxLength: 12 }), (times) => {
        const events = times.map((at, n) => event(n, at, at % 2 ? came("a") : left("a")));
        const turned = events.map((one, n) => ({ ...one, n: events.length - n }));
        expect(presenceOf(turned)).toEqual(presenceOf(events));
      }),
    );
  });

  test("the real meeting's times: one leaves and returns, one comes late, one leaves early", () => {
    const events = [
      ...[event(1, 0, { kind: "opened" }), event(2, 0, came("a")), event(3, 0, came("c"))],
      ...[event(4, 40, left("a")), event(5, 79, came("a")), event(6, 82, came("b")), event(7, 99, left("c"))],
      event(8, END, { kind: "closed" }),
    ];
    expect(presenceOf(events).get("a")).toEqual([
      { from: minute(0), to: minute(40) },
      { from: minute(79), to: minute(END) },
    ]);
    expect(presenceOf(events).get("b")).toEqual([{ from: minute(82), to: minute(END) }]);
    expect(isPresentAt(presenceOf(events).get("c"), minute(99))).toBe(false);
    expect(isPresentAt(undefined, minute(1))).toBe(false);
  });

  test("when the meeting goes on, those who were there at its end are there again, and who came meanwhile", () => {
    const events = [
      ...[event(1, 0, came("a")), event(2, 0, came("b")), event(3, 10, { kind: "closed" })],
      ...[event(4, 12, left("b")), event(5, 15, came("c")), event(6, 20, { kind: "reopened" })],
    ];
    expect(presentAt(events, minute(15))).toEqual([]);
    expect(presentAt(events, minute(20)).sort()).toEqual(["a", "c"]);
  });
});

describe("M2: recusal and quorum", () => {
  const seats = [
    { id: "a", partyId: "liperi", list: "member" as const },
    { id: "b", partyId: "kitee", list: "member" as const },
    { id: "c", partyId: "kitee", list: "other" as const },
  ];
  test("a party counts by a present member who is not recused from the item; others never count", () => {
    const events = [
      ...PEOPLE.map((who, n) => event(n, 0, came(who))),
      event(5, 5, { kind: "recused", participantId: "b", itemId: "i" }),
      event(6, 9, { kind: "recusalEnded", participantId: "b", itemId: "i" }),
    ];
    const parties = (at: number, itemId: string | null) => [
      ...presentParties(seats, events, { at: minute(at), itemId }),
    ];
    expect(parties(4, "i")).toEqual(["liperi", "kitee"]);
    expect(parties(6, "i")).toEqual(["liperi"]);
    expect(parties(6, "another")).toEqual(["liperi", "kitee"]);
    expect(parties(6, null)).toEqual(["liperi", "kitee"]);
    expect(parties(9, "i")).toEqual(["liperi", "kitee"]);
    expect([...recusedFrom(events, "i", minute(6))]).toEqual(["b"]);
    expect(recusedFrom(events, "i").size).toBe(0);
  });

  test("more than half of the parties must be there, or none where the table has no rule", () => {
    expect([0, 1, 2, 3, 4, 13].map((parties) => quorumOf("majority", parties))).toEqual([0, 1, 2, 2, 3, 7]);
    expect(quorumOf("none", 13)).toBe(0);
  });
});

test("M3: the seconds of items are those between their openings and closings, and never more than the meeting's", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("i", "j", "k"), fc.integer({ min: 0, max: 9 }))),
      (steps) => {
        let at = 0;
        const events = steps.flatMap(([itemId, minutes], n): MeetingEvent[] => {
          const opened = event(2 * n, at, { kind: "itemOpened", itemId, seq: null });
          at += minutes;
          return [opened, event(2 * n + 1, at, { kind: "itemClosed", itemId, seq: null })];
        });
        const times = [...itemTimes(events).values()];
        expect(times.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(at * 60);
        expect(times.every(({ openSince }) => openSince === null)).toBe(true);
      },
    ),
  );
});
