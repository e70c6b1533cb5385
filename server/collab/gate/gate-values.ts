/** Keys, strings and values that an update carries: bounded, and such that JSON keeps them. */
import * as Y from "yjs";
import { DEPTH_MAX, type KindRules } from "./gate-rules";

/** UTF-16 units of a key, of the name of an element or of a mark. */
export const KEY_CHARACTERS_MAX = 128;
/** One value (an attribute, a mark, a field) as JSON, in UTF-16 units. */
export const VALUE_JSON_MAX = 16 * 1024;

const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** May the text name a key of a map, an attribute, a mark or an element? */
export function isKey(key: string): boolean {
  return key.length <= KEY_CHARACTERS_MAX && !FORBIDDEN_KEYS.has(key) && isText(key, false);
}

/** Well-formed UTF-16, without U+0000 unless it may hold it. */
export function isText(text: string, nul: boolean): boolean {
  return !/\p{Surrogate}/u.test(text) && (nul || !text.includes("\u0000"));
}

/**
 * Would JSON keep the value as it is, in at most VALUE_JSON_MAX units? `undefined` passes as a property (JSON leaves
 * the property out, as honest editors do with attributes that are not set), never in a list.
 */
export function isValue(value: unknown, nul: boolean): boolean {
  if (typeof value === "string") return value.length < VALUE_JSON_MAX - 1 && isText(value, nul);
  if (!isPlain(value, nul, 0)) return false;
  return typeof value !== "object" || value === null || JSON.stringify(value).length <= VALUE_JSON_MAX;
}

function isPlain(value: unknown, nul: boolean, depth: number): boolean {
  switch (typeof value) {
    case "string":
      return isText(value, nul);
    case "number":
      return Number.isFinite(value);
    case "boolean":
    case "undefined":
      return true;
    case "object":
      return value === null || (depth < DEPTH_MAX && isPlainObject(value, nul, depth + 1));
    default:
      return false;
  }
}

function isPlainObject(value: object, nul: boolean, depth: number): boolean {
  if (Array.isArray(value)) return value.every((one) => one !== undefined && isPlain(one, nul, depth));
  // A key `__proto__` in the bytes becomes the prototype of what is decoded.
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.entries(value).every(([key, one]) => isKey(key) && isPlain(one, nul, depth));
}

/** Are the strings and values of an item's content in bounds? Bounded by the bytes of the update. */
export function hasSoundContent({ nul }: KindRules, item: Y.Item): boolean {
  const { content } = item;
  if (content instanceof Y.ContentString) return isText(content.str, nul);
  if (content instanceof Y.ContentAny) return content.arr.every((value) => isValue(value, nul));
  if (content instanceof Y.ContentFormat) return isKey(content.key) && isValue(content.value as unknown, nul);
  if (content instanceof Y.ContentType && content.type instanceof Y.XmlElement)
    return isKey(content.type.nodeName);
  return true;
}
