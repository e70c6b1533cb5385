/** Who may do what before a meeting: agendas, attachments, invitations, calendars, and the road of a draft. */
import {
  act,
  all,
  draft,
  FREEZING,
  FREEZING_PAGE,
  none,
  page,
  READING,
  type Row,
  SIGNED_IN,
  table,
} from "../rights-row";
import type { Place } from "../rights-world";

const LIST = "tables.$slug.meetings._index";
const NEW = "tables.$slug.meetings.new";
const SETTINGS = "meetings.$slug.settings";
const FILES = "meetings.$slug.attachments._index";
const ROAD = "drafts.$slug.road";

const meeting = (p: Place) => ({ params: { slug: p.meeting.slug } });
const attachment = (p: Place, id: string) => ({ params: { slug: p.meeting.slug, id } });
const step = (intent: string, form: (p: Place) => Record<string, string> = none, answers = FREEZING): Row =>
  act(SETTINGS, intent, meeting, (p) => ({ intent, ...form(p) }), answers);
const road = (intent: string, form: (p: Place) => Record<string, string> = none, answers = FREEZING): Row =>
  act(ROAD, intent, draft, (p) => ({ intent, ...form(p) }), answers);
/** Who reads gets that there is no such thing, nobody else anything. */
const NOTHING = all(404).replace("404", "401");
/** What who prepares sent is refused with words. */
const REFUSED = FREEZING.replaceAll("302", "400");
const UNKNOWN = "00000000-0000-4000-8000-000000000000";
const facts = {
  ...{ number: "7", year: "2026", date: "2026-12-01", starts: "13:00", ends: "", place: "Lieksa" },
  ...{ remoteLink: "", message: "" },
};
const item = (p: Place) => ({ item: p.meeting.second });
const words = { kind: "ordinary", title: "Asia", key: "avain-1234" };

export const AGENDA_ROWS: Row[] = [
  page(LIST, table, READING),
  act(
    LIST,
    "round-item",
    table,
    (p) => ({ intent: "round-item", meeting: p.meeting.slug, round: p.round.slug }),
    FREEZING,
  ),
  // Nothing is ready at this table.
  act(
    LIST,
    "ready-item",
    table,
    (p) => ({ intent: "ready-item", meeting: p.meeting.slug, draft: p.draft.slug }),
    REFUSED,
  ),
  act(LIST, "no such intent", table, () => ({ intent: "no such intent" }), NOTHING),
  page(NEW, table, FREEZING_PAGE),
  act(NEW, "create", table, () => ({ intent: "create", ...facts }), FREEZING),
  page(SETTINGS, meeting, FREEZING_PAGE),
  step("change-meeting", () => facts),
  step("add-item", () => words),
  step("add-item", (p) => ({ ...words, draft: p.foreign.draft.slug }), REFUSED),
  step("change-item", (p) => ({ ...item(p), ...words })),
  step("change-item", () => ({ item: UNKNOWN, ...words }), FREEZING.replaceAll("302", "404")),
  step("move-up", item),
  step("move-down", (p) => ({ item: p.meeting.first })),
  step("remove-item", item),
  step("restore-item", (p) => ({ item: p.meeting.removed })),
  step("attach", (p) => ({ ...item(p), what: `version:1:${p.draft.slug}` })),
  step("attach", (p) => ({ ...item(p), what: `draft:${p.foreign.draft.slug}` }), REFUSED),
  step("remove-attachment", (p) => ({ attachment: p.meeting.attachment })),
  step("invite"),
  step("cancel", () => ({ confirmed: "on" })),
  step("cancel", none, REFUSED),
  step("no such intent", none, FREEZING.replaceAll("302", "404")),
  page("meetings.$slug.agenda", meeting, READING),
  page("meetings.$slug.agenda[.]pdf", meeting, READING),
  page("meetings.$slug.meeting[.]ics", meeting, READING),
  page(FILES, meeting, FREEZING_PAGE),
  // A form without a file: whoever may not attach is told before its body is read.
  act(FILES, "attach nothing", meeting, item, REFUSED),
  page("meetings.$slug.attachments.$id", (p) => attachment(p, p.meeting.attachment), READING),
  page(
    "meetings.$slug.attachments.$id",
    (p) => attachment(p, UNKNOWN),
    all(404).replace("404", "302"),
    "unknown",
  ),
  page("calendars._index", none, SIGNED_IN),
  act(
    "calendars._index",
    "make",
    none,
    () => ({ intent: "make", table: "" }),
    SIGNED_IN.replace("302", "401"),
  ),
  act(
    "calendars._index",
    "make for another's table",
    none,
    (p) => ({ intent: "make", table: p.table.slug }),
    "401 400 400 400 200 200 200 200 200 400",
  ),
  act(
    "calendars._index",
    "revoke",
    none,
    () => ({ intent: "revoke", link: UNKNOWN }),
    SIGNED_IN.replace("302", "401"),
  ),
  // The address is the key: it opens for everybody what its person may read.
  page("calendars.$file", (p) => ({ params: { file: `${p.meeting.calendar}.ics` } }), all(200)),
  page("calendars.$file", () => ({ params: { file: "x.ics" } }), all(404), "unknown"),
  page(ROAD, draft, READING),
  road("record-step", () => ({ kind: "handled", body: "JANE", key: "avain-5678" })),
  road("record-outcome", (p) => ({ step: p.meeting.step, state: "done" })),
  road("record-outcome", () => ({ step: UNKNOWN, state: "done" }), FREEZING.replaceAll("302", "404")),
  road("move-up", (p) => ({ step: p.meeting.step })),
  road("move-down", (p) => ({ step: p.meeting.step })),
  {
    ...road(
      "thumb",
      (p) => ({ step: p.meeting.thumbs, party: p.table.party, thumb: "up" }),
      "401 404 404 404 403 302 302 302 302 403",
    ),
    voice: "speaks",
  },
  {
    ...road(
      "thumb",
      (p) => ({ step: p.meeting.thumbs, party: p.table.otherParty, thumb: "up" }),
      "401 404 404 404 403 403 403 403 403 403",
    ),
    voice: "speaks",
  },
  road("no such intent", none, NOTHING),
];
