import { createHash, randomBytes } from "node:crypto";

/** Days an invitation is valid. */
export const INVITATION_DAYS = 7;
const TOKEN_BYTES = 25;
const TOKEN_CHARACTERS_MAX = 100;

/** 200 random bits, as they stand in the link. */
export function createInvitationToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What the database keeps of a token: a dump opens no table. */
export function hashInvitationToken(token: string): string {
  return createHash("sha256").update(token.slice(0, TOKEN_CHARACTERS_MAX)).digest("hex");
}

export type InvitationState = "open" | "used" | "expired" | "revoked";

/** The state of an invitation at a moment: what was done to it goes before its age. */
export function invitationState(
  row: { used_at: Date | null; revoked_at: Date | null; expires_at: Date },
  now: Date,
): InvitationState {
  if (row.used_at) return "used";
  if (row.revoked_at) return "revoked";
  return row.expires_at <= now ? "expired" : "open";
}
