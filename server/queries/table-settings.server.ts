import { inLanguage, type Language } from "../../app/domain/languages";
import { PARTY_KINDS } from "../../db/schema/tables";
import { INVITATION_DAYS, invitationState } from "../commands/invitations/invitation-token.server";
import { managedTable } from "../commands/tables/table-subject.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { tablePeople } from "./table-people.server";

/** Invitations that the settings list shows, newest first. */
const INVITATIONS_SHOWN_MAX = 100;

/** A table's settings, for its secretary or an administrator. */
export async function tableSettings(services: Services, viewer: Viewer, slug: string, language: Language) {
  const table = await managedTable(services, viewer, slug);
  const [row, people, regionParties, invitations] = await Promise.all([
    services.db
      .selectFrom("tables")
      .select(["purpose", "observers_comment", "record_kind", "quorum", "reveal", "silence"])
      .where("id", "=", table.tableId)
      .executeTakeFirstOrThrow(),
    tablePeople(services, table.tableId),
    services.db
      .selectFrom("parties")
      .select(["id", "name"])
      .where("region_id", "=", table.regionId)
      .orderBy("slug")
      .execute(),
    services.db
      .selectFrom("invitations")
      .leftJoin("persons", "persons.id", "invitations.used_by")
      .select([
        "invitations.id",
        "invitations.party_id as partyId",
        "invitations.role",
        "invitations.speaks",
        "invitations.deputy",
        "invitations.created_at",
        "invitations.expires_at",
        "invitations.used_at",
        "invitations.revoked_at",
        "persons.name as usedBy",
      ])
      .where("invitations.table_id", "=", table.tableId)
      .orderBy("invitations.created_at", "desc")
      .limit(INVITATIONS_SHOWN_MAX)
      .execute(),
  ]);
  const seated = new Set(people.parties.map((p) => p.id));
  const partyNames = new Map(regionParties.map((p) => [p.id, inLanguage(p.name, language)]));
  const now = services.clock();
  return {
    slug,
    name: table.name,
    purpose: row.purpose,
    observersComment: row.observers_comment,
    meetingRules: {
      ...{ recordKind: row.record_kind, quorum: row.quorum, reveal: row.reveal, silence: row.silence },
    },
    parties: people.parties.map((party) => ({
      id: party.id,
      name: inLanguage(party.name, language),
      names: party.name,
      genitive: party.genitive,
      shortName: party.shortName,
      kind: party.kind,
      members: people.members.filter((m) => m.partyId === party.id).length,
    })),
    otherParties: regionParties
      .filter((p) => !seated.has(p.id))
      .map((p) => ({ id: p.id, name: inLanguage(p.name, language) })),
    partyKinds: [...PARTY_KINDS],
    members: people.members.map((member) => ({
      ...member,
      party: member.partyId ? (partyNames.get(member.partyId) ?? null) : null,
    })),
    invitations: invitations.map((i) => ({
      id: i.id,
      party: i.partyId ? (partyNames.get(i.partyId) ?? null) : null,
      role: i.role,
      speaks: i.speaks,
      deputy: i.deputy,
      state: invitationState(i, now),
      createdAt: i.created_at.toISOString(),
      expiresAt: i.expires_at.toISOString(),
      usedBy: i.usedBy,
    })),
    invitationDays: INVITATION_DAYS,
  };
}
