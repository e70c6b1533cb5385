import type { Outcome } from "../../../app/messages/problem";
import type { Services } from "../../services";
import { type By, inMeeting } from "./in-meeting.server";
import { takeSeatIn } from "./participant.server";

/** "I am here": the viewer arrives now, or comes back (rule M1). */
export async function takeSeat(services: Services, by: By, slug: string, key: string): Promise<Outcome> {
  return inMeeting(services, by, { slug, action: "meeting.attend", key, deed: "seatTaken" }, (at) =>
    at.row.state === "open"
      ? takeSeatIn(at, by)
      : Promise.resolve({ ok: false, error: "meetings.error.notOpen" }),
  );
}
