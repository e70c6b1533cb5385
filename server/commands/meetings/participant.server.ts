/** The participant that a person is, and their coming. */
import { isPresentAt, presenceOf } from "../../../app/domain/meetings/attendance";
import { PARTICIPANTS_MAX, type ParticipantRole } from "../../../app/domain/meetings/meeting";
import type { Role } from "../../../app/domain/policy";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import { seatedAt } from "../../queries/party-people.server";
import type { By, InMeeting } from "./in-meeting.server";

const MEMBERS: readonly Role[] = ["chair", "viceChair", "member"];
const ROLES: Record<Role, ParticipantRole> = {
  ...{ chair: "chair", viceChair: "viceChair", secretary: "secretary" },
  ...{ preparer: "presenter", member: "member", observer: "other" },
};

/** The participant of this id in this meeting; 404 otherwise. */
export async function participantOf({ trx, meeting }: InMeeting, id: string) {
  const row = await trx
    .selectFrom("participants")
    .selectAll()
    .where("id", "=", id)
    .where("meeting_id", "=", meeting.id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** The person's own participant, or undefined while they are on no list. */
export async function ownParticipant({ trx, meeting }: Pick<InMeeting, "trx" | "meeting">, by: By) {
  return trx
    .selectFrom("participants")
    .selectAll()
    .where("meeting_id", "=", meeting.id)
    .where("person_id", "=", by.personId)
    .executeTakeFirst();
}

/** Is the participant present now? */
export const isHere = ({ events, now }: InMeeting, id: string) =>
  isPresentAt(presenceOf(events).get(id), now.toISOString());

/** The person is present from now on; who is on no list yet gets a line on it from the seat they have at the table. */
export async function takeSeatIn(at: InMeeting, by: By): Promise<Outcome> {
  const own = (await ownParticipant(at, by)) ?? (await listed(at, by));
  if (!own) return { ok: false, error: "meetings.error.tooManyPeople", values: { max: PARTICIPANTS_MAX } };
  if (isHere(at, own.id)) return { ok: true };
  await at.record({ kind: "arrived", participantId: own.id, itemId: at.row.current_item_id });
  return { ok: true };
}

async function listed(at: InMeeting, by: By) {
  const seat = (await seatedAt(at.trx, at.meeting.tableId, at.now)).find(
    ({ personId }) => personId === by.personId,
  );
  const position = await nextPosition(at);
  if (position > PARTICIPANTS_MAX) return undefined;
  return at.trx
    .insertInto("participants")
    .values({
      ...{ meeting_id: at.meeting.id, person_id: by.personId, party_id: seat?.partyId ?? null },
      ...{ name: seat?.name ?? by.name, position },
      list: seat?.partyId && MEMBERS.includes(seat.role) ? "member" : "other",
      role: seat ? ROLES[seat.role] : "other",
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Where the next participant stands on the list: the count of those there are, and one. */
export async function nextPosition({ trx, meeting }: InMeeting): Promise<number> {
  const { last } = await trx
    .selectFrom("participants")
    .select((of) => of.fn.max("position").as("last"))
    .where("meeting_id", "=", meeting.id)
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}
