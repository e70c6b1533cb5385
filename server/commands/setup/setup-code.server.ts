import { createHash, randomInt, timingSafeEqual } from "node:crypto";

/** No letters or digits that are read as one another. */
const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const GROUPS = 4;
const GROUP_CHARACTERS = 4;

/** The one-time code that the server prints at its first start: "K7QM-2FHD-…", about 79 bits. */
export function createSetupCode(): string {
  const letter = () => LETTERS[randomInt(LETTERS.length)];
  const group = () => Array.from({ length: GROUP_CHARACTERS }, letter).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}

/** Compares in constant time what was typed; case, spaces and dashes do not matter. */
export function isSetupCode(expected: string, typed: string): boolean {
  const digest = (text: string) =>
    createHash("sha256")
      .update(text.toUpperCase().replace(/[^A-Z0-9]/g, ""))
      .digest();
  return timingSafeEqual(digest(expected), digest(typed));
}
