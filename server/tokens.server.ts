/** Tokens of links that open something: long enough that nobody guesses one, kept only as a hash. */
import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 25;
const TOKEN_CHARACTERS_MAX = 100;

/** 200 random bits, as they stand in the link. */
export function createToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What the database keeps of a token: a dump opens nothing. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token.slice(0, TOKEN_CHARACTERS_MAX)).digest("hex");
}
