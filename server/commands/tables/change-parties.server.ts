import type { Kysely } from "kysely";
import type { Localized } from "../../../app/domain/languages";
import { freeSlug } from "../../../app/domain/slug";
import {
  PARTY_COLORS,
  PARTY_NAME_CHARACTERS_MAX,
  PARTY_SHORT_NAME_CHARACTERS_MAX,
} from "../../../app/domain/tables";
import type { Outcome, Refused } from "../../../app/messages/problem";
import { type Database, PARTY_KINDS, type PartyKind } from "../../../db/schema/tables";
import { notFound } from "../../authorize.server";
import { recordAudit } from "../../events/record-audit.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { managedTable, type TableFacts } from "./table-subject.server";

export interface NewParty {
  name: Localized;
  /** Finnish genitive: "Liperin". */
  genitive: string;
  shortName: string;
  kind: PartyKind;
}

/** The kind a form named, or null. */
export function asPartyKind(name: string): PartyKind | null {
  return PARTY_KINDS.find((kind) => kind === name) ?? null;
}

/** Brings a party of the region to the table. A second time changes nothing. */
export async function addParty(services: Services, viewer: Viewer, tableSlug: string, partyId: string) {
  const table = await managedTable(services, viewer, tableSlug);
  await services.db.transaction().execute(async (trx) => {
    const party = await trx
      .selectFrom("parties")
      .select("id")
      .where("id", "=", partyId)
      .where("region_id", "=", table.regionId)
      .executeTakeFirst();
    if (!party) throw notFound();
    await seat(trx, viewer, table, party.id);
  });
}

/** What is wrong with a party's names, or null. */
export function partyProblem({ name, genitive, shortName }: Omit<NewParty, "kind">): Refused | null {
  const names = [name.fi, name.sv ?? "", name.en ?? "", genitive];
  if (!name.fi || !genitive || names.some((n) => n.length > PARTY_NAME_CHARACTERS_MAX))
    return {
      ...{ ok: false, error: "tables.errors.partyNameNeeded", field: "partyName" },
      values: { max: PARTY_NAME_CHARACTERS_MAX },
    };
  if (!shortName || shortName.length > PARTY_SHORT_NAME_CHARACTERS_MAX)
    return {
      ...{ ok: false, error: "tables.errors.shortNameNeeded", field: "shortName" },
      values: { max: PARTY_SHORT_NAME_CHARACTERS_MAX },
    };
  return null;
}

/** Makes a party in the table's region and brings it to the table. */
export async function createParty(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
  party: NewParty,
): Promise<Outcome<{ partyId: string }>> {
  const table = await managedTable(services, viewer, tableSlug);
  const problem = partyProblem(party);
  if (problem) return problem;
  return services.db.transaction().execute(async (trx) => {
    const partyId = await insertParty(trx, table.regionId, party);
    await recordAudit(trx, {
      personId: viewer.personId,
      action: "party.created",
      subjectKind: "party",
      subjectId: partyId,
      detail: { name: party.name, kind: party.kind },
    });
    await seat(trx, viewer, table, partyId);
    return { ok: true as const, partyId };
  });
}

/** Adds a party to a region with an address and a colour of its own. */
export async function insertParty(trx: Kysely<Database>, regionId: string, party: NewParty): Promise<string> {
  const others = await trx.selectFrom("parties").select("slug").where("region_id", "=", regionId).execute();
  const { id } = await trx
    .insertInto("parties")
    .values({
      region_id: regionId,
      slug: freeSlug(party.name.fi, (slug) => others.some((o) => o.slug === slug)),
      kind: party.kind,
      name: JSON.stringify(party.name),
      genitive: party.genitive,
      short_name: party.shortName,
      color: others.length % PARTY_COLORS,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Takes a party from the table; refused while somebody sits there for it. Links that nobody used yet close with it. */
export async function removeParty(
  services: Services,
  viewer: Viewer,
  tableSlug: string,
  partyId: string,
): Promise<Outcome> {
  const table = await managedTable(services, viewer, tableSlug);
  return services.db.transaction().execute(async (trx): Promise<Outcome> => {
    await lockTable(trx, table.tableId);
    const member = await trx
      .selectFrom("memberships")
      .select("id")
      .where("table_id", "=", table.tableId)
      .where("party_id", "=", partyId)
      .where((w) => w.or([w("ends_at", "is", null), w("ends_at", ">", services.clock())]))
      .executeTakeFirst();
    if (member) return { ok: false, error: "tables.errors.partyHasMembers" };
    await trx
      .deleteFrom("table_parties")
      .where("table_id", "=", table.tableId)
      .where("party_id", "=", partyId)
      .execute();
    await trx
      .updateTable("invitations")
      .set({ revoked_at: services.clock() })
      .where("table_id", "=", table.tableId)
      .where("party_id", "=", partyId)
      .where("used_at", "is", null)
      .where("revoked_at", "is", null)
      .execute();
    await recordAudit(trx, {
      personId: viewer.personId,
      action: "table.party-removed",
      subjectKind: "table",
      subjectId: table.tableId,
      detail: { partyId },
    });
    return { ok: true };
  });
}

/** One change of a table's seats at a time: what is counted stays true until it is written. */
export async function lockTable(trx: Kysely<Database>, tableId: string): Promise<void> {
  await trx.selectFrom("tables").select("id").where("id", "=", tableId).forUpdate().execute();
}

async function seat(trx: Kysely<Database>, viewer: Viewer, table: TableFacts, partyId: string) {
  await lockTable(trx, table.tableId);
  const { last } = await trx
    .selectFrom("table_parties")
    .select((s) => s.fn.max("position").as("last"))
    .where("table_id", "=", table.tableId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("table_parties")
    .values({ table_id: table.tableId, party_id: partyId, position: (last ?? 0) + 1 })
    .onConflict((c) => c.doNothing())
    .execute();
  await recordAudit(trx, {
    personId: viewer.personId,
    action: "table.party-added",
    subjectKind: "table",
    subjectId: table.tableId,
    detail: { partyId },
  });
}
