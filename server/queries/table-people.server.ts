import type { Localized } from "../../app/domain/languages";
import type { Role } from "../../app/domain/policy";
import type { PartyKind } from "../../db/schema/tables";
import { lastDayBefore } from "../finnish-day.server";
import type { Services } from "../services";

/** A party at a table. */
export interface TableParty {
  id: string;
  name: Localized;
  shortName: string;
  /** Finnish genitive: "Liperin". */
  genitive: string;
  kind: PartyKind;
  color: number;
}

/** A member whose seat is in force or begins later. */
export interface TableMember {
  id: string;
  personId: string;
  name: string;
  partyId: string | null;
  role: Role;
  speaks: boolean;
  deputy: boolean;
  /** The last day of the seat, "2026-05-20", or null. */
  lastDay: string | null;
}

/** The parties of a table in their order, and the members who sit or will sit there. */
export async function tablePeople(
  services: Services,
  tableId: string,
): Promise<{ parties: TableParty[]; members: TableMember[] }> {
  const now = services.clock();
  const [parties, members] = await Promise.all([
    services.db
      .selectFrom("table_parties")
      .innerJoin("parties", "parties.id", "table_parties.party_id")
      .select([
        "parties.id",
        "parties.name",
        "parties.short_name as shortName",
        "parties.genitive",
        "parties.kind",
        "parties.color",
      ])
      .where("table_parties.table_id", "=", tableId)
      .orderBy("table_parties.position")
      .execute(),
    services.db
      .selectFrom("memberships")
      .innerJoin("persons", "persons.id", "memberships.person_id")
      .select([
        "memberships.id",
        "memberships.person_id as personId",
        "persons.name",
        "memberships.party_id as partyId",
        "memberships.role",
        "memberships.speaks",
        "memberships.deputy",
        "memberships.ends_at",
      ])
      .where("memberships.table_id", "=", tableId)
      .where((w) => w.or([w("memberships.ends_at", "is", null), w("memberships.ends_at", ">", now)]))
      .orderBy("persons.name")
      .execute(),
  ]);
  return {
    parties,
    members: members.map(({ ends_at, ...member }) => ({
      ...member,
      lastDay: ends_at && lastDayBefore(ends_at),
    })),
  };
}
