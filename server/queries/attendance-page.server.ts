/** The page of attendance: the meeting, and whom the recorder may add. */
import type { MeetingData } from "../../app/protocol/meeting-data";
import type { Services } from "../services";
import type { Viewer } from "../session.server";
import { meetingPage } from "./meeting-page.server";
import { partiesAt, seatedAt } from "./party-people.server";
import { readableMeeting } from "./readable-meeting.server";

export interface AttendancePageData {
  data: MeetingData;
  /** Parties of the table; empty for who may not record. */
  parties: { id: string; name: string }[];
  /** People who sit at the table and are not on the list: with an account they can take the seat themselves. */
  persons: { id: string; name: string }[];
}

/** 404 for a meeting that the viewer may not read. */
export async function attendancePage(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
): Promise<AttendancePageData> {
  const data = await meetingPage(services, viewer, slug);
  if (!data.may.record) return { data, parties: [], persons: [] };
  const { meeting } = await readableMeeting(services, viewer, slug);
  const [parties, seated] = await Promise.all([
    partiesAt(services.db, meeting.tableId),
    seatedAt(services.db, meeting.tableId, services.clock()),
  ]);
  const listed = new Set(data.people.map(({ personId }) => personId));
  const persons = new Map(
    seated.flatMap(({ personId, name }) => (listed.has(personId) ? [] : [[personId, name]])),
  );
  return {
    data,
    parties: parties.map(({ id, name }) => ({ id, name })),
    persons: [...persons].map(([id, name]) => ({ id, name })),
  };
}
