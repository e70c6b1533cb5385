import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IMMEDIATE_KINDS, NOTIFICATION_KINDS, NOTIFICATION_LEVELS } from "../notifications";
import { DIGEST_HOUR, finnishDay, lastDigestAt, morningOf, reminderDay } from "./digest-time";
import { mailRoute, nextTry, RETRY_MINUTES } from "./mail-route";
import { addDays, easterSunday, isWorkingDay } from "./working-day";

describe("working days", () => {
  it.each([
    ["2026-10-23", true],
    ["2026-10-24", false], // Saturday
    ["2026-10-25", false], // Sunday
    ["2026-12-24", false], // Christmas Eve, a Thursday
    ["2026-12-28", true],
    ["2027-01-01", false],
    ["2027-01-06", false], // Epiphany, a Wednesday
    ["2027-03-26", false], // Good Friday
    ["2027-03-29", false], // Easter Monday
    ["2027-05-06", false], // Ascension
    ["2026-06-19", false], // Midsummer Eve
    ["2027-06-25", false], // Midsummer Eve
    ["2027-06-18", true],
    ["2028-12-06", false], // Independence Day, a Wednesday
  ])("%s: %s", (day, working) => expect(isWorkingDay(day)).toBe(working));

  it("knows Easter", () => {
    expect([2024, 2025, 2026, 2027, 2038].map(easterSunday)).toEqual([
      ...["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"],
    ]);
  });
});

describe("the morning", () => {
  it("is eight o'clock in Finland on both sides of the change to winter time", () => {
    expect(morningOf("2026-10-23").toISOString()).toBe("2026-10-23T05:00:00.000Z");
    expect(morningOf("2026-10-25").toISOString()).toBe("2026-10-25T06:00:00.000Z");
    expect(morningOf("2026-10-26").toISOString()).toBe("2026-10-26T06:00:00.000Z");
    expect(morningOf("2027-03-29").toISOString()).toBe("2027-03-29T05:00:00.000Z");
  });

  it.each([
    ["2026-10-23T04:59:59Z", "2026-10-22T05:00:00.000Z"],
    ["2026-10-23T05:00:00Z", "2026-10-23T05:00:00.000Z"],
    ["2026-10-25T23:00:00Z", "2026-10-23T05:00:00.000Z"],
    ["2026-10-26T05:59:59Z", "2026-10-23T05:00:00.000Z"],
    ["2026-10-26T06:00:00Z", "2026-10-26T06:00:00.000Z"],
    ["2026-12-27T12:00:00Z", "2026-12-23T06:00:00.000Z"],
  ])("at %s the last digest was due at %s", (now, due) => {
    expect(lastDigestAt(new Date(now)).toISOString()).toBe(due);
  });

  const moment = fc.date({ min: new Date("2024-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
  it("is never ahead, on a working day, and the same until the next one", () => {
    fc.assert(
      fc.property(moment, (now) => {
        const due = lastDigestAt(now);
        expect(due.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(isWorkingDay(finnishDay(due))).toBe(true);
        expect(lastDigestAt(due)).toEqual(due);
        for (let day = addDays(finnishDay(due), 1); morningOf(day) <= now; day = addDays(day, 1))
          expect(isWorkingDay(day)).toBe(false);
      }),
    );
  });

  it("brings that day's reminders and no earlier one's", () => {
    expect(reminderDay(new Date("2026-10-25T05:59:00Z"))).toBeNull();
    expect(reminderDay(new Date("2026-10-25T06:00:00Z"))).toBe("2026-10-25");
    expect(DIGEST_HOUR).toBe(8);
  });
});

describe("the way of a notification", () => {
  const base = { reachable: true, seated: true, read: false } as const;
  it("is at once for requests and mentions, in the morning for the rest", () => {
    for (const kind of NOTIFICATION_KINDS) {
      const now = IMMEDIATE_KINDS.includes(kind);
      expect(mailRoute({ ...base, kind, level: "immediately" })).toBe(now ? "now" : "morning");
      expect(mailRoute({ ...base, kind, level: "digest" })).toBe("morning");
      expect(mailRoute({ ...base, kind, level: "none" })).toBe("none");
    }
  });

  it("is none for who cannot be reached, has left, or has seen it", () => {
    for (const kind of NOTIFICATION_KINDS)
      for (const level of NOTIFICATION_LEVELS)
        for (const no of [{ reachable: false }, { seated: false }, { read: true }])
          expect(mailRoute({ ...base, kind, level, ...no })).toBe("none");
  });

  it("tries for more than an hour with growing pauses, and then daily", () => {
    const now = new Date("2026-10-23T05:00:00Z");
    const pauses = Array.from(
      { length: 14 },
      (_, n) => (nextTry(n + 1, now).getTime() - now.getTime()) / 60_000,
    );
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(RETRY_MINUTES.slice(0, 7).reduce((a, b) => a + b)).toBeGreaterThan(60);
    expect(pauses.at(-1)).toBe(24 * 60);
  });
});
