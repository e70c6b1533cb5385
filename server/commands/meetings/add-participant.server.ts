import {
  ATTENDANCE_LISTS,
  type AttendanceList,
  PARTICIPANT_NAME_CHARACTERS_MAX,
  PARTICIPANT_ROLES,
  PARTICIPANTS_MAX,
  type ParticipantRole,
} from "../../../app/domain/meetings/meeting";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { partiesAt, seatedAt } from "../../queries/party-people.server";
import type { Services } from "../../services";
import { type By, inMeeting } from "./in-meeting.server";
import { nextPosition, participantOf } from "./participant.server";

export interface GivenParticipant {
  name: string;
  title: string;
  /** Ids, or empty for none. */
  party: string;
  person: string;
  substitutes: string;
  list: string;
  role: string;
  key: string;
}

/** Puts somebody on the attendance list who is not there: a guest, an official, or a deputy who sits for a member. */
export async function addParticipant(
  services: Services,
  by: By,
  slug: string,
  given: GivenParticipant,
): Promise<Outcome> {
  const deed = { slug, action: "meeting.record" as const, key: given.key, deed: "participantAdded" };
  return inMeeting(services, by, deed, async (at) => {
    if (at.row.state === "cancelled") return { ok: false, error: "meetings.error.notOpen" };
    const seat = given.person
      ? (await seatedAt(at.trx, at.meeting.tableId, at.now)).find(({ personId }) => personId === given.person)
      : undefined;
    if (given.person && !seat) throw notFound();
    const name = given.name || seat?.name || "";
    if (!name) return { ok: false, field: "name", error: "meetings.error.nameMissing" };
    const max = PARTICIPANT_NAME_CHARACTERS_MAX;
    if (name.length > max) return { ok: false, field: "name", error: "meetings.error.long", values: { max } };
    if (given.title.length > max)
      return { ok: false, field: "title", error: "meetings.error.long", values: { max } };
    if (!isList(given.list)) return { ok: false, field: "list", error: "meetings.error.noList" };
    if (!isRole(given.role)) return { ok: false, field: "role", error: "meetings.error.noRole" };
    const parties = await partiesAt(at.trx, at.meeting.tableId);
    if (given.party && !parties.some(({ id }) => id === given.party)) throw notFound();
    const member = given.substitutes ? await participantOf(at, given.substitutes) : null;
    const position = await nextPosition(at);
    if (position > PARTICIPANTS_MAX)
      return { ok: false, error: "meetings.error.tooManyPeople", values: { max: PARTICIPANTS_MAX } };
    // Who is on the list already, or the same form again, adds nobody.
    const twin = await at.trx
      .selectFrom("participants")
      .select("id")
      .where("meeting_id", "=", at.meeting.id)
      .where((w) => w.or([...(seat ? [w("person_id", "=", seat.personId)] : []), w("key", "=", at.key)]))
      .executeTakeFirst();
    if (twin) return { ok: true };
    await at.trx
      .insertInto("participants")
      .values({
        ...{ meeting_id: at.meeting.id, person_id: seat?.personId ?? null, name, title: given.title },
        ...{ party_id: given.party || member?.party_id || seat?.partyId || null },
        ...{ list: member ? member.list : given.list, role: given.role, position },
        ...{ substitutes_id: member?.id ?? null, key: at.key },
      })
      .execute();
    return { ok: true };
  });
}

const isList = (list: string): list is AttendanceList => ATTENDANCE_LISTS.includes(list as AttendanceList);
const isRole = (role: string): role is ParticipantRole => PARTICIPANT_ROLES.includes(role as ParticipantRole);
