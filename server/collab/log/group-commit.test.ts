/**
 * Goal: appends share commits without waiting long, without mixing up their order, and without sharing trouble.
 * Method: work whose commits the test ends itself.
 */
import { expect, it } from "vitest";
import { GROUP_LIMITS, groupCommit, type Part } from "./group-commit";

interface Commit {
  keys: string[];
  end: (failure?: Error) => void;
}
const turn = () => new Promise((resolve) => setImmediate(resolve));
const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const part = (key: string, rows = 1, bytes = 1): Part => ({ key, rows, bytes });

function slowWork(limits = GROUP_LIMITS) {
  const commits: Commit[] = [];
  const commit = groupCommit<Part, string>(
    {
      commit: (parts) =>
        new Promise((resolve, reject) => {
          const end = (failure?: Error) => {
            if (failure) reject(failure);
            else resolve(parts.map(({ key }) => key));
          };
          commits.push({ keys: parts.map(({ key }) => key), end });
        }),
      mayBeOnes: (error) => (error as Error).message === "one's own",
    },
    limits,
  );
  return { commits, commit, keys: () => commits.map((c) => c.keys) };
}

it("takes together what came in one turn, and lets nothing wait when nothing is under way", async () => {
  const { commit, keys } = slowWork();
  void commit(part("a"));
  void commit(part("b"));
  await turn();
  expect(keys()).toEqual([["a", "b"]]);
});

it("lets a second group start after the wait and a third not before one has ended", async () => {
  const { commits, commit, keys } = slowWork({ ...GROUP_LIMITS, wait: 20 });
  void commit(part("a"));
  await turn();
  void commit(part("b"));
  await turn();
  void commit(part("c"));
  await turn();
  expect(keys()).toEqual([["a"]]);
  await after(40);
  expect(keys()).toEqual([["a"], ["b", "c"]]);
  void commit(part("d"));
  await after(40);
  expect(keys().length).toBe(2);
  commits[0]!.end();
  await after(5);
  expect(keys()).toEqual([["a"], ["b", "c"], ["d"]]);
});

it("goes at once when the group before has ended", async () => {
  const { commits, commit, keys } = slowWork({ ...GROUP_LIMITS, wait: 10_000 });
  void commit(part("a"));
  await turn();
  void commit(part("b"));
  commits[0]!.end();
  await turn();
  await turn();
  expect(keys()).toEqual([["a"], ["b"]]);
});

it("never has one document in two groups at once, and keeps the order of its parts", async () => {
  const { commits, commit, keys } = slowWork({ ...GROUP_LIMITS, wait: 0 });
  void commit(part("a"));
  await turn();
  void commit(part("a"));
  void commit(part("b"));
  void commit(part("a"));
  await after(5);
  expect(keys()).toEqual([["a"], ["b"]]);
  commits[0]!.end();
  await after(5);
  expect(keys()).toEqual([["a"], ["b"], ["a", "a"]]);
});

it("bounds the rows and bytes of a group; what is larger goes alone", async () => {
  const { commit, keys } = slowWork({ inFlight: 10, wait: 0, rows: 10, bytes: 100 });
  void commit(part("a", 6));
  void commit(part("b", 6));
  void commit(part("c", 1, 1000));
  void commit(part("d", 50));
  void commit(part("e"));
  void commit(part("f"));
  await after(5);
  expect(keys()).toEqual([["a"], ["b"], ["c"], ["d"], ["e", "f"]]);
});

it("does not wait when a group is full", async () => {
  const { commit, keys } = slowWork({ inFlight: 2, wait: 10_000, rows: 2, bytes: 100 });
  void commit(part("a"));
  await turn();
  for (const key of ["b", "c", "d"]) void commit(part(key));
  await after(5);
  expect(keys()).toEqual([["a"], ["b", "c"]]);
});

it("tries each alone when the trouble may be one's own, and not when it is everyone's (I13)", async () => {
  const commit = groupCommit<Part, string>({
    commit: async (parts) => {
      if (parts.some(({ key }) => key === "bad")) throw new Error("one's own");
      if (parts.some(({ key }) => key === "away")) throw new Error("the database is away");
      return parts.map(({ key }) => key);
    },
    mayBeOnes: (error) => (error as Error).message === "one's own",
  });
  const outcomes = await Promise.allSettled(["a", "bad", "b"].map((key) => commit(part(key))));
  expect(outcomes.map((o) => (o.status === "fulfilled" ? o.value : "failed"))).toEqual(["a", "failed", "b"]);
  const away = await Promise.allSettled(["a", "away"].map((key) => commit(part(key))));
  expect(away.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await commit(part("a"))).toBe("a");
});
