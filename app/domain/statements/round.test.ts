import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachmentName } from "./attachments";
import { parsePart, partLimit, saidParts } from "./parts";
import {
  isRemindedOn,
  lastDayOf,
  PROPOSED_CHANGE_CHARACTERS_MAX,
  type RecipientFacts,
  statusOf,
  whyNotSend,
} from "./round";
import { summarize, unanswered } from "./summary";

const open: RecipientFacts = {
  dueOn: "2026-03-16",
  closed: false,
  letInUntil: null,
  askedAgainAt: null,
  sentAt: null,
};

describe("a recipient", () => {
  it("is open until the last day, late after it, and given once it has sent", () => {
    expect(statusOf(open, "2026-03-16")).toBe("open");
    expect(statusOf(open, "2026-03-17")).toBe("late");
    expect(statusOf({ ...open, sentAt: "2026-03-10T10:00:00Z" }, "2026-03-17")).toBe("given");
  });
  it("R2 may send only while nothing is sent, the round is open and its day has not passed", () => {
    expect(whyNotSend(open, "2026-03-16")).toBeNull();
    expect(whyNotSend(open, "2026-03-17")).toBe("over");
    expect(whyNotSend({ ...open, letInUntil: "2026-03-18" }, "2026-03-18")).toBeNull();
    expect(whyNotSend({ ...open, closed: true }, "2026-03-01")).toBe("closed");
    const sent = { ...open, sentAt: "2026-03-10T10:00:00Z" };
    expect(whyNotSend(sent, "2026-03-11")).toBe("given");
    expect(whyNotSend({ ...sent, askedAgainAt: "2026-03-11T10:00:00Z" }, "2026-03-11")).toBeNull();
  });
  it("is reminded on its last day, weekly before it, and never when it may not send", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 60 }), (days) => {
        const day = new Date(Date.UTC(2026, 2, 2 + days)).toISOString().slice(0, 10);
        const is = isRemindedOn({ ...open, openedOn: "2026-03-02" }, day);
        expect(is).toBe(day === lastDayOf(open) || (days > 0 && days % 7 === 0 && day < open.dueOn));
        expect(isRemindedOn({ ...open, closed: true, openedOn: "2026-03-02" }, day)).toBe(false);
      }),
    );
  });
});

describe("a statement's parts", () => {
  it("are known by name and bounded", () => {
    expect(parsePart("category:a:b")).toEqual({ kind: "category", id: "a:b" });
    for (const name of ["", "muu", "change:", "muu:x"]) expect(parsePart(name)).toBeNull();
    expect(partLimit("change:x")).toBe(PROPOSED_CHANGE_CHARACTERS_MAX);
    const rich = { type: "doc" as const, content: [{ type: "paragraph" as const }] };
    const written = [
      { part: "whole", text: " a ", rich },
      { part: "category:x", text: " \n", rich },
      { part: "category:y", text: "b", rich: null },
    ];
    expect(saidParts(written)).toEqual({ parts: { whole: "a", "category:y": "b" }, texts: { whole: rich } });
  });
  it("are counted by category", () => {
    const parts = { "category:x": "a", "change:x": "b" };
    const [x, y] = summarize(["x", "y"], [{ partyId: "liperi", isLate: false, parts }]);
    expect(x).toEqual({ categoryId: "x", said: ["liperi"], changes: [{ partyId: "liperi", text: "b" }] });
    expect(y).toEqual({ categoryId: "y", said: [], changes: [] });
  });
  it("R3 wait for an answer that has a reason", () => {
    const changes = [{ answer: null }, { answer: { reason: " " } }, { answer: { reason: "Syy" } }];
    expect(unanswered(changes)).toEqual(changes.slice(0, 2));
  });
  it("have attachments whose names are names only", () => {
    expect(attachmentName("C:\\kansio\\Päätös.PDF")).toBe("Päätös.pdf");
    expect(attachmentName("../../\u202efdp.exe")).toBe("fdp.exe.pdf");
    expect(attachmentName("")).toBe("1.pdf");
    expect(attachmentName("x".repeat(500))).toHaveLength(200);
  });
});
