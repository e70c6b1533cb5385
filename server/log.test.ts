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
