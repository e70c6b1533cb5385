import { expect, it } from "vitest";
import { isAllowedRequest } from "./handshake";

it("takes exactly our Origins, a browser's own polling, and programs without a browser's marks", () => {
  const ours = ["https://poyta.example"];
  const allowed = (headers: Record<string, string>) =>
    isAllowedRequest({ host: "poyta.example", ...headers }, ours);
  expect(allowed({ origin: "https://poyta.example" })).toBe(true);
  expect(allowed({ "sec-fetch-site": "same-origin" })).toBe(true);
  expect(allowed({})).toBe(true);
  for (const origin of ["https://evil.example", "https://poyta.example.evil", "http://poyta.example", "null"])
    expect(allowed({ origin })).toBe(false);
  expect(allowed({ "sec-fetch-site": "cross-site" })).toBe(false);
  expect(allowed({ "sec-fetch-site": "same-site" })).toBe(false);
  // A foreign name that was made to lead here is same-origin to the browser that asks.
  expect(allowed({ host: "rebound.example", "sec-fetch-site": "same-origin" })).toBe(false);
  expect(allowed({ host: "rebound.example" })).toBe(false);
});
