/** One form for equal texts: what is frozen, hashed and given to programs. */
import { canonicalJson } from "../split/canonical";
import { normalizeText } from "./normalize";
import type { TextDocument } from "./text";

/** Canonical JSON (RFC 8785) of the normalised text: equal content gives equal bytes. */
export function canonicalText(text: TextDocument): string {
  return canonicalJson(normalizeText(text));
}

/** The text behind a frozen content. Throws for what is no text. */
export function parseCanonicalText(content: string): TextDocument {
  const value: unknown = JSON.parse(content);
  if ((value as { type?: unknown } | null)?.type !== "doc") throw new Error("This content is no text.");
  return normalizeText(value);
}
