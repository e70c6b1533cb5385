import { expect, it } from "vitest";
import { createLog } from "./log";

it("writes an error without what a database or a request hangs on it", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => lines.push(line) });
  const detail = "Key (lower(email))=(aino.virtanen@example.fi) already exists.";
  const cause = Object.assign(new Error("inner"), { detail });
  const error = Object.assign(new Error("duplicate key", { cause }), {
    ...{ code: "23505", detail, where: "aino", parameters: ["aino"], headers: { cookie: "session=hush" } },
  });
  log.error({ err: error }, "failed");
  log.error({ err: "aino threw a string" }, "failed");
  expect(JSON.parse(lines[0]!)).toMatchObject({
    err: { type: "Error", message: "duplicate key", code: "23505", cause: { message: "inner" } },
    msg: "failed",
  });
  expect(lines.join("")).toContain("log.test");
  expect(lines.join("")).not.toMatch(/aino|hush/);
});

it("cuts out of an error's words what they quote of somebody's text", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => lines.push(line) });
  const messageOf = (err: unknown) => {
    log.error({ err }, "failed");
    return (JSON.parse(lines.at(-1)!) as { err: { message: string } }).err.message;
  };
  const postgres = (message: string, code: string) => Object.assign(new Error(message), { code });
  expect(messageOf(postgres('invalid input syntax for type uuid: "aino"', "22P02"))).toBe(
    'invalid input syntax for type uuid: "…"',
  );
  expect(messageOf(postgres('violates unique constraint "persons_email"', "23505"))).toContain(
    "persons_email",
  );
  expect(messageOf(new Error('cannot read "Aino Virtanen sanoi näin"'))).toBe('cannot read "…"');
  expect(messageOf(new Error("no mail to <aino.virtanen@example.fi> today"))).toBe("no mail to <…> today");
  try {
    JSON.parse("aino");
  } catch (error) {
    expect(messageOf(error)).not.toContain("aino");
  }
  expect(lines.join("")).not.toMatch(/aino|Virtanen/);
  expect(lines.join("")).toContain("log.test");
});
