/** Drafts that may stand on an agenda: of the table itself, or of another one of the region whose drafts the person manages there. */
import { AGENDA_TABLES, loadActor, mayDo } from "../../authorize.server";
import type { MeetingFacts } from "../../queries/readable-meeting.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";

type ForMeeting = Pick<MeetingFacts, "tableId" | "regionId">;

/**
 * The draft by its address; null for none chosen, undefined for one that may not stand here. Naming a draft lets the meeting's table
 * read it: only who manages it at its own table does that. `present` is the item's draft, which may stay.
 */
export async function draftForAgenda(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  meeting: ForMeeting,
  slug: string,
  present?: string | null,
): Promise<{ id: string } | null | undefined> {
  if (!slug) return null;
  const drafts = await draftsForAgenda(services, viewer, meeting, present ?? null);
  return drafts.find((draft) => draft.slug === slug);
}

/** All that may be chosen, by title. */
export async function draftsForAgenda(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  meeting: ForMeeting,
  present: string | null = null,
) {
  const actor = await loadActor(services, viewer.personId);
  const rows = await services.db
    .selectFrom("drafts")
    .innerJoin("tables", "tables.id", "drafts.table_id")
    .select(["drafts.id", "drafts.slug", "drafts.title", "drafts.kind", "drafts.state"])
    .select(["drafts.table_id as tableId", "tables.region_id as regionId", "tables.name as tableName"])
    .select("drafts.members_edit as membersEdit")
    .select(AGENDA_TABLES)
    .where("tables.region_id", "=", meeting.regionId)
    .orderBy("drafts.slug")
    .execute();
  return rows.filter(
    (draft) =>
      draft.id === present ||
      (draft.state !== "archived" &&
        (draft.tableId === meeting.tableId ||
          draft.agendaTables?.includes(meeting.tableId) ||
          mayDo(actor, "draft.manage", draft))),
  );
}
