import { expect, it } from "vitest";
import { RateLimit } from "./rate-limit";

it("lets so many through at once, and so many a second after that", () => {
  let now = 0;
  const limit = new RateLimit(2, 3, () => now);
  expect([1, 2, 3, 4].map(() => limit.take())).toEqual([true, true, true, false]);
  now = 500;
  expect([limit.take(), limit.take()]).toEqual([true, false]);
});
