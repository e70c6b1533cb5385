/**
 * Goal: a client id belongs to the person it was made for, in one document and epoch (I9).
 * Method: leases made and asked about with each part of what they are for changed.
 */
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Leases } from "./leases";

const subject = { documentId: "d", epoch: 1, personId: "p" };
const leases = new Leases(randomBytes(32));

describe("a lease", () => {
  it("is known by every server with the same key, and by none with another", () => {
    const key = randomBytes(32);
    const lease = new Leases(key).make(subject);
    expect(new Leases(key).holds(subject, lease)).toBe(true);
    expect(leases.holds(subject, lease)).toBe(false);
  });

  it.each([
    ["another person", { ...subject, personId: "q" }],
    ["another document", { ...subject, documentId: "e" }],
    ["another epoch: a restore voids it", { ...subject, epoch: 2 }],
  ])("is none for %s", (_what, other) => {
    expect(leases.holds(other, leases.make(subject))).toBe(false);
  });

  it("is none with another client id, a shorter token or a made-up one", () => {
    const { clientId, token } = leases.make(subject);
    expect(leases.holds(subject, { clientId: clientId === 1 ? 2 : clientId - 1, token })).toBe(false);
    for (const wrong of ["", "x", token.slice(1), `${token}AA`, "ä".repeat(22)])
      expect(leases.holds(subject, { clientId, token: wrong })).toBe(false);
  });

  it("holds client ids that Yjs can use: 1 to 2^32 - 1, new each time", () => {
    const ids = Array.from({ length: 200 }, () => leases.make(subject).clientId);
    expect(ids.every((id) => id >= 1 && id < 2 ** 32)).toBe(true);
    expect(new Set(ids).size).toBeGreaterThan(190);
  });
});
