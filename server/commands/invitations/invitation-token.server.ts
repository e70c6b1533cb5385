export { createToken as createInvitationToken, hashToken as hashInvitationToken } from "../../tokens.server";

/** Days an invitation is valid. */
export const INVITATION_DAYS = 7;

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
