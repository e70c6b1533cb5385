/**
 * Goal: the checker finds each thing that can be broken, under its name, and nothing where nothing is.
 * Method: histories and contents by hand.
 */
import { beforeEach, describe, expect, it } from "vitest";
import { Checker, promisesOf, type Reading } from "../support/checker";

let checker: Checker;
let tokens: string[];
const reading = (...there: string[]): Reading[] => [{ who: "log", content: JSON.stringify(there) }];
const row = (seq: number, text: string, updateId = `u${seq}`) => ({
  seq,
  updateId,
  bytes: Buffer.from(text),
});

beforeEach(() => {
  checker = new Checker();
  tokens = [1, 2, 3].map(() => checker.mint("a", "t"));
  for (const token of tokens) checker.sent("a", token);
  checker.acked(tokens[0]!, 1);
});
const found = (there: string[], options?: { complete: boolean }) =>
  promisesOf(checker.check(reading(there.join("")), options));

describe("the checker", () => {
  it("finds nothing where all is there, or what was not acknowledged is missing at the end", () => {
    expect(found(tokens, { complete: true })).toEqual([]);
    expect(found([tokens[0]!])).toEqual([]);
  });

  it.each<[string, () => string[], string[]]>([
    ["an acknowledged token that is gone", () => [], ["acknowledged is kept"]],
    ["a token twice", () => [tokens[0]!, tokens[0]!], ["exactly once"]],
    ["a token that nobody sent", () => [tokens[0]!, "‹x.t.1›"], ["nothing that was not sent"]],
    ["a hole in what one bot sent", () => [tokens[0]!, tokens[2]!], ["order is kept"]],
    ["tokens of one bot in another order", () => [tokens[1]!, tokens[0]!], ["order is kept"]],
  ])("finds %s", (_what, there, promises) => {
    expect(found(there())).toEqual(promises);
  });

  it("finds a token that is missing although everyone survived", () => {
    expect(found(tokens.slice(0, 2), { complete: true })).toEqual(["typed is kept"]);
  });

  it("finds what somebody was shown and that is gone", () => {
    checker.told(tokens.slice(0, 2).join(""));
    expect(found([tokens[0]!])).toEqual(["told is kept"]);
  });

  it("finds what was refused and is there", () => {
    checker.refused(tokens[1]!);
    expect(found([tokens[0]!])).toEqual([]);
    expect(found(tokens)).toEqual(["refused stays out"]);
  });

  it("finds what was taken back and has come again", () => {
    checker.takenBack(tokens[0]!);
    expect(found(tokens)).toEqual([]);
    checker.takenBack(tokens[0]!, "acked");
    expect(found(tokens.slice(1))).toEqual([]);
    expect(found(tokens)).toEqual(["taken back stays away"]);
  });

  it("finds a reader with another content", () => {
    const both = [...reading(tokens.join("")), { who: "b", content: JSON.stringify([tokens.join(""), "x"]) }];
    expect(promisesOf(checker.check(both))).toEqual(["everyone agrees"]);
  });

  it("finds holes, an id twice, a token twice and an untrue answer in the log", () => {
    const [one, two] = tokens as [string, string];
    checker.acked(two, 2);
    const log = (...rows: ReturnType<typeof row>[]) => promisesOf(checker.checkLog(rows));
    expect(log(row(1, one), row(2, `..${two}`))).toEqual([]);
    expect(log(row(1, one), row(3, two))).toEqual(["the log has no hole", "the answer is true"]);
    expect(log(row(1, one), row(2, two, "u1"))).toEqual(["exactly once"]);
    expect(log(row(1, one + two), row(2, two))).toEqual(["exactly once"]);
    expect(log(row(1, one))).toEqual(["acknowledged is kept"]);
    expect(log(row(1, one), row(2, ""), row(3, two))).toEqual(["the answer is true"]);
  });
});
