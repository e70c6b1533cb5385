import { describe, expect, it } from "vitest";
import type { CommentData, ThreadData } from "../../protocol/discussion-data";
import { countsOf, parseFilter, shownThreads } from "./shown-threads";

const thread = (id: string, minute: number, more: Partial<ThreadData> = {}): ThreadData => ({
  ...{ id, place: { kind: "draft" }, resolved: null, isUnread: false, canSettle: false },
  comments: [{ writtenAt: `2026-03-02T10:${minute}:00Z` } as CommentData],
  ...more,
});
const RESOLVED = { resolved: { by: "Sihteeri", at: "2026-03-02T12:00:00Z" } };
const THREADS = [
  thread("a", 10),
  thread("b", 30),
  thread("c", 50, RESOLVED),
  thread("d", 20, { isUnread: true }),
];
const ids = (...args: Parameters<typeof shownThreads>) => shownThreads(...args).map(({ id }) => id);

describe("the threads shown", () => {
  it("are open ones first, the latest word first", () => {
    expect(ids(THREADS, "all")).toEqual(["b", "d", "a", "c"]);
  });

  it("are those behind the filter, as many as it says", () => {
    expect(ids(THREADS, "open")).toEqual(["b", "d", "a"]);
    expect(ids(THREADS, "resolved")).toEqual(["c"]);
    expect(ids(THREADS, "unread")).toEqual(["d"]);
    expect(countsOf(THREADS)).toEqual({ all: 4, open: 3, resolved: 1, unread: 1 });
    expect([parseFilter("open"), parseFilter(null), parseFilter("x")]).toEqual(["open", "all", "all"]);
  });

  it("stay where they were when others speak or settle, and new ones come on top", () => {
    expect(ids(THREADS, "open", ["c", "a"])).toEqual(["b", "d", "c", "a"]);
    expect(ids(THREADS, "open", ["gone", "a"])).toEqual(["b", "d", "a"]);
  });
});
