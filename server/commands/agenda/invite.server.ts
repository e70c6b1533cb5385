/** Inviting to a meeting, telling what changed, cancelling it (rule K6). */
import type { Kysely, Selectable } from "kysely";
import type { NotificationKind } from "../../../app/domain/notifications";
import type { Outcome } from "../../../app/messages/problem";
import type { MeetingsTable } from "../../../db/schema/meetings";
import type { Database } from "../../../db/schema/tables";
import { tell } from "../../events/tell.server";
import { seatedAt } from "../../queries/party-people.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { addPreviousMinutes } from "./add-previous-minutes.server";
import { prepareMeeting } from "./agenda-meeting.server";

type By = Pick<Viewer, "personId">;

/**
 * Sends the invitation, or what has changed since the last one. Who prepares gets it too: it is their calendar as well. One revision
 * is told once, however often it is asked; asking again reaches those who have come since.
 */
export async function sendInvitation(services: Services, viewer: By, slug: string): Promise<Outcome> {
  return prepareMeeting(services, viewer, slug, "meeting.invited", async ({ trx, row, now }) => {
    if (row.state !== "planned") return { ok: false, error: "agenda.error.notPlanned" };
    if (row.starts_at <= now) return { ok: false, error: "agenda.error.past" };
    await trx.updateTable("meetings").set({ invited_at: now }).where("id", "=", row.id).execute();
    const told = await tellAll(trx, now, row, null, `meeting:${row.id}:${row.revision}`);
    return { ok: true, detail: { revision: row.revision, told } };
  });
}

/** A cancelled meeting keeps its number and its page. Those who were invited hear; what waited for it goes to the next one. */
export async function cancelMeeting(services: Services, viewer: By, slug: string): Promise<Outcome> {
  return prepareMeeting(services, viewer, slug, "meeting.cancelled", async ({ trx, row, now }) => {
    if (row.state !== "planned") return { ok: false, error: "agenda.error.notPlanned" };
    await cancelPlanned(trx, now, row, viewer);
    return { ok: true, detail: { wasInvited: row.invited_at !== null } };
  });
}

/** The work of cancelling a meeting that is planned still. */
export async function cancelPlanned(
  trx: Kysely<Database>,
  now: Date,
  row: Pick<Selectable<MeetingsTable>, "id" | "table_id" | "revision" | "invited_at">,
  by: By,
): Promise<void> {
  const revision = row.revision + 1;
  await trx.updateTable("meetings").set({ state: "cancelled", revision }).where("id", "=", row.id).execute();
  if (row.invited_at) await tellAll(trx, now, row, "meetingCancelled", `meeting:${row.id}:${revision}`);
  await addPreviousMinutes(trx, now, { tableId: row.table_id, addedBy: by.personId });
}

/** Everyone who sits at the table, and those on the list of participants who have an account. Answers how many. */
async function tellAll(
  trx: Kysely<Database>,
  now: Date,
  meeting: { id: string; table_id: string },
  /** Null invites those who have not heard of it, and tells the others that it has changed. */
  kind: NotificationKind | null,
  key: string,
): Promise<number> {
  const seated = new Set((await seatedAt(trx, meeting.table_id, now)).map(({ personId }) => personId));
  const participants = await trx
    .selectFrom("participants")
    .select("person_id")
    .where("meeting_id", "=", meeting.id)
    .where("person_id", "is not", null)
    .execute();
  const listed = participants.flatMap(({ person_id }) =>
    person_id && !seated.has(person_id) ? [person_id] : [],
  );
  const heard = await trx
    .selectFrom("notifications")
    .select("person_id")
    .distinct()
    .where("subject_id", "=", meeting.id)
    .execute();
  const hasHeard = new Set(heard.map(({ person_id }) => person_id));
  const of = (people: string[], is: boolean) => people.filter((id) => hasHeard.has(id) === is);
  // Nobody is left out as the actor: an invitation is also for the calendar of who sends it.
  const telling = { tableId: meeting.table_id, subjectId: meeting.id, actorId: null, key };
  const groups = [
    { people: [...seated], detail: {} },
    { people: listed, detail: { isListed: true } },
  ];
  for (const { people, detail } of groups) {
    await tell(trx, now, { ...telling, detail, kind: kind ?? "meetingChanged", to: of(people, true) });
    await tell(trx, now, { ...telling, detail, kind: kind ?? "meetingInvited", to: of(people, false) });
  }
  return seated.size + listed.length;
}
