/** The initiative behind an address, for somebody who may read it. */
import { loadActor, mayDo, notFound } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";

/** 404 both when there is none and when the viewer may not read it: whether it exists is not revealed. */
export async function readableInitiative(services: Services, viewer: Pick<Viewer, "personId">, slug: string) {
  const initiative = await initiativeRow(services, slug);
  if (!initiative) throw notFound();
  const actor = await loadActor(services, viewer.personId);
  if (!mayDo(actor, "initiative.read", initiative)) throw notFound();
  return { initiative, actor };
}

/** The row with its table, for whoever has looked at the rights; undefined when there is none. */
export function initiativeRow({ db }: Pick<Services, "db">, slug: string) {
  return db
    .selectFrom("initiatives")
    .innerJoin("tables", "tables.id", "initiatives.table_id")
    .select([
      "initiatives.id",
      "initiatives.slug",
      "initiatives.kind",
      "initiatives.title",
      "initiatives.signatories",
      "initiatives.submitted_on as submittedOn",
      "initiatives.target_year as targetYear",
      "initiatives.text",
      "initiatives.grounds",
      "initiatives.summary",
      "initiatives.source",
      "initiatives.note",
      "initiatives.response_draft_id as responseDraftId",
      "initiatives.response_body as responseBody",
      "initiatives.prepared_by as preparedBy",
      "initiatives.presented_by as presentedBy",
      "initiatives.published_at as publishedAt",
      "tables.id as tableId",
      "tables.slug as tableSlug",
      "tables.name as tableName",
      "tables.region_id as regionId",
    ])
    .where("initiatives.slug", "=", slug)
    .executeTakeFirst();
}
