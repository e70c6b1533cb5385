import { describe, expect, it } from "vitest";
import { dayOf, endOfDay, lastDayBefore } from "./finnish-day.server";

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
