import { describe, expect, it } from "vitest";
import { dayOf, endOfDay, lastDayBefore, momentAt, momentOf } from "./finnish-day.server";

describe("a day in Finland", () => {
  it("ends at Finnish midnight, in winter and in summer", () => {
    expect(endOfDay("2026-01-15")?.toISOString()).toBe("2026-01-15T22:00:00.000Z");
    expect(endOfDay("2026-06-30")?.toISOString()).toBe("2026-06-30T21:00:00.000Z");
  });

  it("ends right on the days when the clocks are moved", () => {
    expect(endOfDay("2026-03-29")?.toISOString()).toBe("2026-03-29T21:00:00.000Z");
    expect(endOfDay("2026-10-25")?.toISOString()).toBe("2026-10-25T22:00:00.000Z");
  });

  it("comes back as the last day of what ended then", () => {
    for (const day of ["2026-01-15", "2026-02-28", "2026-03-28", "2026-06-30", "2026-10-25", "2026-12-31"])
      expect(lastDayBefore(endOfDay(day)!)).toBe(day);
    expect(dayOf(new Date("2026-06-30T21:30:00Z"))).toBe("2026-07-01");
  });

  it("is no day when it is not in the calendar", () => {
    for (const text of ["2026-02-30", "2026-13-01", "30.6.2026", "", "2026-6-30"])
      expect(endOfDay(text)).toBeNull();
  });
});

describe("a time of day in Finland", () => {
  it("is the right moment in winter and in summer, and comes back as it was", () => {
    expect(momentAt("2026-01-15", "13:00")?.toISOString()).toBe("2026-01-15T11:00:00.000Z");
    expect(momentAt("2026-06-30", "13:00")?.toISOString()).toBe("2026-06-30T10:00:00.000Z");
    expect(momentAt("2026-07-01", "00:30")?.toISOString()).toBe("2026-06-30T21:30:00.000Z");
    for (const day of ["2026-01-15", "2026-03-29", "2026-06-30", "2026-10-25", "2026-12-31"])
      for (const time of ["00:00", "02:59", "05:00", "12:34", "23:59"])
        expect(momentOf(momentAt(day, time)!)).toEqual({ day, time });
  });

  it("is the first of two when clocks go back, and an hour later when they jump over it", () => {
    expect(momentAt("2026-10-25", "03:30")?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(momentOf(momentAt("2026-03-29", "03:30")!)).toEqual({ day: "2026-03-29", time: "04:30" });
  });

  it("is none when day or time are none", () => {
    for (const [day, time] of [
      ["2026-02-30", "13:00"],
      ["2026-01-15", "24:00"],
      ["2026-01-15", "9:00"],
      ["", ""],
    ])
      expect(momentAt(day!, time!)).toBeNull();
  });
});
