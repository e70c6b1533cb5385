import { inLanguage, type Language } from "../../app/domain/languages";
import type { Role } from "../../app/domain/policy";
import { loadActor, mayDo } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { changedSinceVisit } from "./draft-changes.server";
import { type DraftListItem, draftsOfTables } from "./draft-list.server";
import { nextMeetings } from "./meetings-page.server";
import { waitingFor } from "./waiting-page.server";

/** A table on the home page, with what I am there. */
export interface HomeTable {
  slug: string;
  name: string;
  purpose: string;
  region: string;
  /** Empty for an administrator who does not sit there. */
  seats: { role: Role; party: string | null; speaks: boolean; deputy: boolean }[];
  drafts: DraftListItem[];
}

/** The home page: my tables, my place at each, and their drafts. An administrator sees every table. */
export async function homePage(services: Services, viewer: Viewer, language: Language) {
  const actor = await loadActor(services, viewer.personId);
  const [rows, seats, regions] = await Promise.all([
    services.db
      .selectFrom("tables")
      .innerJoin("regions", "regions.id", "tables.region_id")
      .select([
        "tables.id",
        "tables.slug",
        "tables.name",
        "tables.purpose",
        "tables.region_id as regionId",
        "regions.name as region",
      ])
      .orderBy("tables.created_at")
      .orderBy("tables.slug")
      .execute(),
    seatsOf(services, viewer.personId),
    services.db.selectFrom("regions").select("id").execute(),
  ]);
  const readable = rows.filter((t) => mayDo(actor, "table.read", { tableId: t.id, regionId: t.regionId }));
  const drafts = await draftsOfTables(
    services,
    readable.map((t) => t.id),
  );
  const tables: HomeTable[] = readable.map((table) => ({
    slug: table.slug,
    name: inLanguage(table.name, language),
    purpose: inLanguage(table.purpose, language),
    region: inLanguage(table.region, language),
    seats: seats
      .filter((s) => s.table_id === table.id)
      .map((s) => ({
        role: s.role,
        party: s.party && inLanguage(s.party, language),
        speaks: s.speaks,
        deputy: s.deputy,
      })),
    drafts: drafts.filter((d) => d.tableId === table.id),
  }));
  const seated = tables.filter((table) => table.seats.length > 0);
  const seatedIds = rows
    .filter(({ slug }) => seated.some((table) => table.slug === slug))
    .map(({ id }) => id);
  const [waiting, changed, meetings] = await Promise.all([
    waitingFor(services, actor, language),
    changedSinceVisit(services.db, viewer.personId, seatedIds),
    nextMeetings(services, actor),
  ]);
  return {
    ...{ waiting, changed, meetings },
    // Where I sit comes first.
    tables: tables.sort((a, b) => Number(b.seats.length > 0) - Number(a.seats.length > 0)),
    may: { createTable: regions.some(({ id }) => mayDo(actor, "table.create", { regionId: id })) },
  };
}

function seatsOf(services: Services, personId: string) {
  const now = services.clock();
  return services.db
    .selectFrom("memberships")
    .leftJoin("parties", "parties.id", "memberships.party_id")
    .select([
      "memberships.table_id",
      "memberships.role",
      "memberships.speaks",
      "memberships.deputy",
      "parties.name as party",
    ])
    .where("memberships.person_id", "=", personId)
    .where("memberships.starts_at", "<=", now)
    .where((w) => w.or([w("memberships.ends_at", "is", null), w("memberships.ends_at", ">", now)]))
    .execute();
}
