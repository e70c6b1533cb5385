/** The draft behind an address, for somebody who may read it. */
import { AGENDA_TABLES, loadActor, mayDo, notFound } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";

/**
 * Facts of the draft with its table and region, and the viewer's seats. 404 both when there is none and when the viewer may
 * not read it: whether it exists is not revealed.
 */
export async function readableDraft(services: Services, viewer: Pick<Viewer, "personId">, slug: string) {
  const draft = await services.db
    .selectFrom("drafts")
    .innerJoin("tables", "tables.id", "drafts.table_id")
    .innerJoin("regions", "regions.id", "tables.region_id")
    .select([
      "drafts.id",
      "drafts.slug",
      "drafts.title",
      "drafts.kind",
      "drafts.state",
      "drafts.members_edit as membersEdit",
      "drafts.document_id as documentId",
      "drafts.side_notes as sideNotes",
      "drafts.table_id as tableId",
      "tables.slug as tableSlug",
      "tables.name as tableName",
      "tables.region_id as regionId",
      "tables.observers_comment as observersComment",
      "regions.slug as regionSlug",
      "regions.name as regionName",
    ])
    .select(AGENDA_TABLES)
    .where("drafts.slug", "=", slug)
    .executeTakeFirst();
  if (!draft) throw notFound();
  const actor = await loadActor(services, viewer.personId);
  if (!mayDo(actor, "draft.read", draft)) throw notFound();
  return { draft, actor };
}

/** Of which kind the draft is; 404 as above. */
export async function draftKind(services: Services, viewer: Pick<Viewer, "personId">, slug: string) {
  return (await readableDraft(services, viewer, slug)).draft.kind;
}
