/** Who may put a decision to the parties, answer it, state it, and write and approve minutes. */
import { act, all, FREEZING, FREEZING_PAGE, page, READING, type Row } from "../rights-row";
import type { Place } from "../rights-world";

const DECIDE = "drafts.$slug.decide";
const ONE = "proposed-decisions.$id";
const MINUTES = "meetings.$slug.minutes._index";

const draft = (p: Place) => ({ params: { slug: p.draft.slug } });
const one = (p: Place) => ({ params: { id: p.decision.id } });
const meeting = (p: Place) => ({ params: { slug: p.meeting.slug } });
/** An extract is of something: what concerns nobody is not there. */
const ofNobody = (p: Place) => ({ ...meeting(p), path: "/?party=ei-ole" });
/** Whoever speaks for the party; the observer and the administrator sit for nobody. */
const SPEAKING = "401 404 404 404 403 200 200 200 200 403";
const SECRETARY = "401 404 404 404 403 403 403 403 200 403";
const PREPARING = "401 404 404 404 403 403 200 200 200 403";
/** The chair alone, who is refused with words while nobody has answered. */
const CHAIR_REFUSED = "401 404 404 404 403 403 403 400 403 403";
/** Those who record are refused with words: the meeting has not been opened. */
const RECORDING_REFUSED = "401 404 404 404 403 403 403 400 400 403";
const NOTHING = all(404).replace("404", "401");
const READING_API = READING.replace("302", "401");

const deed = (
  intent: string,
  answers: string,
  form: (p: Place) => Record<string, string> = () => ({}),
): Row => ({
  ...act(
    ONE,
    intent,
    one,
    (p) => ({ intent, party: p.table.party, key: p.decision.key, ...form(p) }),
    answers,
  ),
  voice: "speaks",
});
const minutes = (intent: string, answers: string, form: Record<string, string> = {}): Row =>
  act(MINUTES, intent, meeting, () => ({ intent, ...form }), answers);

export const DECISION_ROWS: Row[] = [
  page(DECIDE, draft, FREEZING_PAGE),
  act(DECIDE, "propose", draft, () => ({ text: "Päätetään.", version: "1" }), FREEZING),
  page(ONE, one, READING),
  page(ONE, () => ({ params: { id: "arvaus" } }), NOTHING.replace("401", "302"), "guessed"),
  deed("answer", SPEAKING, () => ({ value: "support" })),
  deed("take-back", SPEAKING),
  deed("statement", SPEAKING, () => ({ kind: "dissent", text: "Emme hyväksy." })),
  deed("tell", SECRETARY, () => ({ value: "accept", toldBy: "Edustaja" })),
  deed("state", CHAIR_REFUSED, () => ({ outcome: "unanimous" })),
  deed("withdraw", PREPARING, () => ({ reason: "Valmistelu jatkuu." })),
  deed("no such intent", NOTHING),
];

export const MINUTES_ROWS: Row[] = [
  page(MINUTES, meeting, READING),
  page("meetings.$slug.minutes.check", meeting, READING),
  page("meetings.$slug.minutes.extract", ofNobody, NOTHING.replace("401", "302")),
  page("meetings.$slug.attendance[.]csv", meeting, READING),
  page("api.meetings.$slug._index", meeting, READING_API),
  page("api.meetings.$slug.decisions", meeting, READING_API),
  page("api.meetings.$slug.minutes[.]json", meeting, READING_API),
  page("api.meetings.$slug.minutes[.]pdf", meeting, READING_API),
  page("api.meetings.$slug.minutes[.]docx", meeting, READING_API),
  minutes("start", RECORDING_REFUSED),
  minutes("refill", RECORDING_REFUSED),
  minutes("comment-time", RECORDING_REFUSED, { on: "2020-01-01", at: "12:00" }),
  minutes("approve", "401 404 404 404 403 403 403 400 403 403", { role: "chair" }),
  minutes("approve", "401 404 404 404 403 403 403 403 400 403", { role: "secretary" }),
  minutes("no such intent", NOTHING),
];
