/** Goal: a page without JavaScript has a key of its own for each of its forms, and the same key when it is sent twice. */
import { expect, it } from "vitest";
import { formKeyOf } from "./form-key";

const BASE = "0f8fad5b-d9cb-469f-a165-70867728950e";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

it("makes UUIDs that differ by the form's name and by the page", () => {
  const names = Array.from({ length: 2000 }, (_, n) => `give-floor ${n}`);
  const keys = names.map((name) => formKeyOf(BASE, name));
  expect(keys.every((key) => UUID.test(key))).toBe(true);
  expect(new Set(keys).size).toBe(names.length);
  expect(formKeyOf(BASE, "open")).toBe(formKeyOf(BASE, "open"));
  expect(formKeyOf(BASE.replace("0f8f", "1f8f"), "open")).not.toBe(formKeyOf(BASE, "open"));
});
