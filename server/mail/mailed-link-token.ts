/** Tokens of mailed links: the link holds the token, the database its hash. */
import { createHash, randomBytes } from "node:crypto";

/** Days a mailed link works. */
export const MAILED_LINK_DAYS = 14;
const TOKEN_BYTES = 32;
const TOKEN_CHARACTERS_MAX = 100;

export const createLinkToken = () => randomBytes(TOKEN_BYTES).toString("base64url");

export function hashLinkToken(token: string): string {
  return createHash("sha256").update(token.slice(0, TOKEN_CHARACTERS_MAX)).digest("hex");
}
