/** One form for equal content: what is frozen, hashed and given to programs. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { Localized } from "../languages";
import { byOrder, type Category, type Split } from "./split";

export { parseCanonicalSplit } from "./parse-split";

/** Canonical JSON (RFC 8785) of any plain value. Throws for what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("This value has no JSON form.");
  return text;
}

/** Lower-case hex of the SHA-256 of bytes, or of a text's UTF-8 bytes. */
export function sha256Hex(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === "string" ? utf8ToBytes(content) : content));
}

/** Leaves out empty translations, so that "not translated" has one form. */
function normalizeLocalized(text: Localized): Localized {
  const { fi, sv, en } = text;
  return { fi, ...(sv ? { sv } : {}), ...(en ? { en } : {}) };
}

/** The category with one form for everything that means the same. Unknown fields are left out. */
export function normalizeCategory(category: Category): Category {
  return {
    id: category.id,
    label: normalizeLocalized(category.label),
    sides: category.sides,
    order: category.order,
    question: category.question ? { text: category.question.text } : null,
    rationale: normalizeLocalized(category.rationale),
    legalBasis: category.legalBasis || null,
    status: category.status,
  };
}

/** The split as it is frozen: normalised, in order, removed categories included. */
export function normalizeSplit(split: Split): Split {
  return { categories: split.categories.map(normalizeCategory).sort(byOrder) };
}

/** Canonical JSON of the split: equal content gives equal bytes, whatever order it was given in. */
export function canonicalSplit(split: Split): string {
  return canonicalJson(normalizeSplit(split));
}

/**
 * Hash of what a position is given on: the Finnish label, sides, status, question and Finnish rationale.
 * A translation or a change of place does not alter it, and going back to the old text gives the old hash.
 */
export function categoryContentHash(category: Category): string {
  const { label, sides, status, question, rationale } = normalizeCategory(category);
  return sha256Hex(canonicalJson({ label: label.fi, sides, status, question, rationale: rationale.fi }));
}
