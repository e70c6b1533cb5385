import type { Localized } from "../../app/domain/languages";
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

/** A region of the demo. `draft` is where its seats lead to: the region's first open split, or else text, or null. */
export interface DemoRegion {
  slug: string;
  name: Localized;
  draft: string | null;
  groups: { group: SeatGroup; seats: DemoSeat[] }[];
}

/** The seats of the demo by region and group. A person who sits at several tables is one seat, shown by the first. */
export async function demoSeats(services: Services): Promise<DemoRegion[]> {
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
    .innerJoin("regions", "regions.id", "tables.region_id")
    .select([
      "persons.demo_seat as seat",
      "persons.name",
      "parties.short_name as shortName",
      "parties.color",
      "parties.kind",
      "memberships.role",
      "regions.slug as regionSlug",
      "regions.name as regionName",
    ])
    .where("persons.demo_seat", "is not", null)
    .orderBy("table_parties.position")
    .orderBy("persons.name")
    .execute();
  const drafts = await firstDrafts(services);
  const regions = new Map<string, DemoRegion>();
  const seen = new Set<string>();
  for (const { kind, seat, regionSlug, regionName, ...row } of rows) {
    if (seat === null || seen.has(seat)) continue;
    seen.add(seat);
    const region = regions.get(regionSlug) ?? {
      ...{ slug: regionSlug, name: regionName, draft: drafts.get(regionSlug) ?? null },
      groups: SEAT_GROUPS.map((group) => ({ group, seats: [] })),
    };
    regions.set(regionSlug, region);
    region.groups
      .find(({ group }) => group === groupOf(row.role, kind))
      ?.seats.push({ ...row, seat, color: row.color ?? COLOR_WITHOUT_PARTY });
  }
  return [...regions.values()].map(({ groups, ...region }) => ({
    ...region,
    groups: groups.filter(({ seats }) => seats.length > 0),
  }));
}

function groupOf(role: Role, partyKind: string | null): SeatGroup {
  if (DUTIES.includes(role)) return "duties";
  if (partyKind === "municipality") return "municipalities";
  return partyKind === "region" ? "region" : "others";
}

/** By the region's address: its first open split, or else text. */
async function firstDrafts({ db }: Services): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("drafts")
    .innerJoin("tables", "tables.id", "drafts.table_id")
    .innerJoin("regions", "regions.id", "tables.region_id")
    .select(["drafts.slug", "regions.slug as region"])
    .where("drafts.state", "=", "open")
    .orderBy((of) => of("drafts.kind", "=", "split"))
    .orderBy("drafts.created_at", "desc")
    .orderBy("drafts.slug", "desc")
    .execute();
  return new Map(rows.map(({ region, slug }) => [region, slug])); // the first is written last
}
