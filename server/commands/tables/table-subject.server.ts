import type { Localized } from "../../../app/domain/languages";
import type { Actor, TableSubject } from "../../../app/domain/policy";
import { authorize, loadActor, mayDo, notAllowed, notFound } from "../../authorize.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

/** A table as its own pages and commands need it. */
export interface TableFacts extends TableSubject {
  slug: string;
  name: Localized;
}

/**
 * The table behind an address and who asks for it. A table that the viewer may not read answers 404, as one
 * that is not there: its being is nobody else's business. One that may be read but not managed answers 403.
 */
export async function tableFor(
  services: Services,
  viewer: Viewer,
  slug: string,
  action: "table.read" | "table.manage",
): Promise<{ table: TableFacts; actor: Actor }> {
  const table = await services.db
    .selectFrom("tables")
    .select(["id as tableId", "region_id as regionId", "slug", "name"])
    .where("slug", "=", slug)
    .executeTakeFirst();
  if (!table) throw notFound();
  const actor = await loadActor(services, viewer.personId);
  if (!mayDo(actor, "table.read", table)) throw notFound();
  if (action !== "table.read" && !mayDo(actor, action, table)) throw notAllowed();
  return { table, actor };
}

/** The table, for its secretary or an administrator: what every command under its settings begins with. */
export async function managedTable(services: Services, viewer: Viewer, slug: string): Promise<TableFacts> {
  const { table } = await tableFor(services, viewer, slug, "table.read");
  await authorize(services, viewer, "table.manage", table);
  return table;
}
