import type { PartyKind } from "../../../../db/schema/tables";
import type { Localized } from "../../../domain/languages";
import type { QuorumRule, RecordKind } from "../../../domain/meetings/meeting";
import type { Role } from "../../../domain/policy";

/** What the settings page shows (server/queries/table-settings). */
export interface TableSettings {
  slug: string;
  name: Localized;
  purpose: Localized;
  observersComment: boolean;
  meetingRules: {
    recordKind: RecordKind;
    quorum: QuorumRule;
    reveal: "afterOwn" | "atOnce";
    silence: "waits" | "consents";
  };
  parties: {
    id: string;
    /** In the reader's language. */
    name: string;
    names: Localized;
    genitive: string;
    shortName: string;
    kind: PartyKind;
    members: number;
  }[];
  otherParties: { id: string; name: string }[];
  partyKinds: PartyKind[];
  members: {
    id: string;
    name: string;
    party: string | null;
    role: Role;
    speaks: boolean;
    deputy: boolean;
    lastDay: string | null;
  }[];
  invitations: {
    id: string;
    party: string | null;
    role: Role;
    speaks: boolean;
    deputy: boolean;
    state: "open" | "used" | "expired" | "revoked";
    expiresAt: string;
    usedBy: string | null;
  }[];
  invitationDays: number;
}
