/** The meeting behind an address, for somebody who may read it. */
import { loadActor, mayDo, notFound } from "../authorize.server";
import type { Services } from "../services";
import type { Viewer } from "../session.server";

/** Facts of a meeting with its table and region; `meetingState`, `tableId` and `regionId` are what the permission table asks for. */
export type MeetingFacts = Awaited<ReturnType<typeof readMeeting>>;

/** 404 for one that is not there. */
async function readMeeting({ db }: Pick<Services, "db">, slug: string) {
  const meeting = await db
    .selectFrom("meetings")
    .innerJoin("tables", "tables.id", "meetings.table_id")
    .innerJoin("regions", "regions.id", "tables.region_id")
    .select([
      "meetings.id",
      "meetings.slug",
      "meetings.number",
      "meetings.year",
      "meetings.starts_at as startsAt",
      "meetings.ends_at as endsAt",
      "meetings.place",
      "meetings.remote_link as remoteLink",
      "meetings.is_in_person as isInPerson",
      "meetings.message",
      "meetings.record_kind as recordKind",
      "meetings.quorum",
      "meetings.document_id as documentId",
      "meetings.state as meetingState",
      "meetings.current_item_id as currentItemId",
      "meetings.opened_at as openedAt",
      "meetings.closed_at as closedAt",
      "meetings.invited_at as invitedAt",
      "meetings.revision",
      "meetings.source",
      "meetings.is_example as isExample",
      "meetings.table_id as tableId",
      "tables.slug as tableSlug",
      "tables.name as tableName",
      "tables.region_id as regionId",
      "regions.slug as regionSlug",
      "regions.name as regionName",
    ])
    .where("meetings.slug", "=", slug)
    .executeTakeFirst();
  if (!meeting) throw notFound();
  return meeting;
}

/** The meeting and the viewer's seats. 404 both when there is none and when the viewer may not read it. */
export async function readableMeeting(services: Services, viewer: Pick<Viewer, "personId">, slug: string) {
  const meeting = await readMeeting(services, slug);
  const actor = await loadActor(services, viewer.personId);
  if (!mayDo(actor, "meeting.read", meeting)) throw notFound();
  return { meeting, actor };
}
