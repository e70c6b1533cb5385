/** Who may do what in a meeting: every intent of its page. */
import { act, all, NOBODY_NOW, page, READING, type Row } from "../rights-row";
import type { Place } from "../rights-world";

const PAGE = "meetings.$slug._index";
const planned = (p: Place) => ({ params: { slug: p.meeting.slug } });
const isOn = (p: Place) => ({ params: { slug: p.meeting.open.slug } });
/** The chair and the secretary. */
const LEADING = "401 404 404 404 403 403 403 303 303 403";
const GONE = LEADING.replaceAll("303", "404");
/** Everyone with a seat. */
const ATTENDING = "401 404 404 404 303 303 303 303 303 403";
/** Nobody of those who may speak has taken a seat. */
const NOT_HERE = "401 404 404 404 403 400 400 400 400 403";
const UNKNOWN = "00000000-0000-4000-8000-000000000000";

const deed = (
  intent: string,
  answers: string,
  form: (p: Place["meeting"]["open"]) => Record<string, string> = () => ({}),
): Row => act(PAGE, intent, isOn, (p) => ({ intent, ...form(p.meeting.open) }), answers);

export const MEETING_ROWS: Row[] = [
  page(PAGE, planned, READING),
  page(PAGE, isOn, READING, "page of one that is on"),
  act(PAGE, "open", planned, () => ({ intent: "open" }), LEADING),
  act(PAGE, "take-seat before it is open", planned, () => ({ intent: "take-seat" }), NOBODY_NOW),
  act(PAGE, "ask-floor before it is open", planned, () => ({ intent: "ask-floor" }), NOBODY_NOW),
  deed("move", LEADING, ({ first, second }) => ({ from: first, to: second })),
  deed("close", LEADING),
  deed("reopen", LEADING),
  deed("take-seat", ATTENDING),
  deed("leave-seat", ATTENDING),
  deed("record-attendance", LEADING, ({ coming }) => ({ participant: coming, what: "arrived" })),
  deed("record-attendance", GONE, () => ({ participant: UNKNOWN, what: "arrived" })),
  deed("add-participant", LEADING, () => ({ name: "Vieras", list: "other", role: "other" })),
  deed("add-participant", GONE, () => ({ person: UNKNOWN, list: "other", role: "other" })),
  deed("recuse", LEADING, ({ here, first }) => ({ participant: here, item: first })),
  deed("end-recusal", LEADING, ({ here, first }) => ({ participant: here, item: first })),
  deed("withdraw-event", LEADING, ({ event }) => ({ event })),
  deed("withdraw-event", GONE, () => ({ event: UNKNOWN })),
  deed("outcome", LEADING, ({ first }) => ({ item: first, outcome: "noted" })),
  deed("action", LEADING, ({ first }) => ({ item: first, text: "Tehdään." })),
  deed("next-meeting", LEADING, () => ({ date: "2026-12-01", starts: "13:00", ends: "15:00" })),
  deed("ask-floor", NOT_HERE),
  // Another's wish to speak is theirs alone.
  deed("withdraw-floor", NOBODY_NOW, ({ waiting }) => ({ turn: waiting })),
  deed("give-floor", LEADING, ({ waiting }) => ({ turn: waiting })),
  deed("end-floor", LEADING, ({ speaking }) => ({ turn: speaking })),
  deed("no such intent", all(404).replace("404", "401")),
];
