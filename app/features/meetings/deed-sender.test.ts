/**
 * Goal: on a poor line nothing is done twice and nothing is lost.
 * Method: a server made of a set of keys, a line that can be cut before or after it, virtual time.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type DeedAnswer, DeedSender } from "./deed-sender";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

function world() {
  const did = new Map<string, string>();
  const keys: string[] = [];
  /** How the next tries go; then all is well. */
  const fate: ("lostBefore" | "lostAfter" | "refused" | "slow")[] = [];
  const done: string[] = [];
  const sender = new DeedSender(
    async (form): Promise<DeedAnswer> => {
      const fields = Object.fromEntries(form);
      keys.push(fields.key!);
      const now = fate.shift();
      if (now === "slow") await new Promise((resolve) => setTimeout(resolve, 5000));
      if (now === "lostBefore") return { kind: "lost" };
      if (now === "refused") return { kind: "refused", error: "meetings.send.unknown" };
      did.set(fields.key!, fields.intent!);
      return now === "lostAfter" ? { kind: "lost" } : { kind: "done" };
    },
    (name) => void done.push(name),
  );
  const ask = () => sender.submit("floor", [["intent", "ask-floor"]]);
  return { did, keys, fate, done, sender, ask };
}

describe("a deed on a poor line", () => {
  it("waits while the line is away, and goes again by itself with the same key", async () => {
    const { fate, sender, ask, keys, did, done } = world();
    fate.push("lostBefore", "lostAfter");
    ask();
    await pass(0);
    expect(sender.stateOf("floor").kind).toBe("waiting");
    expect(sender.waiting).toBe(1);
    await pass(60_000);
    expect(sender.stateOf("floor").kind).toBe("done");
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect([...did.values()]).toEqual(["ask-floor"]);
    expect(done).toEqual(["floor"]);
  });

  it("goes at once when the line is back, and is not sent twice while it is on its way", async () => {
    const { fate, sender, ask, keys } = world();
    fate.push("lostBefore", "slow");
    ask();
    await pass(0);
    sender.again();
    ask();
    sender.again("floor");
    await pass(5000);
    expect(keys).toHaveLength(2);
    expect(sender.stateOf("floor").kind).toBe("done");
  });

  it("keeps the words of a refusal until it is tried anew, and then it is another deed", async () => {
    const { fate, sender, ask, keys } = world();
    fate.push("refused");
    ask();
    await pass(0);
    expect(sender.stateOf("floor")).toEqual({ kind: "refused", error: "meetings.send.unknown" });
    ask();
    await pass(0);
    expect(sender.stateOf("floor").kind).toBe("done");
    expect(new Set(keys).size).toBe(2);
    sender.settle("floor");
    expect(sender.stateOf("floor").kind).toBe("idle");
  });

  it("tries nothing more after the page is left", async () => {
    const { fate, sender, ask, keys } = world();
    fate.push("lostBefore");
    ask();
    await pass(0);
    sender.close();
    await pass(60_000);
    expect(keys).toHaveLength(1);
  });
});
