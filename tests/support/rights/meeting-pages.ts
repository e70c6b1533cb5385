/** Who may read the pages of a meeting beside its own: attendance, the wall, the code of a seat, and the seat itself. */
import { act, all, NOBODY_NOW, page, READING, type Row } from "../rights-row";
import type { Place } from "../rights-world";

const ATTENDANCE = "meetings.$slug.attendance";
const SEAT = "meetings.$slug.seat";
const TELEPHONE = "seats.$token";
const meeting = (p: Place) => ({ params: { slug: p.meeting.slug } });
const telephone = () => ({ params: { token: "arvaus" } });
const LEADING = "401 404 404 404 403 403 403 303 303 403";

export const MEETING_PAGE_ROWS: Row[] = [
  page("meetings.$slug.projector", meeting, READING),
  page(ATTENDANCE, meeting, READING),
  act(ATTENDANCE, "open", meeting, () => ({ intent: "open" }), LEADING),
  act(ATTENDANCE, "take-seat before it is open", meeting, () => ({ intent: "take-seat" }), NOBODY_NOW),
  act(
    ATTENDANCE,
    "no such intent",
    meeting,
    () => ({ intent: "no such intent" }),
    all(404).replace("404", "401"),
  ),
  page(SEAT, meeting, READING),
  act(SEAT, "make before it is open", meeting, () => ({}), NOBODY_NOW),
  // The address is the key; nobody's session opens it.
  page(TELEPHONE, telephone, all(404), "unknown"),
  act(TELEPHONE, "ask-floor", telephone, () => ({ intent: "ask-floor" }), all(404)),
];
