import type { Role } from "../../app/domain/policy";
import type { Services } from "../services";

/** Groups of the seats, in the order the page shows them. */
export const SEAT_GROUPS = ["municipalities", "region", "others", "duties"] as const;
export type SeatGroup = (typeof SEAT_GROUPS)[number];

/** A seat of the demo. */
export interface DemoSeat {
  seat: string;
  name: string;
  /** Of the party, or null for a seat without one. */
  shortName: string | null;
  color: number;
  role: Role;
}

/** A person without a party has a grey mark. */
const COLOR_WITHOUT_PARTY = 8;
const DUTIES: Role[] = ["chair", "viceChair", "secretary", "observer"];

/** The seats of the demo by group. A person who sits at several tables is one seat, shown by the first. */
export async function demoSeats(services: Services): Promise<{ group: SeatGroup; seats: DemoSeat[] }[]> {
  const rows = await services.db
    .selectFrom("persons")
    .innerJoin("memberships", "memberships.person_id", "persons.id")
    .leftJoin("parties", "parties.id", "memberships.party_id")
    .leftJoin("table_parties", (join) =>
      join
        .onRef("table_parties.table_id", "=", "memberships.table_id")
        .onRef("table_parties.party_id", "=", "memberships.party_id"),
    )
    .innerJoin("tables", "tables.id", "memberships.table_id")
    .select([
      "persons.demo_seat as seat",
      "persons.name",
      "parties.short_name as shortName",
      "parties.color",
      "parties.kind",
      "memberships.role",
    ])
    .where("persons.demo_seat", "is not", null)
    .orderBy("table_parties.position")
    .orderBy("persons.name")
    .execute();
  const grouped = new Map<SeatGroup, DemoSeat[]>(SEAT_GROUPS.map((group) => [group, []]));
  const seen = new Set<string>();
  for (const { kind, ...row } of rows) {
    if (row.seat === null || seen.has(row.seat)) continue;
    seen.add(row.seat);
    grouped.get(groupOf(row.role, kind))?.push({
      ...row,
      seat: row.seat,
      color: row.color ?? COLOR_WITHOUT_PARTY,
    });
  }
  return [...grouped].map(([group, seats]) => ({ group, seats })).filter(({ seats }) => seats.length > 0);
}

function groupOf(role: Role, partyKind: string | null): SeatGroup {
  if (DUTIES.includes(role)) return "duties";
  if (partyKind === "municipality") return "municipalities";
  return partyKind === "region" ? "region" : "others";
}

/** Where a seat leads after sitting down: the first open draft of the person's tables, or null. */
export async function demoDraftSlug(services: Services): Promise<string | null> {
  const draft = await services.db
    .selectFrom("drafts")
    .select("slug")
    .where("state", "=", "open")
    .orderBy("created_at")
    .limit(1)
    .executeTakeFirst();
  return draft?.slug ?? null;
}
