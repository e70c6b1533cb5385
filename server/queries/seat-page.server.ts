/** One's own seat on a telephone: the current item and what the person may do, and nothing of the record. */
import type { MeetingData } from "../../app/protocol/meeting-data";
import type { Services } from "../services";
import { meetingPage } from "./meeting-page.server";
import { type OpenSeat, openSeat } from "./open-seat.server";

export interface SeatPageData {
  name: string;
  data: Pick<MeetingData, "meeting" | "shown" | "queue" | "spoken" | "me" | "may" | "now">;
}

/** Null when the link opens nothing any more; 404 for a person who has no seat at the table any more. */
export async function seatPage(
  services: Services,
  token: string,
): Promise<{ seat: OpenSeat; page: SeatPageData } | null> {
  const seat = await openSeat(services, token);
  if (!seat) return null;
  const { meeting, shown, queue, me, may, now } = await meetingPage(services, seat, seat.slug);
  const own = { attend: may.attend, speak: may.speak };
  return {
    seat,
    page: {
      name: seat.name,
      data: { meeting, shown, queue, spoken: [], me, now, may: { ...NOTHING, ...own } },
    },
  };
}

/** A telephone leads and records nothing, whoever holds it. */
const NOTHING: MeetingData["may"] = {
  ...{ prepare: false, lead: false, record: false, attend: false, speak: false, writeHandling: false },
  ...{ propose: false, state: false, readMinutes: false, writeMinutes: false, editDraft: false },
};
