import { meetingFlaw } from "../../../app/domain/meetings/agenda";
import type { Outcome } from "../../../app/messages/problem";
import { notFound } from "../../authorize.server";
import type { Services } from "../../services";
import { addItem } from "../agenda/add-item.server";
import { agendaProblem } from "../agenda/agenda-meeting.server";
import { meetingTimes } from "../agenda/change-meeting.server";
import { insertMeeting } from "../agenda/insert-meeting.server";
import { standardItems } from "../agenda/standard-items.server";
import { type By, inMeeting } from "./in-meeting.server";
import { agendaOf } from "./item-events.server";

export interface GivenNextMeeting {
  /** Under which it is set; empty for none. */
  item: string;
  date: string;
  starts: string;
  ends: string;
  place: string;
  isInPerson: boolean;
  key: string;
}

/** Sets a coming meeting: it has the table's next number of its year, and a standard agenda. */
export async function setNextMeeting(
  services: Services,
  by: By,
  slug: string,
  { item, key, ...given }: GivenNextMeeting,
): Promise<Outcome> {
  const deed = { slug, action: "meeting.record" as const, key, deed: "nextMeetingSet" };
  return inMeeting(services, by, deed, async (at) => {
    if (at.row.state !== "open" && at.row.state !== "closed")
      return { ok: false, error: "meetings.error.notOpen" };
    if (item && !(await agendaOf(at.trx, at.meeting.id)).some(({ id }) => id === item)) throw notFound();
    const year = given.date.slice(0, 4);
    const { last } = await at.trx
      .selectFrom("meetings")
      .select((of) => of.fn.max("number").as("last"))
      .where("table_id", "=", at.meeting.tableId)
      .where("year", "=", Number(year) || 0)
      .executeTakeFirstOrThrow();
    const number = Number(last ?? 0) + 1;
    const typed = { ...given, number: String(number), year, remoteLink: "", message: "" };
    const flaw = meetingFlaw(typed);
    if (flaw) return agendaProblem(flaw);
    const added = await insertMeeting(at.trx, at.now, {
      ...{ tableId: at.meeting.tableId, number, year: Number(year), ...meetingTimes(typed) },
      ...{ place: given.place, remoteLink: "", isInPerson: given.isInPerson, message: "" },
      createdBy: by.personId,
    });
    if (!added) return { ok: false, error: "agenda.error.numberTaken" };
    for (const standard of standardItems())
      await addItem(at.trx, at.now, { meetingId: added.id, addedBy: by.personId, ...standard });
    await at.trx
      .updateTable("meetings")
      .set({ set_in_item_id: item || null })
      .where("id", "=", added.id)
      .execute();
    await at.record({ kind: "nextMeeting", itemId: item || null, meetingId: added.id });
    return { ok: true };
  });
}
