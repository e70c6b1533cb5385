import { meetingFlaw, type TypedMeeting } from "../../../app/domain/meetings/agenda";
import type { Outcome } from "../../../app/messages/problem";
import { momentAt } from "../../finnish-day.server";
import type { Services } from "../../services";
import type { Viewer } from "../../session.server";
import { agendaProblem, prepareMeeting } from "./agenda-meeting.server";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The moments of a meeting's day and times; an end at or before the start is on the next day. */
export function meetingTimes({ date, starts, ends }: Pick<TypedMeeting, "date" | "starts" | "ends">): {
  startsAt: Date;
  endsAt: Date | null;
} {
  const startsAt = momentAt(date, starts)!;
  if (!ends) return { startsAt, endsAt: null };
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return { startsAt, endsAt: momentAt(ends <= starts ? next : date, ends) };
}

/**
 * Changes a meeting's facts. What calendars show makes a new revision of it (rule K6); telling people is an act of its own. Times of a
 * meeting that is open stay as they are.
 */
export async function changeMeeting(
  services: Services,
  viewer: Pick<Viewer, "personId">,
  slug: string,
  typed: TypedMeeting,
): Promise<Outcome> {
  return prepareMeeting(services, viewer, slug, "meeting.changed", async ({ trx, row }) => {
    const flaw = meetingFlaw(typed);
    if (flaw) return agendaProblem(flaw);
    const times = meetingTimes(typed);
    const [number, year] = [Number(typed.number), Number(typed.year)];
    const sameTimes =
      times.startsAt.getTime() === row.starts_at.getTime() &&
      times.endsAt?.getTime() === row.ends_at?.getTime();
    if (!sameTimes && row.state === "open")
      return { ok: false, field: "date", error: "agenda.error.openTimes" };
    const taken = await trx
      .selectFrom("meetings")
      .select("id")
      .where("table_id", "=", row.table_id)
      .where("year", "=", year)
      .where("number", "=", number)
      .where("id", "!=", row.id)
      .executeTakeFirst();
    if (taken) return { ok: false, field: "number", error: "agenda.error.numberTaken" };
    const isNews =
      !sameTimes ||
      row.place !== typed.place ||
      row.remote_link !== typed.remoteLink ||
      row.is_in_person !== typed.isInPerson ||
      row.number !== number ||
      row.year !== year;
    await trx
      .updateTable("meetings")
      .set({
        ...{ number, year, starts_at: times.startsAt, ends_at: times.endsAt, place: typed.place },
        ...{ remote_link: typed.remoteLink, is_in_person: typed.isInPerson, message: typed.message },
        revision: row.revision + (isNews ? 1 : 0),
      })
      .where("id", "=", row.id)
      .execute();
    return { ok: true, detail: { isNews } };
  });
}
