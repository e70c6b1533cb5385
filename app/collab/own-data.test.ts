/**
 * Goal: a page that asks for its own data waits for an answer, and takes every answer that is one.
 * Method: answers in a row, with no pauses between.
 */
import { expect, test } from "vitest";
import { untilAnswered } from "./own-data";

const AT_ONCE = { next: () => 0 };
const answered = (status: number, ...marks: string[]) =>
  new Response("", { status, headers: Object.fromEntries(marks.map((mark) => [mark, "yes"])) });

/** What comes of asking when these come in turn; and how many times it was asked. */
async function asked(turns: (Response | Error)[], signal?: AbortSignal, pauses = AT_ONCE) {
  let times = 0;
  const ask = async () => {
    const turn = turns[times++];
    if (!(turn instanceof Response)) throw turn ?? new Error("asked too often");
    return turn;
  };
  const outcome = await untilAnswered(ask, signal, pauses).catch((error: Error) => error);
  return { outcome, times };
}

test("no line, a server that starts, a proxy without one and a server that stumbles are waited out", async () => {
  const good = answered(200);
  const turns = [
    new TypeError("no line"),
    answered(502),
    answered(503),
    answered(500, "X-Remix-Error"),
    good,
  ];
  expect(await asked(turns)).toEqual({ outcome: good, times: 5 });
});

test("what a page answers is taken: data, a refusal, and its own 503", async () => {
  const answers = [
    answered(200, "X-Remix-Response"),
    answered(403, "X-Remix-Catch"),
    answered(404),
    answered(503, "X-Remix-Catch"),
    answered(500, "X-Remix-Response"),
  ];
  for (const answer of answers) expect(await asked([answer])).toEqual({ outcome: answer, times: 1 });
});

test("an asking that is given up ends, before the next try and in the pause", async () => {
  const gone = new DOMException("given up", "AbortError");
  expect(await asked([gone])).toEqual({ outcome: gone, times: 1 });
  const giveUp = new AbortController();
  const waiting = asked([answered(503), gone], giveUp.signal, { next: () => 1_000_000 });
  setTimeout(() => giveUp.abort(), 10);
  expect(await waiting).toEqual({ outcome: gone, times: 2 });
});
